// The automaton against the naive matcher, with every kernel: all small cases,
// then random ones.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "differential/random.hpp"
#include "differential/random_patterns.hpp"
#include "reference/naive_matcher.hpp"
#include "unicode/kernel.hpp"
#include "unit/match/find_patterns.hpp"

namespace framescope {
namespace {

std::vector<std::string> Show(const std::vector<PatternHit>& hits,
                              const TokenisedText& text) {
  std::vector<std::string> out;
  for (const PatternHit& hit : hits) {
    out.push_back(std::to_string(hit.pattern) + ":" +
                  std::to_string(hit.first) + "+" +
                  text.Words(hit.first, hit.last));
  }
  return out;
}

// Patterns as every kernel finds them, and their twin.
class Patterns {
 public:
  Patterns(const std::vector<std::string>& patterns, const PatternWords& words)
      : naive_(words.classes, words.spelling, patterns) {
    for (const Kernel* kernel : kernels()) {
      sets_.push_back(
          {kernel->name, BuildPatterns(patterns, words.classes, words.spelling,
                                       kernel->name, true)});
    }
  }

  void CompareFound(const std::string& text) {
    TokenisedText in(text);
    const auto wanted = Show(naive_.Find(in.tokens), in);
    for (auto& [kernel, set, scratch] : sets_) {
      HashWords(FindScanKernel(kernel), in.text, in.segments.words, &in.hashes);
      // The second time, all words are known.
      for (int i = 0; i < 2; ++i) {
        std::vector<PatternHit> hits;
        set.Find(in.tokens, 0, in.sentences(), &scratch, &hits);
        ASSERT_EQ(Show(hits, in), wanted) << kernel << ": " << text;
      }
    }
  }

  // Asks whether each pattern begins or ends among some words of each sentence.
  void CompareAsked(const std::string& text, Random* random) {
    const TokenisedText in(text);
    const std::vector<PatternHit> all = naive_.Find(in.tokens);
    for (Set& one : sets_) {
      for (std::uint32_t s = 0; s < in.sentences(); ++s) {
        const Sentence& sentence = in.segments.sentences[s];
        const Span begins = SomeWords(sentence, random);
        const Span ends = SomeWords(sentence, random);
        for (std::uint32_t p = 0; p < one.set.size(); ++p) {
          const auto compare = [&](Span first, Span last) {
            ASSERT_EQ(
                one.set.Occurs(in.tokens, s, p, first, last, &one.scratch),
                AnyOf(all, p, sentence, first, last))
                << one.kernel << ": pattern " << p << ", begins in "
                << first.begin << " to " << first.end << " or ends in "
                << last.begin << " to " << last.end << " of: " << text;
          };
          compare(begins, {});
          compare({}, ends);
          compare(begins, ends);
        }
      }
    }
  }

 private:
  // At times beyond the end of the sentence.
  static Span SomeWords(const Sentence& sentence, Random* random) {
    const std::uint32_t size = sentence.end_word - sentence.first_word;
    const std::uint32_t begin = sentence.first_word + random->Below(size + 1);
    return {begin, begin + random->Below(size + 1)};
  }
  // Whether any hit in the sentence begins in `first` or ends in `last`.
  static bool AnyOf(const std::vector<PatternHit>& hits, std::uint32_t pattern,
                    const Sentence& sentence, Span first, Span last) {
    const auto in = [](std::uint32_t word, Span words) {
      return word >= words.begin && word < words.end;
    };
    return std::any_of(hits.begin(), hits.end(), [&](const PatternHit& hit) {
      return hit.pattern == pattern && hit.first >= sentence.first_word &&
             hit.last <= sentence.end_word &&
             (in(hit.first, first) || in(hit.last - 1, last));
    });
  }

