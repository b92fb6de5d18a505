// E-mail: parts, encodings, quoted replies, and damage.
#include <gmock/gmock.h>

#include <chrono>

#include "document/mime.hpp"
#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Eml, HeadersAreTitleAndMetadata) {
  const Document d =
      MustRead("a.eml",
               "Subject: =?iso-8859-1?Q?Caf=E9?= =?utf-8?B?4oCT?=\r\n"
               " now\r\nFrom: a@b.c\r\n\r\nText.\r\n");
  EXPECT_EQ(d.title, "Caf\u00E9\u2013 now");
  EXPECT_THAT(d.metadata, ElementsAre(Pair("from", "a@b.c")));
  EXPECT_EQ(d.text, "Text.");
}

// Each looks as if it began an encoded word, and none ends.
TEST(Eml, AHeaderOfBegunWordsIsReadInOnePass) {
  std::string begun;
  for (int i = 0; i < 300'000; ++i) begun += "=?a?Q?x";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(DecodeWords("=?utf-8?Q?=C3=A9?=" + begun),
              testing::StartsWith("\u00E9=?a?Q?x=?a?Q?x"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Eml, RepliesAreQuotations) {
  const Document d = MustRead("a.eml",
                              "Subject: x\n\nWe see it so.\n\n> They have told "
                              "us that they see\n> a burden here.\n"
                              "No.\n");
  EXPECT_THAT(
      Blocks(d),
      ElementsAre("P We see it so.",
                  "Q They have told us that they see a burden here.", "P No."));
}

TEST(Eml, OnlyHtmlIsReadAsHtml) {
  const Document d = MustRead("a.eml",
                              "Subject: x\nContent-Type: text/html; "
                              "charset=\"windows-1252\"\n\n<h1>A</h1>\x93"
                              "b\x94");
  EXPECT_THAT(Blocks(d), ElementsAre("H1 A",
                                     "P \u201C"
                                     "b\u201D"));
  EXPECT_EQ(d.title, "x");
}

TEST(Eml, AttachmentsAreLeftOutWithNotice) {
  const Document d = MustRead(
      "a.eml",
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n--b\n"
      "Content-Type: text/plain\nContent-Disposition: attachment\n\nno\n");
  EXPECT_EQ(d.text, "Text.");
  EXPECT_TRUE(HasNotice(d, "eml.attachments"));
}

TEST(Eml, DamageAndDepthAreNamed) {
  EXPECT_EQ(MustFail("a.eml", "no headers here").code(), StatusCode::kParse);
  EXPECT_EQ(MustFail("a.eml", "Content-Type: multipart/mixed\n\nx").code(),
            StatusCode::kParse);
  std::string deep;
  for (int i = 0; i < 20000; ++i) {
    deep += "Content-Type: multipart/mixed; boundary=" + std::to_string(i) +
            "\n\n--" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(MustFail("a.eml", deep).code(), StatusCode::kTooLarge);
}

TEST(Mime, TransferEncodings) {
  EXPECT_EQ(DecodeTransfer("caf=C3=A9 =\r\nend=", "Quoted-Printable"),
            "caf\u00E9 end=");
  EXPECT_EQ(DecodeTransfer("SGVs\r\nbG8=", "base64"), "Hello");
  EXPECT_EQ(MimeParameter("a/b; c=d; charset=\"x y\"", "charset"), "x y");
}

}  // namespace
}  // namespace framescope
