// Tests of Guard: around which words it looks.
#include "match/guard.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

constexpr std::uint32_t kWhole = Guard::kWholeSentence;

Sentence SentenceOf(std::uint32_t first, std::uint32_t end) {
  Sentence sentence;
  sentence.first_word = first;
  sentence.end_word = end;
  return sentence;
}

void ExpectAround(const Guard& guard, std::uint32_t before,
                  std::uint32_t after) {
  EXPECT_EQ(guard.pattern, 3u);
  EXPECT_EQ(guard.before, before);
  EXPECT_EQ(guard.after, after);
}

TEST(Guard, LooksFurtherFromAWordByWhatMayLieBetween) {
  ExpectAround(Guard{3, 1, 20}.Around(4, 500), 5, 520);
  ExpectAround(Guard{3, 1, 20}.Around(0, 0), 1, 20);
  ExpectAround(Guard{3, 0, 0}.Around(7, 8), 7, 8);
}

TEST(Guard, LooksNoFurtherThanTheWholeSentence) {
  ExpectAround(Guard{3, kWhole, 1}.Around(1, 2), kWhole, 3);
  ExpectAround(Guard{3, 1, kWhole}.Around(1, 2), 2, kWhole);
  ExpectAround(Guard{3, kWhole, kWhole}.Around(kWhole, 1), kWhole, kWhole);
  ExpectAround(Guard{3, kWhole - 1, kWhole - 1}.Around(1, 2), kWhole, kWhole);
  ExpectAround(Guard{3, kWhole - 2, 9}.Around(1, kWhole), kWhole - 1, kWhole);
}

TEST(Guard, LooksAtWordsInTheSentence) {
  const Sentence in = SentenceOf(5, 17);
  for (std::uint32_t word = in.first_word; word < in.end_word; ++word) {
    for (std::uint32_t before = 0; before < 14; ++before) {
      for (std::uint32_t after = 0; after < 14; ++after) {
        const Span words = Guard{0, before, after}.WordsAround(word, in);
        for (std::uint32_t at = 0; at < 40; ++at) {
          const bool is_near = at + before >= word && at <= word + after;
          const bool is_inside = at >= in.first_word && at < in.end_word;
          EXPECT_EQ(at >= words.begin && at < words.end, is_near && is_inside)
              << word << " " << before << " " << after << " " << at;
        }
      }
    }
  }
}

TEST(Guard, LooksAtTheWholeSentence) {
  for (const std::uint32_t first : {0u, 5u, kWhole - 100}) {
    const Sentence in = SentenceOf(first, first + 12);
    for (std::uint32_t word = in.first_word; word < in.end_word; ++word) {
      const Span all = Guard{0, kWhole, kWhole}.WordsAround(word, in);
      EXPECT_EQ(all.begin, in.first_word);
      EXPECT_EQ(all.end, in.end_word);
      const Span up_to_here = Guard{0, kWhole, 0}.WordsAround(word, in);
      EXPECT_EQ(up_to_here.begin, in.first_word);
      EXPECT_EQ(up_to_here.end, word + 1);
      const Span from_here = Guard{0, 0, kWhole}.WordsAround(word, in);
      EXPECT_EQ(from_here.begin, word);
      EXPECT_EQ(from_here.end, in.end_word);
    }
  }
}

}  // namespace
}  // namespace framescope
