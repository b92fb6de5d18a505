// .docx and .odt: changes, boxes, notes; and archives that mean harm.
#include <gmock/gmock.h>

#include "unit/document/read_text.hpp"
#include "unit/document/zip_maker.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const char* const kWord =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
    "2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/"
    "markup-compatibility/2006\"><w:body>";

std::string DocxOf(const std::string& body, const std::string& start = "") {
  return ZipMaker()
      .Add("word/document.xml", start + kWord + body + "</w:body></w:document>")
      .Make();
}

// A paragraph with one run.
std::string P(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(Docx, ChangesAreAccepted) {
  const Document d = MustRead(
      "a.docx",
      DocxOf("<w:p><w:r><w:t xml:space='preserve'>She </w:t></w:r>"
             "<w:del><w:r><w:delText>cannot</w:delText></w:r></w:del>"
             "<w:ins><w:r><w:t>can</w:t></w:r></w:ins>"
             "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
             "<w:r><w:t xml:space='preserve'> choose.</w:t></w:r></w:p>"));
  EXPECT_EQ(d.text, "She can choose.");
}

TEST(Docx, TextBoxComesOnceAfterItsParagraph) {
  const std::string box = "<w:txbxContent>" + P("Box.") + "</w:txbxContent>";
  const Document d =
      MustRead("a.docx", DocxOf("<w:p><w:r><w:t>Be</w:t></w:r><w:r>"
                                "<mc:AlternateContent><mc:Choice>" +
                                box + "</mc:Choice><mc:Fallback>" + box +
                                "</mc:Fallback></mc:AlternateContent></w:r>"
                                "<w:r><w:t>fore.</w:t></w:r></w:p>" +
                                P("After.")));
  EXPECT_THAT(Blocks(d), ElementsAre("P Before.", "P Box.", "P After."));
}

TEST(Docx, TabsBreaksLinksAndHiddenText) {
  const Document d = MustRead(
      "a.docx",
      DocxOf("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
             "</w:r><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
             "<w:r><w:instrText>PAGE</w:instrText></w:r>"
             "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"));
  EXPECT_EQ(d.text, "a b\nclink");
}

TEST(Docx, PagesAreCounted) {
  const Document d = MustRead(
      "a.docx",
      DocxOf(
          P("One.") +
          "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
          "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r></w:p>"));
  ASSERT_EQ(d.blocks.size(), 2u);
  EXPECT_EQ(d.blocks[0].page, 1u);
  EXPECT_EQ(d.blocks[1].page, 2u);
}

TEST(Docx, StylesGiveHeadingsListsAndContents) {
  const std::string styles =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
      "2006/main\"><w:style w:styleId='U'><w:name w:val='heading 2'/>"
      "</w:style><w:style w:styleId='M'><w:basedOn w:val='U'/></w:style>"
      "<w:style w:styleId='T'><w:name w:val='toc 1'/></w:style></w:styles>";
  const auto styled = [](const std::string& properties) {
    return "<w:p><w:pPr>" + properties +
           "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
  };
  const Document d = MustRead(
      "a.docx", ZipMaker()
                    .Add("word/styles.xml", styles)
                    .Add("word/document.xml",
                         kWord + styled("<w:pStyle w:val='M'/>") +
                             styled("<w:pStyle w:val='T'/>") +
                             styled("<w:numPr><w:numId w:val='3'/></w:numPr>") +
                             "</w:body></w:document>")
                    .Make());
  EXPECT_THAT(Blocks(d), ElementsAre("H2 x", "LI x"));
  EXPECT_TRUE(HasNotice(d, "office.contents"));
}

TEST(Odt, ChangesNotesAndSpaces) {
  const std::string ns = "urn:oasis:names:tc:opendocument:xmlns:";
  const Document d = MustRead(
      "a.odt",
      ZipMaker()
          .Add("content.xml",
               "<o:d xmlns:o='" + ns + "office:1.0' xmlns:t='" + ns +
                   "text:1.0'><o:text><t:tracked-changes><t:p>gone</t:p>"
                   "</t:tracked-changes><t:p>a<t:s/>b<t:note><t:note-citation>"
                   "1</t:note-citation><t:note-body><t:p>Note.</t:p>"
                   "</t:note-body></t:note><t:line-break/>c"
                   "<o:annotation><t:p>no</t:p></o:annotation></t:p>"
                   "<t:list><t:list-item><t:p>d</t:p></t:list-item></t:list>"
                   "</o:text></o:d>")
          .Make());
  EXPECT_THAT(Blocks(d), ElementsAre("P a b/c", "LI d", "P Note."));
}

TEST(Odt, PasswordIsNamed) {
  const std::string zip =
      ZipMaker()
          .Add("META-INF/manifest.xml", "<m><encryption-data/></m>")
          .Add("content.xml", "garbage")
          .Make();
  const Status status = MustFail("a.odt", zip);
  EXPECT_EQ(status.code(), StatusCode::kUnsupported);
  EXPECT_THAT(status.message(), HasSubstr("password"));
}

TEST(OfficeHostile, OtherContentIsNamed) {
  EXPECT_THAT(MustFail("a.docx", "plain text").message(), HasSubstr("zip"));
  EXPECT_THAT(MustFail("a.docx", "%PDF-1.4").message(), HasSubstr("a PDF"));
  EXPECT_THAT(
      MustFail("a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x").message(),
      HasSubstr("old Word"));
  EXPECT_THAT(MustFail("a.docx", ZipMaker().Add("x", "y").Make()).message(),
              HasSubstr("word/document.xml"));
}

TEST(OfficeHostile, EveryTruncationFailsCleanly) {
  const std::string whole = DocxOf(P("She decides."));
  EXPECT_EQ(MustRead("a.docx", whole).text, "She decides.");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(ReadDocument("a.docx", whole.substr(0, size)).ok()) << size;
  }
}

