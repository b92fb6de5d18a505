#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeAnalysis;
using sample::MakeLexicon;
using sample::MakeMatch;
using sample::MakeRich;
using sample::Report;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string Page(const std::vector<Analysis>& analyses, bool quiet = false) {
  ReportOptions options;
  options.format = ReportFormat::kHtml;
  options.quiet = quiet;
  return Report(options, analyses);
}

std::size_t CountOf(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

TEST(HtmlReport, IsWholeAndLoadsNothing) {
  const std::string page = Page({MakeRich(MakeLexicon())});
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(page, testing::EndsWith("</html>\n"));
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy\" content=\"default-src "
                              "'none'"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("http://")));
  EXPECT_THAT(page, Not(HasSubstr("https://")));
  EXPECT_THAT(page, Not(HasSubstr("url(")));
}

TEST(HtmlReport, MarksSayWhy) {
  const std::string page = Page({MakeRich(MakeLexicon())});
  EXPECT_THAT(page, HasSubstr("<mark class=\"neg not\">burden</mark>"));
  EXPECT_THAT(page, HasSubstr("<mark class=\"neg said\">burden</mark>"));
  EXPECT_THAT(page, HasSubstr("denied (“not”)"));
  EXPECT_THAT(page, HasSubstr("a denial turns it round (negation.not)"));
  EXPECT_THAT(page, HasSubstr("A guide to words (A. Writer, 2020)"));
  EXPECT_EQ(CountOf(page, "class=\"why\" tabindex=\"0\""), 5u);
  EXPECT_EQ(CountOf(page, "Often heard as"), 1u);
}

TEST(HtmlReport, WordsThatWouldBeMarkupAreEscapedEverywhere) {
  const std::string evil = "<b onclick=\"x\">'&burden";
  Analysis analysis =
      MakeAnalysis(MakeLexicon(), evil, {MakeMatch(evil, evil, 0)}, 3);
  analysis.document.title = analysis.document.path = evil;
  analysis.document.notices = {{"x", evil, 1}};
  analysis.matches[0].cue =
      analysis.matches[0].holder = {0, static_cast<std::uint32_t>(evil.size())};
  const std::string page = Page({analysis});
  EXPECT_THAT(page, Not(HasSubstr("<b onclick")));
  EXPECT_THAT(page, Not(HasSubstr("'&burden")));
  EXPECT_GE(CountOf(page, "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;burden"),
            6u);
}

// Each overlaps the next, from the beginning of the text to its end.
TEST(HtmlReport, AChainOfMatchesIsCutInOnePass) {
  constexpr std::uint32_t kMatches = 150'000;
  Analysis analysis =
      MakeAnalysis(MakeLexicon(), std::string(2 * kMatches + 2, 'a'), {}, 1);
  for (std::uint32_t i = 0; i < kMatches; ++i) {
    Match& match = analysis.matches.emplace_back();
    match.span = {2 * i, 2 * i + 3};
  }
  const auto begin = std::chrono::steady_clock::now();
  const std::string page = Page({analysis});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  EXPECT_EQ(CountOf(page, "<mark class=\"neg said neg said\">a</mark>"),
            kMatches - 1);
}

TEST(HtmlReport, OverlappingMatchesShareOneStopAndOneCard) {
  const std::string text = "a burden of ruin here";
  const Analysis analysis = MakeAnalysis(
      MakeLexicon(), text,
      {MakeMatch(text, "burden of ruin", 0), MakeMatch(text, "ruin here", 2)},
      5);
  const std::string page = Page({analysis});
  EXPECT_THAT(page, HasSubstr("<mark class=\"neg said\">burden of </mark>"
                              "<mark class=\"neg said neg said\">ruin</mark>"
                              "<mark class=\"neg said\"> here</mark>"));
  EXPECT_EQ(CountOf(page, "class=\"why\""), 1u);
  EXPECT_EQ(CountOf(page, "class=\"one\""), 2u);
  EXPECT_EQ(CountOf(page, "href=\"#m0\""), 4u);  // phrase, problem, two rows
}

