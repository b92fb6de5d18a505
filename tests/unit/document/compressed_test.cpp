// .gz and .zst: the text inside, piece by piece, and bombs.
#include <gmock/gmock.h>
#include <zlib.h>
#include <zstd.h>

#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::HasSubstr;

std::string Gzip(const std::string& text) {
  z_stream stream = {};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string Zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(
      ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

// Words that do not repeat much.
std::string Prose(int words) {
  std::string text;
  unsigned state = 1;
  for (int i = 0; i < words; ++i) {
    state = state * 1664525 + 1013904223;
    text += std::to_string(state >> 12) + (i % 12 == 11 ? ".\n" : " ");
  }
  return text;
}

TEST(Compressed, TextComesBackWhole) {
  for (const std::string& text : {std::string("Short."), Prose(300000)}) {
    EXPECT_EQ(MustRead("a.txt.gz", Gzip(text)).text, text);
    EXPECT_EQ(MustRead("a.txt.zst", Zstd(text)).text, text);
  }
  EXPECT_EQ(MustRead("a.txt.gz", Gzip("One. ") + Gzip("Two.")).text,
            "One. Two.");
  EXPECT_EQ(MustRead("a.txt.zst", Zstd("One. ") + Zstd("Two.")).text,
            "One. Two.");
  EXPECT_EQ(MustRead("a.jsonl.gz", Gzip("{\"text\": \"Hi.\"}\n")).text, "Hi.");
}

TEST(Compressed, TruncationIsDamage) {
  const std::string text = Prose(1000);
  for (const std::string& cut : {Gzip(text), Zstd(text)}) {
    const std::string name = cut[0] == '\x1F' ? "a.txt.gz" : "a.txt.zst";
    EXPECT_EQ(MustFail(name, cut.substr(0, cut.size() / 2)).code(),
              StatusCode::kParse);
    EXPECT_EQ(MustFail(name, "not packed").code(), StatusCode::kParse);
  }
}

TEST(Compressed, BombsAreRefused) {
  const std::string zeros(64 << 20, ' ');
  EXPECT_THAT(MustFail("a.txt.gz", Gzip(zeros)).message(), HasSubstr("200"));
  EXPECT_EQ(MustFail("a.csv.zst", Zstd(zeros)).code(), StatusCode::kTooLarge);
}

TEST(Compressed, OfficeFilesInsideAreRefused) {
  EXPECT_EQ(MustFail("a.docx.gz", Gzip("PK\x03\x04")).code(),
            StatusCode::kUnsupported);
}

}  // namespace
}  // namespace framescope
