// Markdown: blocks, lines of the file, and what is not text.
#include <gmock/gmock.h>

#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;

TEST(Markdown, BlocksHaveTheirKinds) {
  const Document d = MustRead(
      "a.md",
      "# Our *work*\n\nOne [link](http://x) and\ntwo.\n\n- a\n- b\n\n> said\n\n"
      "| x | y |\n|---|---|\n| 1 | 2 |\n\n```\ncode  x\n```\n");
  ExpectSound(d);
  EXPECT_THAT(Blocks(d), ElementsAre("H1 Our work", "P One link and two.",
                                     "LI a", "LI b", "Q said", "TD x", "TD y",
                                     "TD 1", "TD 2", "CODE code  x"));
  EXPECT_EQ(d.title, "Our work");
}

TEST(Markdown, LinesAreThoseOfTheFile) {
  const Document d =
      MustRead("a.md", "---\ntitle: \"T\"\n---\n\nOne\ntwo.\n\nThree.\n");
  EXPECT_EQ(d.title, "T");
  ASSERT_EQ(d.blocks.size(), 2u);
  EXPECT_EQ(d.blocks[0].line, 5u);
  EXPECT_EQ(d.blocks[1].line, 8u);
  EXPECT_EQ(d.text.substr(d.line_starts[5], 4), "two.");
}

TEST(Markdown, LinesBehindTheLastTextAreCounted) {
  EXPECT_EQ(MustRead("a.md", "One.\n\n[x]: y\n").line_starts.size(), 3u);
  EXPECT_EQ(MustRead("a.md", "One.\n\n[x]: y").line_starts.size(), 3u);
}

TEST(Markdown, HtmlInsideIsReadAsHtml) {
  EXPECT_THAT(Blocks(MustRead("a.md",
                              "<div>\n<p>In &eacute;</p>\n<script>no</script>\n"
                              "</div>\n\nOut <b>side</b> &amp; &rsquo;\n")),
              ElementsAre("P In \u00E9", "P Out side & \u2019"));
}

TEST(Markdown, PicturesAreNotText) {
  EXPECT_EQ(MustRead("a.md", "One ![alt text](x.png) two.\n").text, "One two.");
}

TEST(Markdown, BombsAreLinear) {
  for (const char* piece : {"*a ", "[", ">", "`", "![", "<", "&"}) {
    std::string text;
    for (int i = 0; i < 50000; ++i) text += piece;
    const Result<Document> d = ReadDocument("a.md", text);
    if (d.ok()) ExpectSound(d.value());
  }
}

}  // namespace
}  // namespace framescope
