// Bytes of any encoding to UTF-8, and what is said about it.
#include "unicode/encoding.hpp"

#include <gtest/gtest.h>

#include <string>

namespace framescope {
namespace {

using namespace std::string_literals;

Decoded DecodeOk(const std::string& bytes, const std::string& encoding = "") {
  auto result = Decode(bytes, encoding);
  EXPECT_TRUE(result.ok()) << result.status().message();
  return std::move(result).value();
}

// ASCII text in UTF-16.
std::string Utf16(const std::string& text, bool big) {
  std::string out;
  for (const char c : text) out += big ? "\0"s + c : c + "\0"s;
  return out;
}

TEST(Encoding, Utf8IsLeftAsItIs) {
  const Decoded d = DecodeOk("naïve “care” 😀");
  EXPECT_EQ(d.text, "naïve “care” 😀");
  EXPECT_EQ(d.encoding, "utf-8");
  EXPECT_EQ(d.replaced, 0u);
  EXPECT_EQ(d.first_replaced, -1);
}

TEST(Encoding, ByteOrderMarksDecideAndVanish) {
  EXPECT_EQ(DecodeOk("\xEF\xBB\xBF"
                     "care")
                .text,
            "care");
  EXPECT_EQ(DecodeOk("\xFF\xFE" + Utf16("care", false)).text, "care");
  EXPECT_EQ(DecodeOk("\xFE\xFF" + Utf16("care", true)).text, "care");
  EXPECT_EQ(DecodeOk("\xFF\xFE\0\0c\0\0\0"s).text, "c");
}

TEST(Encoding, Utf16WithoutMarkIsToldByItsNulBytes) {
  const Decoded little = DecodeOk(Utf16("care and support", false));
  EXPECT_EQ(little.text, "care and support");
  EXPECT_EQ(little.encoding, "utf-16le");
  const Decoded big = DecodeOk(Utf16("care and support", true));
  EXPECT_EQ(big.text, "care and support");
  EXPECT_EQ(big.encoding, "utf-16be");
}

TEST(Encoding, OtherBytesAreWindows1252) {
  const Decoded d = DecodeOk(
      "\x93na\xEFve\x94 \xA3"
      "5");
  EXPECT_EQ(d.text, "“naïve” £5");
  EXPECT_EQ(d.encoding, "windows-1252");
}

TEST(Encoding, NearlyUtf8StaysUtf8) {
  const Decoded d = DecodeOk("caf\xC3\xA9 \xFF ok");
  EXPECT_EQ(d.text, "café \xEF\xBF\xBD ok");
  EXPECT_EQ(d.encoding, "utf-8");
  EXPECT_EQ(d.replaced, 1u);
  EXPECT_EQ(d.first_replaced, 6);
}

TEST(Encoding, OneReplacementForEachMalformedSequence) {
  EXPECT_EQ(DecodeOk("\xE2\x80x", "utf-8").replaced, 1u);
  EXPECT_EQ(DecodeOk("\xED\xA0\x80", "utf-8").replaced, 3u);
  EXPECT_EQ(DecodeOk("\xF0\x9F\x98", "UTF-8").text, "\xEF\xBF\xBD");
}

TEST(Encoding, GivenEncodingIsUsed) {
  EXPECT_EQ(DecodeOk("\xE9", "iso-8859-1").text, "é");
  EXPECT_EQ(DecodeOk("\xC3\xA9", "windows-1252").text, "Ã©");
  const Decoded d = DecodeOk("\x83\x65\x83 \x82\xA0", "shift_jis");
  EXPECT_EQ(d.replaced, 1u);
  EXPECT_EQ(d.first_replaced, 2);
  EXPECT_EQ(Decode("x", "klingon").status().code(), StatusCode::kUnsupported);
}

TEST(Encoding, LoneSurrogatesAreReplaced) {
  const Decoded d = DecodeOk(
      "a\0\x00\xD8"
      "b\0"s,
      "utf-16le");
  EXPECT_EQ(d.text,
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(d.replaced, 1u);
  EXPECT_EQ(d.first_replaced, 2);
}

TEST(Encoding, LongTextsCrossTheBuffers) {
  std::string utf8, utf16;
  for (int i = 0; i < 20000; ++i) {
    utf8 += "a😀";
    utf16 += "a\0\x3D\xD8\x00\xDE"s;
  }
  EXPECT_EQ(DecodeOk(utf16, "utf-16le").text, utf8);
}

TEST(Encoding, EmptyIsEmpty) { EXPECT_EQ(DecodeOk("").text, ""); }

TEST(Encoding, FindsTheFirstInvalidByte) {
  EXPECT_EQ(FirstInvalidUtf8(""), -1);
  EXPECT_EQ(FirstInvalidUtf8(std::string(100, 'a') + "é😀"), -1);
  for (int at = 0; at < 40; ++at) {
    std::string text(static_cast<std::size_t>(at), 'a');
    EXPECT_EQ(FirstInvalidUtf8(text + "\x80" + "bcd"), at);
    EXPECT_EQ(FirstInvalidUtf8(text + "é\xC3"), at + 2);
  }
  EXPECT_EQ(FirstInvalidUtf8("\xC0\x80"), 0);
  EXPECT_EQ(FirstInvalidUtf8("\xED\xA0\x80"), 0);
  EXPECT_EQ(FirstInvalidUtf8("\xF4\x90\x80\x80"), 0);
}

TEST(Encoding, DecodedTextIsAlwaysValid) {
  std::uint64_t state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < 24; ++i) {
      state = state * 6364136223846793005ull + 1442695040888963407ull;
      bytes += static_cast<char>(state >> (round % 2 == 0 ? 56 : 58));
    }
    for (const char* encoding : {"", "utf-8", "utf-16be", "gb18030"}) {
      const auto d = Decode(bytes, encoding);
      ASSERT_TRUE(d.ok());
      ASSERT_EQ(FirstInvalidUtf8(d.value().text), -1);
    }
  }
}

}  // namespace
}  // namespace framescope