  struct Set {
    std::string kernel;
    PatternSet set;
    PatternScratch scratch = {};
  };
  std::vector<Set> sets_;
  reference::NaivePatterns naive_;
};

TEST(PatternsAgainstReference, AllSmallPatternsOnAllShortTexts) {
  const std::vector<std::string> patterns = {"a",
                                             "b",
                                             "a b",
                                             "a a",
                                             "a b c",
                                             "a a a",
                                             "[a] b",
                                             "a [b] c",
                                             "a [b] [c] a",
                                             "[a] [b] c",
                                             "(a|b)",
                                             "(a|b) c",
                                             "(a|b c) a",
                                             "(a b|a) c",
                                             "(a|a b) (b|c)",
                                             "a <0-1> b",
                                             "a <0-2> a",
                                             "a <1-2> c",
                                             "a <2-2> a",
                                             "a <0-8> c",
                                             "a~b",
                                             "{k}",
                                             "a {k}",
                                             "{k} {k}",
                                             "[{k}] a",
                                             "*",
                                             "a *",
                                             "?",
                                             "c* <0-1> *a",
                                             "(a [b]|c) <0-1> (a|[b] c)",
                                             "[a|b b] (c|[a] b) [c]",
                                             "a [b [c [a]]]",
                                             "((a|b) c|c) (a|b)",
                                             "[(a|b) c] a"};
  Patterns all(patterns, Letters());
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text = texts[i];
    all.CompareFound(text);
    if (HasFatalFailure()) return;
    if (text.size() >= 11) continue;
    for (const char* word : {"a", "b", "c"}) {
      texts.push_back(text.empty() ? word : text + " " + word);
    }
  }
}

// Calls `compare` with random patterns and texts: short ones, and some that
// fill vectors.
template <typename Compare>
void ForRandomPatterns(const PatternWords& words, std::uint64_t seed,
                       int rounds, const Compare& compare) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int round = Iterations(rounds); round > 0; --round) {
    std::vector<std::string> patterns;
    while (patterns.size() < 1 + random.Below(10)) {
      patterns.push_back(RandomPattern(&random, words, 3));
    }
    SCOPED_TRACE(testing::PrintToString(patterns));
    Patterns all(patterns, words);
    for (int i = 0; i < 10; ++i) {
      compare(&all, RandomWords(&random, words, i < 7 ? 14 : 70), &random);
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

void CompareFound(Patterns* patterns, const std::string& text, Random*) {
  patterns->CompareFound(text);
}
void CompareAsked(Patterns* patterns, const std::string& text, Random* random) {
  patterns->CompareAsked(text, random);
}

TEST(PatternsAgainstReference, RandomPatternsOfLettersOnRandomTexts) {
  ForRandomPatterns(Letters(), 20261, 200, CompareFound);
}

TEST(PatternsAgainstReference, RandomPatternsOfProseOnRandomTexts) {
  ForRandomPatterns(Prose(), 20263, 300, CompareFound);
}

TEST(PatternsAgainstReference, AskedWhereLettersBeginAndEnd) {
  ForRandomPatterns(Letters(), 20264, 100, CompareAsked);
}

TEST(PatternsAgainstReference, AskedWhereProseBeginsAndEnds) {
  ForRandomPatterns(Prose(), 20265, 100, CompareAsked);
}

// More words than a kernel is asked about at once.
TEST(PatternsAgainstReference, AskedInLongSentences) {
  const std::uint64_t seed = 20267;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int round = Iterations(100); round > 0; --round) {
    std::vector<std::string> patterns;
    for (int i = 0; i < 12; ++i) {
      patterns.push_back(RandomPattern(&random, Prose(), 1));
    }
    SCOPED_TRACE(testing::PrintToString(patterns));
    Patterns all(patterns, Prose());
    std::string text;
    for (std::uint32_t i = random.Below(300); i > 0; --i) {
      text += random.Of(Prose().in_texts) + ' ';
    }
    all.CompareAsked(text, &random);
    if (HasFatalFailure()) return;
  }
}

// Longer than what is looked at in one go.
TEST(PatternsAgainstReference, RandomPatternsOfProseOnLongTexts) {
  const std::uint64_t seed = 20266;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int round = Iterations(20); round > 0; --round) {
    std::vector<std::string> patterns;
    for (int i = 0; i < 12; ++i) {
      patterns.push_back(RandomPattern(&random, Prose(), 1));
    }
    SCOPED_TRACE(testing::PrintToString(patterns));
    Patterns all(patterns, Prose());
    all.CompareFound(RandomWords(&random, Prose(), 3000));
    if (HasFatalFailure()) return;
  }
}

// `word` with some of its last letters as "?", in every way.
void AddGlobs(const std::string& word, std::size_t letters,
              std::set<std::string>* globs) {
  for (std::uint32_t bits = 0; bits < 1u << letters; ++bits) {
    std::string glob = word;
    for (std::size_t i = 0; i < letters; ++i) {
      if ((bits >> i & 1) != 0) glob[glob.size() - 1 - i] = '?';
    }
    globs->insert(std::move(glob));
  }
}

