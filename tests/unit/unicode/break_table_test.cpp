// ICU's compiled rules, read and refused.
#include "unicode/break_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unicode/icu_breaks.hpp"

namespace framescope {
namespace {

std::vector<std::uint8_t> Rules(IcuBreaks::Kind kind) {
  return IcuBreaks::Open(kind, "en-GB").value()->BinaryRules();
}

// The ends of all segments, a word's with 1000 added.
std::vector<std::uint32_t> Ends(const BreakTable& table,
                                const std::string& text) {
  std::vector<std::uint32_t> ends;
  const auto end = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < end;) {
    const BreakTable::Segment segment = table.Next(text, at, end);
    at = segment.end;
    ends.push_back(at + (segment.word ? 1000 : 0));
  }
  return ends;
}

TEST(BreakTable, FindsWordsAsIcuDoes) {
  const auto table = BreakTable::Read(Rules(IcuBreaks::Kind::kWords));
  ASSERT_TRUE(table.ok()) << table.status().message();
  using Expected = std::vector<std::uint32_t>;
  EXPECT_EQ(Ends(table.value(), "can't, a"), (Expected{1005, 6, 7, 1008}));
  EXPECT_EQ(Ends(table.value(), "e\xCC\x81t!"), (Expected{1004, 5}));
  // A joiner between words is one; with an accent ICU calls it none.
  EXPECT_EQ(Ends(table.value(), "a_"), (Expected{1002}));
  EXPECT_EQ(Ends(table.value(), "a_\xCC\x88"), (Expected{4}));
}

TEST(BreakTable, FindsSentencesAsIcuDoes) {
  const auto table = BreakTable::Read(Rules(IcuBreaks::Kind::kSentences));
  ASSERT_TRUE(table.ok()) << table.status().message();
  const std::string text = "One. Two 3.5, e.g. so.";
  EXPECT_EQ(table.value().Next(text, 0, 22).end, 5u);
  EXPECT_EQ(table.value().Next(text, 5, 22).end, 22u);
}

TEST(BreakTable, TellsDictionaryScriptsAndBadText) {
  const auto table = BreakTable::Read(Rules(IcuBreaks::Kind::kWords));
  const std::string thai = "\xE0\xB9\x84\xE0\xB8\x97";
  EXPECT_TRUE(table.value().Next(thai, 0, 6).dictionary);
  EXPECT_FALSE(table.value().Next("ab", 0, 2).dictionary);
  EXPECT_TRUE(table.value().Next(thai, 0, 2).malformed);
  EXPECT_TRUE(table.value().Next("a\x80", 0, 2).malformed);
}

TEST(BreakTable, RefusesWhatItDoesNotKnow) {
  const std::vector<std::uint8_t> good = Rules(IcuBreaks::Kind::kWords);
  EXPECT_FALSE(BreakTable::Read({}).ok());
  for (const std::size_t at : {0u, 4u}) {  // magic, format version
    std::vector<std::uint8_t> other = good;
    ++other[at];
    EXPECT_EQ(BreakTable::Read(other).status().code(),
              StatusCode::kUnsupported);
  }
}

TEST(BreakTable, NoDamageIsReadBeyondItsEnd) {
  const std::vector<std::uint8_t> good = Rules(IcuBreaks::Kind::kWords);
  const std::string text = "a_1'b \xE2\x80\x99 z.";
  for (std::size_t at = 0; at < 600; ++at) {
    for (const std::uint8_t byte : {0x00, 0x01, 0x7F, 0xFF}) {
      std::vector<std::uint8_t> damaged = good;
      damaged[at] = byte;
      const auto table = BreakTable::Read(std::move(damaged));
      if (table.ok()) Ends(table.value(), text);
    }
  }
  for (std::size_t size = 0; size < good.size(); size += 97) {
    const auto table = BreakTable::Read(
        std::vector<std::uint8_t>(good.begin(), good.begin() + size));
    if (table.ok()) Ends(table.value(), text);
  }
}

}  // namespace
}  // namespace framescope
