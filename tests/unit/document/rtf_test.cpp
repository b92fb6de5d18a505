// Rich text: encodings, destinations, and damage.
#include <gmock/gmock.h>

#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;

std::string Text(const std::string& body) {
  return MustRead("a.rtf", "{\\rtf1\\ansi\\ansicpg1252 " + body + "}").text;
}

TEST(Rtf, BytesFollowTheCodePage) {
  EXPECT_EQ(Text("caf\\'e9 \\'93so\\'94\\par"), "caf\u00E9 \u201Cso\u201D");
  EXPECT_EQ(Text("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}"
                 "\\f1\\'c4\\'e0"),
            "\u0414\u0430");
}

TEST(Rtf, UnicodeSkipsItsSubstitute) {
  EXPECT_EQ(Text("\\uc1\\u8217?s {\\uc0\\u233}t\\u233\\'e9."),
            "\u2019s \u00E9t\u00E9.");
  EXPECT_EQ(Text("\\u-10179?\\u-8704?"), "\U0001F600");
}

TEST(Rtf, DestinationsAreNotText) {
  EXPECT_EQ(Text("{\\*\\foo no}{\\header no\\par}{\\pict ffff}"
                 "{\\field{\\*\\fldinst no}{\\fldrslt yes}}{\\v no}"),
            "yes");
}

TEST(Rtf, SymbolsAndBreaks) {
  EXPECT_EQ(Text("a\\emdash b\\~c\\_d\\line e\\{\\}\\\\"),
            "a\u2014b\u00A0c\u2011d\ne{}\\");
}

TEST(Rtf, BlocksAndNotes) {
  const Document d = MustRead(
      "a.rtf",
      "{\\rtf1{\\stylesheet{\\s1\\outlinelevel1 H;}}{\\info{\\title T}}"
      "\\pard\\s1 Head\\par\\pard One{\\footnote\\pard Note.}two.\\par"
      "\\pard{\\listtext 1.}\\ls1 Item\\par\\pard\\intbl a\\cell "
      "b\\cell\\row}");
  EXPECT_THAT(Blocks(d), ElementsAre("H2 Head", "P Onetwo.", "LI Item", "TD a",
                                     "TD b", "P Note."));
  EXPECT_EQ(d.title, "T");
}

TEST(Rtf, DamageEndsCleanly) {
  EXPECT_TRUE(HasNotice(MustRead("a.rtf", "{\\rtf1 Cut \\b off"), "rtf.cut"));
  EXPECT_EQ(MustFail("a.rtf", "{\\rtf1}").code(), StatusCode::kNoText);
  EXPECT_EQ(MustFail("a.rtf", "no").code(), StatusCode::kParse);
  EXPECT_EQ(MustFail("a.rtf", "{\\rtf1" + std::string(100000, '{')).code(),
            StatusCode::kTooLarge);
  for (const char* odd :
       {"{\\rtf1\\'", "{\\rtf1\\'z", "{\\rtf1\\bin99999999999 x}", "{\\rtf1\\",
        "{\\rtf1\\u99999999999 x}", "{\\rtf1}}}}x", "{\\rtf1\\bin-5 x}"}) {
    const Result<Document> d = ReadDocument("a.rtf", odd);
    if (d.ok()) ExpectSound(d.value());
  }
}

}  // namespace
}  // namespace framescope