// Each glob leads to 32 patterns: their other words stand near nearly
// everything, so that none is cut there.
void AddAmongCommonWords(const std::set<std::string>& globs,
                         std::vector<std::string>* patterns) {
  for (const std::string& glob : globs) {
    for (const std::string near :
         {"the", "of", "and", "to", "in", "a", "is", "for", "it", "was", "on",
          "are", "as", "with", "be", "that"}) {
      patterns->push_back(glob + ' ' + near);
      patterns->push_back(near + ' ' + glob);
    }
  }
}

// More elements, more patterns that it is alone, more that it leads to than
// there are bits for in what is remembered of a short word.
TEST(PatternsAgainstReference, WordsOfWhichMuchIsKnown) {
  std::vector<std::string> patterns = {"of", "bulk of", "of manifolded"};
  patterns.insert(patterns.end(), 4100, "bulk");
  std::set<std::string> alone, leading;
  AddGlobs("manifolded", 9, &alone);
  patterns.insert(patterns.end(), alone.begin(), alone.end());
  AddGlobs("leadership", 7, &leading);
  leading.insert({"leadershi*", "leadersh*", "leaders*", "leader*"});
  AddAmongCommonWords(leading, &patterns);
  Patterns all(patterns, {});
  all.CompareFound(
      "The bulk of manifolded is of leadership of that bulk; leaders are in "
      "the bulk as manifolder.");
}

// What is known of the words seen so far grows until it is too much.
TEST(Patterns, AreFoundAlsoWhenWhatIsKnownBeginsAnew) {
  std::set<std::string> globs = {"leader*"};
  std::vector<std::string> words;
  for (std::uint32_t bits = 0; bits < 128; ++bits) {
    std::string word = "leader";
    for (int i = 0; i < 7; ++i) word += (bits >> i & 1) != 0 ? 'a' : 'b';
    AddGlobs(word, 7, &globs);
    words.push_back(std::move(word));
  }
  std::vector<std::string> patterns;
  AddAmongCommonWords(globs, &patterns);
  const PatternSet set = BuildPatterns(patterns);
  PatternScratch scratch;
  const auto count = [&](const std::vector<std::string>& some) {
    std::string text = "Of";
    for (const std::string& word : some) text += ' ' + word + " of";
    const TokenisedText in(text);
    std::vector<PatternHit> hits;
    set.Find(in.tokens, 0, in.sentences(), &scratch, &hits);
    return hits.size();
  };
  // 128 globs and the one with "*", before "of" and behind it.
  constexpr std::size_t kHits = 2 * 129;
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(count({words.begin(), words.begin() + 1}), kHits);
    EXPECT_EQ(count(words), words.size() * kHits);
    EXPECT_EQ(count({words.rbegin(), words.rbegin() + 9}), 9 * kHits);
  }
}

// So many words that their tables do not fit a cache.
TEST(PatternsAgainstReference, PatternsOfManyWords) {
  std::vector<std::string> patterns;
  for (int i = 0; i < 9'000; ++i) {
    const std::string word = "w" + std::to_string(i);
    patterns.push_back(i % 3 == 0 ? word + " of" : word);
  }
  Patterns all(patterns, {});
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "w" + std::to_string(i * 7919 % 12'000) + " of ";
  }
  all.CompareFound(text);
}

TEST(MatcherAgainstReference, RandomLexiconsOnRandomTexts) {
  const std::uint64_t seed = 20262;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int round = Iterations(300); round > 0; --round) {
    const auto content =
        RandomLexicon(&random, Letters(), 2, [] { return std::string(); });
    const Lexicon lexicon(content);
    const auto matcher = Matcher::Compile(lexicon, {}, nullptr);
    ASSERT_TRUE(matcher.ok()) << matcher.status().message();
    MatchScratch scratch;
    for (int i = 0; i < 10; ++i) {
      const TokenisedText in(RandomWords(&random, Letters(), 14));
      std::vector<FoundEntry> found;
      std::vector<Hidden> hidden;
      matcher.value().Find(in.tokens, &scratch, &found, &hidden);
      ASSERT_TRUE(found == reference::NaiveFind(lexicon, in.tokens))
          << in.text << " round " << round;
    }
  }
}

}  // namespace
}  // namespace framescope
