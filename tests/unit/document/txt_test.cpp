// Plain text: paragraphs, wraps, line numbers, encodings.
#include <gmock/gmock.h>

#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(PlainText, EmptyLinesPartParagraphs) {
  const Document d = PlainText("One thing.\n\nAnother thing.\n \t\nA third.");
  EXPECT_THAT(Blocks(d),
              ElementsAre("P One thing.", "P Another thing.", "P A third."));
}

TEST(PlainText, HardWrappedLinesAreOneBlock) {
  const Document d = PlainText(
      "She has built a life that works for her, with friends in\n"
      "Bradford and a job that she likes. The council calls this\n"
      "independence. She calls it her life.\n");
  ASSERT_EQ(d.blocks.size(), 1u);
  EXPECT_EQ(d.blocks[0].line, 1u);
}

TEST(PlainText, LinesThatWereEndedOnPurposeAreBlocksOfTheirOwn) {
  const Document d = PlainText(
      "People told us what they want from the service and we have written it "
      "down here in their own words, as they said it to us in the spring.\n"
      "We asked two hundred people in four towns, and most of them answered, "
      "some by telephone and some in their own living rooms.\n");
  EXPECT_EQ(d.blocks.size(), 2u);
}

TEST(PlainText, ShortLineBeforeLongOneIsHeading) {
  const Document d = PlainText(
      "What we heard\n"
      "People told us what they want from the service and we have written it "
      "down here in their own words, as they said it to us in the spring.\n");
  ASSERT_EQ(d.blocks.size(), 2u);
  EXPECT_EQ(d.blocks[0].kind, BlockKind::kHeading);
  EXPECT_EQ(d.title, "What we heard");
}

TEST(PlainText, TitleIsAFirstLineOfUpTo120Characters) {
  for (const std::string character : {"a", "\u00E9", "\u2019", "\U0001F600"}) {
    std::string line = "T";
    for (int i = 1; i < 120; ++i) line += character;
    EXPECT_EQ(PlainText(line).title, line);
    EXPECT_EQ(PlainText(line + character).title, "");
  }
}

TEST(PlainText, RaggedWrapJoinsWhereTheSentenceRunsOn) {
  const Document d = PlainText(
      "Support that fits around the life of a person\n"
      "can be a springboard, and we have seen it work in many places over the "
      "last years.\n"
      "It can also be a cage.\n");
  EXPECT_THAT(Blocks(d)[0], HasSubstr("person/can be"));
}

TEST(PlainText, BulletsAndNumbersAreListItems) {
  const Document d = PlainText(
      "We offer:\n- a place to meet\n- a hot meal\n\n1. Ask.\n2. Listen.\n"
      "\n\u2022 Trust\n\u2022 Time\n");
  EXPECT_THAT(Blocks(d),
              ElementsAre("P We offer:", "LI a place to meet", "LI a hot meal",
                          "LI Ask.", "LI Listen.", "LI Trust", "LI Time"));
}

TEST(PlainText, DashInsideWrappedSentenceIsNoListItem) {
  const Document d = PlainText(
      "The people who come here have known each other for years\n"
      "- some of them for decades - and they look after each other\n"
      "when the winter comes.\n");
  EXPECT_EQ(d.blocks.size(), 1u);
}

TEST(PlainText, AllLineEndsCount) {
  const Document d = PlainText("a b.\r\n\r\nC d.\r\rE f.\n\nG h.\u2029I j.");
  EXPECT_THAT(Blocks(d),
              ElementsAre("P a b.", "P C d.", "P E f.", "P G h.", "P I j."));
  EXPECT_THAT(d.line_starts, ElementsAre(0, 6, 8, 13, 14, 19, 20));
  EXPECT_EQ(d.blocks[1].line, 3u);
  EXPECT_EQ(d.blocks[2].line, 5u);
}

TEST(PlainText, FormFeedsCountPages) {
  const Document d = PlainText("One.\n\fTwo begins\n\fand ends here.\n");
  ASSERT_EQ(d.blocks.size(), 2u);
  EXPECT_EQ(d.blocks[0].page, 1u);
  EXPECT_EQ(d.blocks[1].page, 2u);
  EXPECT_EQ(PlainText("One.").blocks[0].page, 0u);
}

TEST(PlainText, QuotedLinesAreQuotations) {
  const Document d = PlainText("He wrote:\n> You are a burden.\n\nNo.");
  EXPECT_EQ(d.blocks[1].kind, BlockKind::kQuotation);
}

