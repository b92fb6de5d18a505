// Conditions of random lexicons on random texts, with every kernel: what is
// asked before a search reads on (guards) changes no match, and matches are
// those of the naive conditions.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "differential/random.hpp"
#include "differential/random_patterns.hpp"
#include "match/matcher.hpp"
#include "match/word_bytes.hpp"
#include "reference/naive_conditions.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

bool IsPlain(const std::string& word) {
  return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") ==
         std::string::npos;
}

// A few of the words, so that patterns and texts have much in common. Guards
// let every word pass that is not ASCII: of those there are fewer.
PatternWords SomeOf(const PatternWords& all, Random* random) {
  PatternWords words = all;
  words.in_patterns.clear();
  words.in_texts.clear();
  while (words.in_patterns.size() < 8) {
    const std::string& word = random->Of(all.in_patterns);
    words.in_patterns.push_back(word);
    if (IsPlain(word)) words.in_texts.push_back(word);
  }
  while (words.in_texts.size() < 16) {
    const std::string& word = random->Of(all.in_texts);
    if (IsAscii(word) || random->Below(8) == 0) words.in_texts.push_back(word);
  }
  return words;
}

// What a condition asks for: one word, or a phrase.
std::string RandomAsked(Random* random, const PatternWords& words) {
  return random->Below(2) == 0 ? random->Of(words.in_patterns)
                               : RandomPattern(random, words, 1);
}

// About the words near a match. Windows are small, or reach to the end of most
// sentences, or are wider than guards look.
std::string RandomCondition(Random* random, const PatternWords& words) {
  static const std::vector<std::string> kinds = {"followed-by", "preceded-by",
                                                 "near", "sentence"};
  const std::string& kind = random->Of(kinds);
  std::string condition = random->Below(4) == 0 ? "not " : "";
  condition += kind + ' ' + RandomAsked(random, words);
  if (kind == "sentence" || random->Below(3) == 0) return condition;
  static const std::vector<std::uint32_t> most = {3, 3, 10, 10, 60, 300};
  return condition + " within " +
         std::to_string(1 + random->Below(random->Of(most)));
}

// None, one or two.
std::string RandomConditions(Random* random, const PatternWords& words) {
  std::string cell;
  for (std::uint32_t i = random->Below(5) * 2 / 3; i > 0; --i) {
    if (!cell.empty()) cell += "; ";
    cell += RandomCondition(random, words);
  }
  return cell;
}

// Those, and at times one about the match itself or what else is found.
std::string AnyConditions(Random* random, const PatternWords& words) {
  static const std::vector<std::string> others = {
      "company", "name", "quoted", "not company", "not name", "not quoted"};
  std::string cell = RandomConditions(random, words);
  if (random->Below(5) > 0) return cell;
  return (cell.empty() ? "" : cell + "; ") + random->Of(others);
}

// Short, or of some sentences, or one long sentence.
std::string RandomTextOf(Random* random, const PatternWords& words) {
  switch (random->Below(8)) {
    case 0: {
      std::string text;
      for (std::uint32_t i = random->Below(600); i > 0; --i) {
        text += random->Of(words.in_texts) + ' ';
      }
      return text;
    }
    case 1:
    case 2:
      return RandomWords(random, words, 100);
    default:
      return RandomWords(random, words, 25);
  }
}

std::vector<std::string> Show(const std::vector<FoundEntry>& all,
                              const TokenisedText& text) {
  std::vector<std::string> out;
  for (const FoundEntry& found : all) {
    out.push_back(std::to_string(found.entry) + ":" +
                  std::to_string(found.first) + "+" +
                  text.Words(found.first, found.last) + " in " +
                  std::to_string(found.sentence));
  }
  return out;
}

// What was seen in one run, so that none is about nothing.
struct Seen {
  std::size_t found = 0, denied = 0;
  std::size_t texts = 0;   // by each kernel
  std::size_t spared = 0;  // of them, where a search with guards did less
};

// A lexicon as every kernel finds it.
class Matchers {
 public:
  Matchers(const Lexicon& lexicon, const MatcherOptions& options) {
    for (const Kernel* kernel : kernels()) {
      Add(lexicon, options, kernel->name);
    }
    // The same from an archive.
    const std::string archive = all_[0].matcher.Archive();
    EXPECT_FALSE(archive.empty());
    MatcherOptions read = options;
    read.archive = archive;
    Add(lexicon, read, kernels().front()->name);
  }