TEST(OfficeHostile, EveryFlippedByteEndsCleanly) {
  const std::string whole = DocxOf(P("She decides."));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    const Result<Document> d = ReadDocument("a.docx", damaged);
    if (d.ok()) ExpectSound(d.value());
  }
}

TEST(OfficeHostile, ZipBombIsRefused) {
  const std::string bomb = DocxOf(P(std::string(300 << 20, ' ')));
  EXPECT_LT(bomb.size(), 1u << 20);
  const Status status = MustFail("a.docx", bomb);
  EXPECT_EQ(status.code(), StatusCode::kTooLarge);
  EXPECT_THAT(status.message(), HasSubstr("zip bomb"));
}

TEST(OfficeHostile, LyingSizesAndDuplicatesAreRefused) {
  const std::string xml = kWord + P("x") + "</w:body></w:document>";
  EXPECT_EQ(MustFail("a.docx",
                     ZipMaker().Add("word/document.xml", xml).Lie(10).Make())
                .code(),
            StatusCode::kParse);
  EXPECT_EQ(MustFail("a.docx", ZipMaker()
                                   .Add("word/document.xml", xml)
                                   .Add("word/document.xml", xml)
                                   .Make())
                .code(),
            StatusCode::kParse);
}

TEST(OfficeHostile, ArchivesOfSoManyPartsAreRefused) {
  ZipMaker zip;
  for (int i = 0; i <= 10'000; ++i) zip.Add(std::to_string(i), "");
  const Status status = MustFail("a.docx", zip.Make());
  EXPECT_EQ(status.code(), StatusCode::kTooLarge);
  EXPECT_THAT(status.message(), testing::HasSubstr("10,000 entries"));
}

TEST(OfficeHostile, DeepXmlIsRefused) {
  std::string deep;
  for (int i = 0; i < 2000000; ++i) deep += "<w:p>";
  const Status status = MustFail("a.docx", DocxOf(deep));
  EXPECT_EQ(status.code(), StatusCode::kTooLarge);
}

TEST(OfficeHostile, EntitiesAreRefused) {
  const std::string laughs =
      "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
  const Status status = MustFail("a.docx", DocxOf(P("&b;"), laughs));
  EXPECT_EQ(status.code(), StatusCode::kParse);
  EXPECT_THAT(status.message(), HasSubstr("DOCTYPE"));
  EXPECT_EQ(MustFail("a.docx", DocxOf(P("&b;"))).code(), StatusCode::kParse);
}

TEST(OfficeHostile, TagWithManyAttributesIsRefused) {
  std::string tag = "<w:p ";
  for (int i = 0; i < 200000; ++i) tag += "a" + std::to_string(i) + "='' ";
  EXPECT_EQ(MustFail("a.docx", DocxOf(tag + "/>")).code(),
            StatusCode::kTooLarge);
  // The same in a comment or in CDATA is text like any other.
  EXPECT_EQ(
      MustRead("a.docx", DocxOf("<!-- ' " + tag + "/> -->" + P("x"))).text,
      "x");
}

TEST(OfficeHostile, Utf16IsNamed) {
  const std::string utf16("\xFF\xFE<\0w\0", 6);
  EXPECT_THAT(
      MustFail("a.docx", ZipMaker().Add("word/document.xml", utf16).Make())
          .message(),
      HasSubstr("UTF-16"));
}

}  // namespace
}  // namespace framescope