TEST(HtmlReport, PhrasesWorthChangingAreThoseTheAuthorSays) {
  const std::string page = Page({MakeRich(MakeLexicon())});
  EXPECT_THAT(page, HasSubstr("The phrase most worth changing"));
  EXPECT_THAT(page, HasSubstr("instead: person who is supported; say what is "
                              "needed"));
  const std::string denied = "not a burden";
  EXPECT_THAT(Page({MakeAnalysis(
                  MakeLexicon(), denied,
                  {MakeMatch(denied, "burden", 0, Stance::kNegated)}, 3)}),
              Not(HasSubstr("worth changing")));
}

TEST(HtmlReport, OneMarkAloneIsNotTheWorst) {
  const std::string text = "a burden";
  const std::string page = Page(
      {MakeAnalysis(MakeLexicon(), text, {MakeMatch(text, "burden", 0)}, 2)});
  EXPECT_THAT(page, HasSubstr("person who is supported"));
  EXPECT_THAT(page, Not(HasSubstr("worth changing")));
}

TEST(HtmlReport, AnAxisWithoutMarksSaysSo) {
  const std::string page = Page({MakeAnalysis(MakeLexicon(), "Hm.", {}, 1)});
  EXPECT_THAT(page, HasSubstr("Lack or gift: no match."));
  EXPECT_THAT(page, HasSubstr("<p class=\"says\">no match</p>"));
  EXPECT_THAT(page, HasSubstr("aria-label=\"no match\""));
  EXPECT_THAT(page, Not(HasSubstr(">too little text to tell<")));
}

TEST(HtmlReport, CodesInTheTextHaveALegend) {
  const std::string page = Page({MakeRich(MakeLexicon())});
  const std::size_t legend = page.find("aria-label=\"Codes\"");
  ASSERT_NE(legend, std::string::npos);
  EXPECT_THAT(page.substr(legend, page.find("</ul>", legend) - legend),
              HasSubstr("</span></span> Burden and cost</li>"));
}

TEST(HtmlReport, EveryBarOfAListHasTheNameOfItsAxis) {
  const Analysis rich = MakeRich(MakeLexicon());
  const std::string page = Page({rich, rich});
  EXPECT_THAT(page, HasSubstr("<span class=\"axname soft\">Lack or gift"));
  EXPECT_THAT(page, HasSubstr(".axname{display:block}"));
}

TEST(HtmlReport, BlocksKeepTheirKind) {
  const std::string text = "Head\nitem\nsaid\ncode\ncell\nrest";
  Analysis analysis = MakeAnalysis(MakeLexicon(), text, {}, 6);
  analysis.document.blocks = {{0, 4, 1, 1, BlockKind::kHeading, 1},
                              {5, 9, 2, 1, BlockKind::kListItem, 0},
                              {10, 14, 3, 1, BlockKind::kQuotation, 0},
                              {15, 19, 4, 2, BlockKind::kCode, 0},
                              {20, 24, 5, 2, BlockKind::kTableCell, 0}};
  const std::string page = Page({analysis});
  EXPECT_THAT(page, HasSubstr("<h3>Head</h3>\n<ul>\n<li>item</li>\n</ul>\n"
                              "<blockquote><p>said</p></blockquote>"));
  EXPECT_THAT(page, HasSubstr("page 2</p>\n<pre>code</pre>"));
  EXPECT_THAT(page, HasSubstr("<p class=\"cell\">cell</p>"));
  EXPECT_THAT(page, HasSubstr("<p class=\"soft\">\nrest</p>"));
}

TEST(HtmlReport, QuietPagesHoldNoWords) {
  const std::string page = Page({MakeRich(MakeLexicon())}, true);
  EXPECT_THAT(page, Not(HasSubstr(">burden<")));
  EXPECT_THAT(page, Not(HasSubstr("Carers")));
  EXPECT_THAT(page, HasSubstr("Lack or gift"));
}

// Of a lexicon without axes, such as another tool's.
std::string ForeignPage(std::size_t documents) {
  Lexicon::Content content;
  content.categories.resize(3);
  content.categories[0].name = "support";
  content.categories[0].title = "words of support";
  content.categories[1].name = "harm.neglect";
  content.categories[2].name = "rest";
  content.entries.resize(3);
  for (std::uint32_t i = 0; i < 3; ++i) content.entries[i].category = i;
  const Lexicon lexicon(std::move(content));
  const std::string text = "Help & no neglect.";
  const Analysis analysis =
      MakeAnalysis(lexicon, text,
                   {MakeMatch(text, "Help", 0),
                    MakeMatch(text, "neglect", 1, Stance::kNegated)},
                   4);
  ReportOptions options;
  options.format = ReportFormat::kHtml;
  std::string page;
  const auto writer = ReportWriter::Create({lexicon, {}, "{}"}, options,
                                           [&](std::string_view piece) {
                                             page += piece;
                                             return true;
                                           });
  EXPECT_TRUE(writer->Begin(documents == 1).ok());
  for (std::size_t i = 0; i < documents; ++i) {
    EXPECT_TRUE(writer->Add(analysis).ok());
  }
  EXPECT_TRUE(writer->End().ok());
  return page;
}

