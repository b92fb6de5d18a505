// Tests of AskedPatterns: every kernel finds among words those that may be an
// anchor of the one pattern that is asked for.
#include "match/asked_patterns.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Numbers = std::vector<std::uint32_t>;

// Patterns with these words, in lower case or as globs, as their anchors.
class Asked {
 public:
  explicit Asked(const std::vector<std::vector<std::string>>& patterns)
      : vocabulary_(Spelling({})) {
    std::uint32_t pattern = 0;
    for (const auto& anchors : patterns) {
      for (const std::string& anchor : anchors) {
        Numbers words = {vocabulary_.Word({anchor, false})};
        parts_.push_back({pattern, vocabulary_.Element(&words), 0, 0});
      }
      ++pattern;
    }
    vocabulary_.Finish();
    asked_ = AskedPatterns(pattern, parts_, vocabulary_);
  }

  // Those of the words that it hands out, until so many of them.
  Numbers AnchorsOf(std::uint32_t pattern, const ScanKernel& kernel,
                    const HashedWords& text, Span words,
                    std::size_t most = 1000) const {
    Numbers anchors;
    const bool any = asked_.AnyAnchor(pattern, kernel, text.hashes, words,
                                      [&](std::uint32_t word) {
                                        anchors.push_back(word);
                                        return anchors.size() == most;
                                      });
    EXPECT_EQ(any, anchors.size() == most);
    return anchors;
  }

 private:
  Vocabulary vocabulary_;
  std::vector<PatternPart> parts_;
  AskedPatterns asked_;
};

const std::string kStar(1, kAnyLetters);

TEST(AskedPatterns, KnowTheMostWordsAroundTheirAnchors) {
  Vocabulary vocabulary(Spelling({}));
  Numbers words = {vocabulary.Word({"people", false})};
  const std::uint32_t element = vocabulary.Element(&words);
  vocabulary.Finish();
  const std::vector<PatternPart> parts = {
      {0, element, 2, 5}, {0, element, 4, 1}, {2, element, 7, 8}};
  const AskedPatterns asked(4, parts, vocabulary);
  const Numbers before = {4, 0, 7, 0}, after = {5, 0, 8, 0};
  for (std::uint32_t i = 0; i < 4; ++i) {
    EXPECT_EQ(asked.extent(i).before, before[i]) << i;
    EXPECT_EQ(asked.extent(i).after, after[i]) << i;
  }
}

TEST(AskedPatterns, HaveTheirOwnAnchorsOnly) {
  const Asked asked({{"people", "valu" + kStar}, {"care"}, {}});
  const HashedWords text("care of people and valuable care for People's");
  for (const ScanKernel* kernel : AllScanKernels()) {
    const auto anchors = [&](std::uint32_t pattern) {
      return asked.AnchorsOf(pattern, *kernel, text, {0, text.size()});
    };
    EXPECT_THAT(anchors(0), ElementsAre(2, 4, 7)) << kernel->name;
    EXPECT_THAT(anchors(1), ElementsAre(0, 5)) << kernel->name;
    EXPECT_THAT(anchors(2), IsEmpty()) << kernel->name;
  }
}

TEST(AskedPatterns, MayHaveAnyWordThatIsNotAsciiAsAnchor) {
  const Asked asked({{"people"}, {"c" + kStar}});
  const HashedWords text("of \u00fcber of");
  for (const ScanKernel* kernel : AllScanKernels()) {
    EXPECT_THAT(asked.AnchorsOf(0, *kernel, text, {0, 3}), ElementsAre(1))
        << kernel->name;
    // Of one letter any word may come.
    EXPECT_THAT(asked.AnchorsOf(1, *kernel, text, {0, 3}), ElementsAre(0, 1, 2))
        << kernel->name;
  }
}

// Every third word is one, and more words than a kernel is asked about at once.
TEST(AskedPatterns, LookAtTheWordsTheyAreAskedAboutAndNoOthers) {
  const Asked asked({{"people"}});
  std::string words;
  for (int i = 0; i < 300; ++i) words += i % 3 == 0 ? "people " : "of ";
  const HashedWords text(words);
  for (const ScanKernel* kernel : AllScanKernels()) {
    for (std::uint32_t begin = 0; begin <= 300; begin += 7) {
      for (std::uint32_t end = begin; end <= 300; end += 11) {
        Numbers wanted;
        for (std::uint32_t i = begin; i < end; ++i) {
          if (i % 3 == 0) wanted.push_back(i);
        }
        EXPECT_EQ(asked.AnchorsOf(0, *kernel, text, {begin, end}), wanted)
            << kernel->name << " " << begin << " " << end;
      }
    }
  }
}

TEST(AskedPatterns, StopAtTheFirstThatWillDo) {
  const Asked asked({{"people"}});
  std::string words;
  for (int i = 0; i < 200; ++i) words += "people ";
  const HashedWords text(words);
  for (const ScanKernel* kernel : AllScanKernels()) {
    for (const std::uint32_t most : {1u, 2u, 64u, 65u, 190u}) {
      const Numbers anchors =
          asked.AnchorsOf(0, *kernel, text, {10, 200}, most);
      ASSERT_EQ(anchors.size(), most) << kernel->name;
      EXPECT_EQ(anchors.back(), 10 + most - 1) << kernel->name;
    }
  }
}

// Some words pass by their codes alone.
TEST(AskedPatterns, DenyWhatOnlySharesCodes) {
  const Asked asked({{"people", "care", "time"}});
  std::string words;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (char c = 'a'; c <= 'z'; ++c) {
        words += std::string("q") + a + b + "x" + c + "qq ";
      }
    }
  }
  const HashedWords text(words);
  NeighbourWords codes(FirstBytesOf({"people", "care", "time"}));
  std::size_t by_codes = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (codes.MayBe(text.hashes.codes(), i)) ++by_codes;
  }
  for (const ScanKernel* kernel : AllScanKernels()) {
    const auto anchors =
        asked.AnchorsOf(0, *kernel, text, {0, text.size()}, 100000);
    EXPECT_LT(anchors.size(), by_codes / 2) << kernel->name;
  }
}

}  // namespace
}  // namespace framescope
