// Where cells stand in tables, by every format that has them.
#include <gmock/gmock.h>

#include "unit/document/read_text.hpp"
#include "unit/document/zip_maker.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;

// "1^ head" for a block in column 1 of a first row, "2 text" in another row,
// "0 text" outside tables.
std::vector<std::string> Places(const std::string& name,
                                const std::string& bytes) {
  const Document document = MustRead(name, bytes);
  std::vector<std::string> shown;
  for (const Block& block : document.blocks) {
    shown.push_back(std::to_string(block.column) +
                    (block.in_first_row ? "^ " : " ") +
                    document.text.substr(block.begin, block.end - block.begin));
  }
  return shown;
}

TEST(Tables, OfHtml) {
  EXPECT_THAT(
      Places("a.html",
             "<p>p</p><table><thead><tr><th>a<th>b</thead><tbody><tr><td>c"
             "<td><p>d</p><ul><li>e</ul></tbody></table><p>q</p>"
             "<table><tr><td>f</table>"),
      ElementsAre("0 p", "1^ a", "2^ b", "1 c", "2 d", "2 e", "0 q", "1^ f"));
}

TEST(Tables, OfHtmlWithWideCells) {
  EXPECT_THAT(Places("a.html",
                     "<table><tr><td colspan=2>a<td>b<tr><td><td colspan=x>c"
                     "<td>d</table>"),
              ElementsAre("1^ a", "3^ b", "2 c", "3 d"));
}

// Below a cell that reaches down, columns are not known.
TEST(Tables, OfHtmlWithTallCells) {
  EXPECT_THAT(Places("a.html",
                     "<table><tr><td>a<td>b<tr><td rowspan=2>c<td>d<tr><td>e"
                     "</table><table><tr><td>f<tr><td>g</table>"),
              ElementsAre("1^ a", "2^ b", "1 c", "2 d", "0 e", "1^ f", "1 g"));
}

TEST(Tables, OfHtmlInOneAnother) {
  EXPECT_THAT(Places("a.html",
                     "<table><tr><td>a<td>b<tr><td><table><tr><td>c<td>d"
                     "</table>e<td>f</table>"),
              ElementsAre("1^ a", "2^ b", "1^ c", "2^ d", "1 e", "2 f"));
}

TEST(Tables, OfHtmlWithoutRowsHaveNoColumns) {
  EXPECT_THAT(Places("a.html", "<table><td>a</td></table><tr><td>b"),
              ElementsAre("0 a", "0 b"));
}

TEST(Tables, OfMarkdown) {
  EXPECT_THAT(Places("a.md",
                     "p\n\n| a | b |\n|---|---|\n| c | d |\n|   | e |\n"
                     "\nq\n"),
              ElementsAre("0 p", "1^ a", "2^ b", "1 c", "2 d", "2 e", "0 q"));
}

TEST(Tables, OfRtf) {
  EXPECT_THAT(
      Places("a.rtf",
             "{\\rtf1 p\\par\\trowd\\pard\\intbl a\\cell b{\\footnote\\pard "
             "n\\par}\\cell\\row\\trowd\\pard\\intbl\\cell c\\par d\\cell\\row"
             "\\pard q\\par\\trowd\\pard\\intbl e\\cell\\row}"),
      ElementsAre("0 p", "1^ a", "2^ b", "2 c", "2 d", "0 q", "1^ e", "0 n"));
}

TEST(Tables, OfDocx) {
  const auto cell = [](const std::string& text, const std::string& of = "") {
    return "<w:tc>" + of + "<w:p><w:r><w:t>" + text +
           "</w:t></w:r></w:p></w:tc>";
  };
  const std::string wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>";
  const std::string document =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
      "wordprocessingml/2006/main\"><w:body><w:tbl><w:tr>" +
      cell("a", wide) + cell("b") + "</w:tr><w:tr>" + cell("c") + cell("") +
      cell("d") + "</w:tr></w:tbl><w:p><w:r><w:t>q</w:t></w:r></w:p>" +
      "</w:body></w:document>";
  EXPECT_THAT(
      Places("a.docx", ZipMaker().Add("word/document.xml", document).Make()),
      ElementsAre("1^ a", "3^ b", "1 c", "3 d", "0 q"));
}

TEST(Tables, OfOdt) {
  const std::string ns = "urn:oasis:names:tc:opendocument:xmlns:";
  const auto cell = [](const std::string& text, const std::string& of = "") {
    return "<b:table-cell " + of + "><t:p>" + text + "</t:p></b:table-cell>";
  };
  const std::string content =
      "<o:d xmlns:o='" + ns + "office:1.0' xmlns:t='" + ns +
      "text:1.0' xmlns:b='" + ns + "table:1.0'><o:text><b:table><b:table-row>" +
      cell("a", "b:number-columns-spanned='2'") + "<b:covered-table-cell/>" +
      cell("b") + "</b:table-row><b:table-row>" + cell("c") +
      cell("", "b:number-columns-repeated='1'") + cell("d") +
      "</b:table-row></b:table><t:p>q</t:p></o:text></o:d>";
  EXPECT_THAT(Places("a.odt", ZipMaker().Add("content.xml", content).Make()),
              ElementsAre("1^ a", "3^ b", "1 c", "3 d", "0 q"));
}

TEST(Tables, ColumnsThatCannotBeToldAreNotKnown) {
  std::string row;
  for (int i = 1; i <= 300; ++i) row += "<td>" + std::to_string(i);
  const std::vector<std::string> places =
      Places("a.html", "<table><tr>" + row + "</table>");
  ASSERT_EQ(places.size(), 300u);
  EXPECT_EQ(places[254], "255^ 255");
  EXPECT_EQ(places[255], "0 256");
}

}  // namespace
}  // namespace framescope
