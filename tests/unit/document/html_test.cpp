// Web pages: main text, blocks, references, and pages that mean harm.
#include <gmock/gmock.h>

#include <chrono>

#include "document/html_tokens.hpp"
#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> HtmlBlocks(const std::string& html) {
  const Document document = MustRead("a.html", html);
  ExpectSound(document);
  return Blocks(document);
}

TEST(Html, BlocksHaveTheirKinds) {
  EXPECT_THAT(
      HtmlBlocks("<title>T</title><h2>Head</h2><p>One <b>two</b>.</p>"
                 "<ul><li>a<li>b <p>c</p></ul><blockquote>q</blockquote>"
                 "<table><tr><td>x<td>y</table><pre>if  (a)\n b</pre>"),
      ElementsAre("H2 Head", "P One two.", "LI a", "LI b", "LI c", "Q q",
                  "TD x", "TD y", "CODE if  (a)/ b"));
}

TEST(Html, TitleIsNotText) {
  const Document d =
      MustRead("a.html",
               "<html><head><title>Our \n work</title><meta x></head>"
               "<body><p>Text.</p></body></html>");
  EXPECT_EQ(d.title, "Our work");
  EXPECT_EQ(d.text, "Text.");
}

TEST(Html, HeadThatIsNotClosedHidesNothing) {
  EXPECT_EQ(MustRead("a.html", "<head><title>T</title><p>Text.").text, "Text.");
}

TEST(Html, NavigationAndFootersAreLeftOutWithNotice) {
  const Document d = MustRead(
      "a.html", "<nav>Home About us</nav><p>Text.</p><footer>Legal</footer>");
  EXPECT_EQ(d.text, "Text.");
  ASSERT_TRUE(HasNotice(d, "html.furniture"));
  EXPECT_THAT(d.notices[0].message, HasSubstr("4 words"));
}

TEST(Html, HiddenTextIsLeftOut) {
  EXPECT_THAT(
      HtmlBlocks("<p>a<script>if (a<b) \"</p>\"</script>"
                 "<style>p{}</style><span hidden>no <span>no</span> no</span>"
                 "<i style='display : none'>no</i><!-- > no -->b</p>"
                 "<template><p>no</p></template><noscript>no</noscript>"),
      ElementsAre("P ab"));
}

TEST(Html, ReferencesAreDecoded) {
  EXPECT_EQ(DecodeHtmlReferences("&lsquo;a&#8217;&#x2014;&eacute;&amp;lt;"),
            "\u2018a\u2019\u2014\u00E9&lt;");
  EXPECT_EQ(DecodeHtmlReferences("AT&T &foo; & &#; &#x110000;&#xD800;&#151;"),
            "AT&T &foo; & &#; \uFFFD\uFFFD\u2014");
}

TEST(Html, ShortQuotationsKeepTheirMarks) {
  EXPECT_EQ(MustRead("a.html", "<p>He said <q>no</q>.</p>").text,
            "He said \u201Cno\u201D.");
}

TEST(Html, BreaksAndNotePointers) {
  EXPECT_THAT(HtmlBlocks("<p>It is<br>her life.<sup>1</sup><br>Hers.</p>"
                         "<p>a<br><br>b <sup>th</sup></p>"),
              ElementsAre("P It is/her life.", "P Hers.", "P a", "P b th"));
}

TEST(Html, LinesAreThoseOfTheFile) {
  const Document d =
      MustRead("a.html", "<html>\n<p>\n\nOne\ntwo</p>\n<p>Three</p>");
  ASSERT_EQ(d.blocks.size(), 2u);
  EXPECT_EQ(d.blocks[0].line, 4u);
  EXPECT_EQ(d.blocks[1].line, 6u);
  EXPECT_EQ(d.line_starts.size(), 6u);
  EXPECT_EQ(d.text.substr(d.line_starts[4], 3), "two");
}

TEST(Html, LinesBehindTheLastTextAreCounted) {
  EXPECT_EQ(MustRead("a.html", "<p>One</p>\n<!-- x -->\n").line_starts.size(),
            2u);
}

TEST(Html, EncodingComesFromThePage) {
  const Document d = MustRead(
      "a.html", "<meta charset='windows-1251'><p>\xC4\xE0, \xF2\xE0\xEA.</p>");
  EXPECT_EQ(d.text, "\u0414\u0430, \u0442\u0430\u043A.");
}

TEST(Html, UnclosedElementsLoseNothing) {
  EXPECT_THAT(HtmlBlocks("<div><p>a<p>b</div></div></p>c<h1>d</h3>e"),
              ElementsAre("P a", "P b", "P c", "H1 d", "H1 e"));
}

std::string Repeat(const std::string& piece, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += piece;
  return all;
}

// Each is quadratic in some parser. All take well under a second here.
TEST(Html, HostilePagesTakeLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  std::string attributes = "<p ";
  for (int i = 0; i < 200000; ++i) {
    attributes += "a" + std::to_string(i) + "=\"\" ";
  }
  const std::string pages[] = {
      attributes + ">x",
      Repeat("<div>", 1000000) + "x",
      Repeat("<b>", 500000) + "x" + Repeat("</i>", 500000),
      Repeat("<div>", 300000) + "x" + Repeat("</p>", 300000),
      Repeat("<!--", 500000) + "-->x",
      Repeat("<", 1000000) + "x",
      "x" + Repeat("&", 1000000),
      "x<" + Repeat("a=\"", 500000),
      Repeat("<table><tr><td>", 300000) + "x",
      "x" + Repeat("<script>", 300000),
      Repeat("<li>", 500000) + "x"};
  for (const std::string& page : pages) {
    const Result<Document> d = ReadDocument("a.html", page);
    if (d.ok()) ExpectSound(d.value());
  }
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count(), 20.0);
}

}  // namespace
}  // namespace framescope