TEST(PlainText, TextIsUntouched) {
  const std::string text = "\U0001F600 \u201CCaf\u00E9\u201D\r\nb\tc\v d\n";
  EXPECT_EQ(PlainText(text).text, text);
  EXPECT_EQ(MustRead("a.txt", text).text, text);
}

TEST(PlainText, BytesThatAreNoUtf8AreReplacedWithNotice) {
  const Document d = PlainText("a \xFF b");
  EXPECT_EQ(d.text, "a \uFFFD b");
  EXPECT_TRUE(HasNotice(d, "decode.replaced"));
}

TEST(PlainText, LinesOfSignsAloneAreNoBlocks) {
  EXPECT_THAT(Blocks(PlainText("One.\n\n----\n\n* * *\n\nTwo.")),
              ElementsAre("P One.", "P Two."));
  EXPECT_THAT(PlainText("").blocks, IsEmpty());
}

TEST(Txt, Utf16WithoutMarkIsRead) {
  const std::string_view bytes("N\0o\0 \0p\0o\0u\0n\0d\0 \0\xA3\0.\0", 22);
  const Document d = MustRead("a.txt", bytes);
  EXPECT_EQ(d.text, "No pound \u00A3.");
  EXPECT_EQ(d.decoding, "utf-16le");
}

TEST(Txt, Windows1252IsRead) {
  const Document d = MustRead("a.txt", "\x93Not a burden\x94, \xA3 5.");
  EXPECT_EQ(d.text, "\u201CNot a burden\u201D, \u00A3 5.");
  EXPECT_EQ(d.decoding, "windows-1252");
}

// Large texts are taken over, not copied, unless they need decoding.
TEST(Txt, LargeTextsAreReadAsSmallOnesAre) {
  const std::string mark = "\xEF\xBB\xBF", bad = "caf\xE9 ";
  std::string text = "A day.\n\nCaf\u00E9.\n\n";
  while (text.size() < (1u << 21)) text += "More words follow here.\n\n";
  const Document plain = MustRead("a.txt", text);
  EXPECT_EQ(plain.text, text);
  EXPECT_EQ(plain.decoding, "utf-8");
  const Document marked = MustRead("a.txt", mark + text);
  EXPECT_EQ(marked.text, text);
  EXPECT_EQ(marked.decoding, MustRead("a.txt", mark + "A day.").decoding);
  const Document damaged = MustRead("a.txt", bad + text);
  EXPECT_EQ(damaged.decoding,
            MustRead("a.txt", bad + text.substr(0, 900)).decoding);
  EXPECT_NE(damaged.text.substr(0, 5), (bad + text).substr(0, 5));
}

TEST(Txt, EmptyFileHasNoText) {
  EXPECT_EQ(MustFail("a.txt", "").code(), StatusCode::kNoText);
  EXPECT_EQ(MustFail("a.txt", " \n\n").code(), StatusCode::kNoText);
}

TEST(Txt, OtherFormatsUnderItsNameAreRefused) {
  EXPECT_THAT(MustFail("a.txt", "%PDF-1.7 x").message(), HasSubstr("a PDF"));
  EXPECT_THAT(MustFail("a.txt", "PK\x03\x04 x").message(), HasSubstr("zip"));
  EXPECT_THAT(MustFail("a.txt", "{\\rtf1 x}").message(), HasSubstr("RTF"));
  const std::string binary = "ab\x01\x02\x03\x04\x05\x06 text";
  EXPECT_EQ(MustFail("a.txt", binary).code(), StatusCode::kParse);
}

TEST(Txt, LimitIsKept) {
  ReadOptions options;
  options.max_bytes = 10;
  const Status status = MustFail("a.txt", "Eleven byte", options);
  EXPECT_EQ(status.code(), StatusCode::kTooLarge);
  EXPECT_THAT(status.message(), HasSubstr("10 bytes"));
}

TEST(Txt, UnknownEndingIsPlainTextWhenNamed) {
  EXPECT_EQ(MustRead("NOTES", "Some text.").text, "Some text.");
  EXPECT_EQ(MustRead("a.log", "Some text.").text, "Some text.");
}

TEST(Txt, UnknownFormatOptionListsTheFormats) {
  ReadOptions options;
  options.format = "docs";
  const Status status = MustFail("a", "x", options);
  EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(status.message(), HasSubstr("docx"));
}

}  // namespace
}  // namespace framescope