  // Expects the same with guards and without; and `wanted`, if given.
  void Compare(TokenisedText* in, const std::vector<FoundEntry>* wanted,
               Seen* seen) {
    for (One& one : all_) {
      HashWords(FindScanKernel(one.kernel), in->text, in->segments.words,
                &in->hashes);
      std::vector<FoundEntry> found, without_guards;
      std::vector<Hidden> hidden;
      const std::uint64_t steps = one.guarded.steps();
      const std::uint64_t all_steps = one.unguarded.steps();
      one.matcher.Find(in->tokens, &one.guarded, &found);
      one.matcher.Find(in->tokens, &one.unguarded, &without_guards, &hidden);
      ASSERT_EQ(Show(found, *in), Show(without_guards, *in))
          << one.kernel << ": " << in->text;
      if (wanted != nullptr) {
        ASSERT_EQ(Show(found, *in), Show(*wanted, *in))
            << one.kernel << ": " << in->text;
      }
      ++seen->texts;
      if (one.guarded.steps() - steps < one.unguarded.steps() - all_steps) {
        ++seen->spared;
      }
      seen->found += found.size();
      seen->denied += static_cast<std::size_t>(std::count_if(
          hidden.begin(), hidden.end(), [](const Hidden& one_hidden) {
            return one_hidden.reason == Hidden::Reason::kCondition;
          }));
    }
  }

 private:
  struct One {
    std::string kernel;
    Matcher matcher;
    MatchScratch guarded = {}, unguarded = {};
  };

  void Add(const Lexicon& lexicon, MatcherOptions options,
           const std::string& kernel) {
    options.kernel = kernel;
    auto matcher = Matcher::Compile(lexicon, options, nullptr);
    ASSERT_TRUE(matcher.ok()) << matcher.status().message();
    all_.push_back({kernel, std::move(matcher).value()});
  }

  std::vector<One> all_;
};

std::string ShowPatterns(const Lexicon& lexicon) {
  std::string text;
  for (const Entry& entry : lexicon.entries()) {
    text += "entry " + entry.pattern + " when " + entry.when + '\n';
  }
  for (const Mask& mask : lexicon.masks()) {
    text += "mask " + mask.pattern + " when " + mask.when + '\n';
  }
  return text;
}

// Compares random lexicons on random texts, ten for each. `masks`: not all are
// without them. With a reference, where overlaps are kept.
Seen CompareRandom(const PatternWords& all, std::uint64_t seed, int rounds,
                   bool masks, bool reference) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  Seen seen;
  constexpr std::array kPolicies = {Overlap::kLongest, Overlap::kKey,
                                    Overlap::kDictionary, Overlap::kAll};
  for (int round = Iterations(rounds); round > 0; --round) {
    const PatternWords words = SomeOf(all, &random);
    Lexicon::Content content = RandomLexicon(&random, words, 2, [&] {
      return reference ? RandomConditions(&random, words)
                       : AnyConditions(&random, words);
    });
    if (!masks) content.masks.clear();
    const Lexicon lexicon(content);
    SCOPED_TRACE(ShowPatterns(lexicon));
    MatcherOptions options;
    options.overlap = reference ? Overlap::kAll : kPolicies[random.Below(4)];
    Matchers matchers(lexicon, options);
    for (int i = 0; i < 10; ++i) {
      TokenisedText in(RandomTextOf(&random, words));
      std::vector<FoundEntry> wanted;
      if (reference) {
        wanted = reference::NaiveConditions(lexicon).Find(in.tokens);
      }
      matchers.Compare(&in, reference ? &wanted : nullptr, &seen);
      if (testing::Test::HasFailure()) return seen;
    }
  }
  return seen;
}

// That conditions held and did not, often enough in so many lexicons.
void ExpectBoth(const Seen& seen, int rounds) {
  if (Iterations(rounds) < rounds) return;
  const auto least = static_cast<std::size_t>(rounds) * 50;
  EXPECT_GT(seen.found, least);
  EXPECT_GT(seen.denied, least);
}
// Without masks, which are looked for only where matches are left, nothing but
// guards makes a search do less.
void ExpectSpared(const Seen& seen, int rounds) {
  if (Iterations(rounds) < rounds) return;
  EXPECT_GT(seen.spared, seen.texts / 10);
}

TEST(ConditionsAgainstReference, LexiconsOfLetters) {
  ExpectBoth(CompareRandom(Letters(), 20271, 100, true, true), 100);
}

TEST(ConditionsAgainstReference, LexiconsOfProse) {
  ExpectBoth(CompareRandom(Prose(), 20272, 100, true, true), 100);
}

TEST(ConditionsAgainstReference, LexiconsOfProseWithoutMasks) {
  const Seen seen = CompareRandom(Prose(), 20273, 100, false, true);
  ExpectBoth(seen, 100);
  ExpectSpared(seen, 100);
}

TEST(Guards, ChangeNoMatchOfLetters) {
  ExpectBoth(CompareRandom(Letters(), 20274, 300, true, false), 300);
}

TEST(Guards, ChangeNoMatchOfProse) {
  ExpectBoth(CompareRandom(Prose(), 20275, 300, true, false), 300);
}

TEST(Guards, ChangeNoMatchOfProseWithoutMasks) {
  const Seen seen = CompareRandom(Prose(), 20276, 300, false, false);
  ExpectBoth(seen, 300);
  ExpectSpared(seen, 300);
}

}  // namespace
}  // namespace framescope
