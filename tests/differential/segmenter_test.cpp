// The portable segmenter against ICU: characters in all pairs, random strings
// and, where it is at hand, prose.
#include "unicode/segmenter.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "differential/random.hpp"

namespace framescope {
namespace {

class PortableAgainstIcu : public testing::Test {
 protected:
  void Compare(const std::string& text) {
    const std::vector<Block> blocks = {
        {0, static_cast<std::uint32_t>(text.size())}};
    Segments expected, got;
    ASSERT_TRUE(icu_->Segment(text, blocks, &expected).ok());
    ASSERT_TRUE(portable_->Segment(text, blocks, &got).ok());
    ASSERT_EQ(got.words.size(), expected.words.size()) << Escaped(text);
    for (std::size_t i = 0; i < got.words.size(); ++i) {
      ASSERT_TRUE(got.words[i] == expected.words[i])
          << Escaped(text) << " word " << i;
    }
    ASSERT_EQ(got.sentences.size(), expected.sentences.size()) << Escaped(text);
    for (std::size_t i = 0; i < got.sentences.size(); ++i) {
      ASSERT_EQ(got.sentences[i].begin, expected.sentences[i].begin)
          << Escaped(text);
      ASSERT_EQ(got.sentences[i].end, expected.sentences[i].end)
          << Escaped(text);
      ASSERT_EQ(got.sentences[i].end_word, expected.sentences[i].end_word);
    }
  }

  static std::string Escaped(const std::string& text) {
    return testing::PrintToString(text.substr(0, 400));
  }

  std::unique_ptr<Segmenter> icu_ =
      std::move(Segmenter::Create("en-GB", "icu")).value();
  std::unique_ptr<Segmenter> portable_ =
      std::move(Segmenter::Create("en-GB", "portable")).value();
};

std::string Utf8(char32_t c) {
  std::string out;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
  return out;
}

TEST_F(PortableAgainstIcu, EveryCharacterAmongEveryKind) {
  const std::vector<std::string> kinds = {"a", "B", "1", "_", "'",  ".",
                                          ",", " ", "!", ")", "\n", "é"};
  for (char32_t c = 1; c < 0x3100; ++c) {
    if (c == 0x300) c = 0x1FF0;
    std::string text;
    for (const std::string& before : kinds) {
      for (const std::string& after : kinds) {
        text += before + Utf8(c) + after + "x. ";
      }
    }
    Compare(text);
    if (HasFatalFailure()) return;
  }
}

TEST_F(PortableAgainstIcu, AllShortStringsOfTheKinds) {
  const std::vector<std::string> kinds = {"a", "B", "1", "_", "’",  ".",
                                          ",", " ", "!", ")", "\n", "\xCC\x81"};
  std::vector<std::string> texts = {""};
  const std::size_t n = kinds.size();
  for (std::size_t i = 0; i < 1 + n + n * n + n * n * n; ++i) {
    for (const std::string& kind : kinds) texts.push_back(texts[i] + kind);
  }
  for (const std::string& text : texts) {
    Compare(text + "z");
    if (HasFatalFailure()) return;
  }
}

TEST_F(PortableAgainstIcu, RandomStrings) {
  const std::uint64_t seed = 20263;
  SCOPED_TRACE("seed " + std::to_string(seed));
  const std::vector<std::string> pieces = {"a",
                                           "b",
                                           "Z",
                                           "I",
                                           "9",
                                           "0",
                                           "_",
                                           "'",
                                           "’",
                                           "‘",
                                           ".",
                                           ",",
                                           ";",
                                           ":",
                                           "!",
                                           "?",
                                           "-",
                                           "–",
                                           "—",
                                           "…",
                                           "“",
                                           "”",
                                           "(",
                                           ")",
                                           "\"",
                                           "@",
                                           "#",
                                           "£",
                                           "€",
                                           "é",
                                           "ß",
                                           "Ñ",
                                           "ñ",
                                           "\xC2\xAD",
                                           "\xC2\xA0",
                                           "\xCC\x81",
                                           "\xE2\x81\xA0",
                                           "\xE2\x80\x8D",
                                           "漢",
                                           "か",
                                           "ア",
                                           "한",
                                           "ไ",
                                           "א",
                                           "😀",
                                           "🇬",
                                           "👩",
                                           " ",
                                           " ",
                                           " ",
                                           "\n",
                                           "\r\n",
                                           "\t",
                                           "\xC2\x85",
                                           "\xE2\x80\xA8",
                                           "\x0B",
                                           "·",
                                           "․",
                                           "ⅷ",
                                           "²",
                                           "ª",
                                           "\xEF\xBC\x8E",
                                           "\xEF\xB8\x8F"};
  Random random(seed);
  for (int round = Iterations(20000); round > 0; --round) {
    std::string text;
    for (std::uint32_t i = 1 + random.Below(40); i > 0; --i) {
      text += random.Of(pieces);
    }
    Compare(text);
    if (HasFatalFailure()) return;
  }
}

// "\\u2019" and the like as UTF-8.
std::string WithoutEscapes(const std::string& json) {
  std::string text;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const bool escape =
        json.compare(at, 2, "\\u") == 0 && at + 6 <= json.size();
    if (!escape) {
      text += json[at];
      continue;
    }
    const auto c = static_cast<char32_t>(
        std::strtoul(json.substr(at + 2, 4).c_str(), nullptr, 16));
    if (c < 0xD800 || c > 0xDFFF) text += Utf8(c);
    at += 5;
  }
  return text;
}

TEST_F(PortableAgainstIcu, Prose) {
  const std::string path =
      std::string(FRAMESCOPE_SOURCE_DIR) + "/../shared/corpus/prose.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no prose at " << path;
  FILE* file = popen(("gzip -dc '" + path + "'").c_str(), "r");
  ASSERT_NE(file, nullptr);
  std::vector<char> line(1 << 21);
  for (int i = Iterations(300); i > 0; --i) {
    if (std::fgets(line.data(), static_cast<int>(line.size()), file) ==
        nullptr) {
      break;
    }
    std::string text = line.data();
    for (std::size_t at = 0;
         (at = text.find("\\n", at)) != std::string::npos;) {
      text.replace(at, 2, "\n");
    }
    if (i % 2 == 0) text = WithoutEscapes(text);
    Compare(text);
    if (HasFatalFailure()) break;
  }
  pclose(file);
}

}  // namespace
}  // namespace framescope