TEST(HtmlReport, CategoriesWithoutAnAxisHaveRowsAndNoPole) {
  const std::string page = ForeignPage(1);
  const std::string cell = "</td><td class=\"num\">";
  EXPECT_THAT(page, HasSubstr("<td>support <span class=\"soft\">words of "
                              "support</span>" +
                              cell + "1" + cell + "1" + cell + "250.0" + cell +
                              "1.00</td>"));
  EXPECT_THAT(page, HasSubstr("<td>harm.neglect" + cell + "1" + cell + "0"));
  EXPECT_THAT(page, HasSubstr("No match in 1 of the categories."));
  EXPECT_THAT(page, HasSubstr("<mark class=\"plain said\">Help</mark>"));
  EXPECT_THAT(page, HasSubstr("<mark class=\"plain not\">neglect</mark>"));
  EXPECT_THAT(page, HasSubstr("<span>neglect</span></span>"));
  for (const char* word : {"pole", "balance", "class=\"neg", "class=\"pos"}) {
    EXPECT_THAT(page, Not(HasSubstr(word)));
  }
}

TEST(HtmlReport, CategoriesWithoutAnAxisHaveATotal) {
  const std::string page = ForeignPage(2);
  EXPECT_EQ(CountOf(page, "aria-label=\"Categories\""), 3u);
  EXPECT_THAT(page, HasSubstr("words of support</span></td><td class=\"num\">2"
                              "</td><td class=\"num\">2</td>"));
}

TEST(HtmlReport, RowsGoByTheirIdAndFailuresByTheirLine) {
  Analysis row = MakeRich(MakeLexicon());
  row.document.path = "art.csv";
  row.document.id = "a17";
  row.document.row = true;
  ReportOptions options;
  options.format = ReportFormat::kHtml;
  const std::string page =
      Report(options, {row, row},
             {{"art.csv:9", "art.csv",
               Status(StatusCode::kNoText, "no text", {-1, 9, 0})}});
  EXPECT_EQ(CountOf(page, "<span class=\"name\">a17</span>"), 2u);
  EXPECT_THAT(page, HasSubstr("<li>art.csv:9: no text</li>"));
}

TEST(HtmlReport, HoldsTheTextsOfTheFirst200Documents) {
  const Analysis analysis = MakeRich(MakeLexicon());
  const std::string fits = Page(std::vector<Analysis>(200, analysis));
  EXPECT_EQ(CountOf(fits, "class=\"text\""), 200u);
  EXPECT_THAT(fits, Not(HasSubstr("of its first 200 documents")));
  const std::string more = Page(std::vector<Analysis>(201, analysis));
  EXPECT_EQ(CountOf(more, "class=\"text\""), 200u);
  EXPECT_THAT(more, HasSubstr("of its first 200 documents"));
}

TEST(HtmlReport, ManyDocumentsAreListedWithTheirTotal) {
  ReportOptions options;
  options.format = ReportFormat::kHtml;
  const std::string page =
      Report(options, {MakeRich(MakeLexicon()), MakeRich(MakeLexicon())},
             {{"x", "<x>.docx", Status(StatusCode::kIo, "gone")}}, {"pipe"});
  EXPECT_EQ(CountOf(page, "<details class=\"doc\">"), 2u);
  EXPECT_EQ(CountOf(page, "id=\"d1-m0\""), 1u);
  EXPECT_EQ(CountOf(page, "id=\"d2-m0\""), 1u);
  EXPECT_THAT(page, HasSubstr("4 = 2 scored + 1 failed + 1 skipped"));
  EXPECT_THAT(page, HasSubstr("<li>&lt;x&gt;.docx: gone</li>"));
}

}  // namespace
}  // namespace framescope
