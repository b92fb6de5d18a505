// The automaton against the naive matcher, with every kernel: all small cases,
// then random ones.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "differential/random.hpp"
#include "reference/naive_matcher.hpp"
#include "unicode/kernel.hpp"
#include "unit/match/find_patterns.hpp"

namespace framescope {
namespace {

// What patterns and texts are made of.
struct Words {
  std::vector<std::string> in_patterns, in_texts;
  std::vector<WordClass> classes;
  SpellingPairs spelling;
};

std::vector<std::string> CutAtBars(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == '|') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

// Words of few letters, which stems of no length to speak of describe.
const Words& Letters() {
  static const Words words = {
      {"a", "b", "c", "a", "b", "ab", "cab", "a*", "*b", "?", "c?b", "*a*",
       "=Ab", "{k}", "a~b", "ab-c"},
      {"a", "b", "c", "A", "ab", "Ab", "bab", "cab", "abc", "a\u2019s"},
      {{"k", {"a", "b c", "c*"}}},
      {{"ab", "bab"}, {"-caa", "-cab"}}};
  return words;
}

// Words as they are, rare and common: with companions, with hashes that some
// share, longer than what is remembered of a word, and beyond ASCII.
const Words& Prose() {
  static const Words words = {
      CutAtBars("people|vulnerable|of|the|community|communit*|communicat*|"
                "disproportionately|disproportionate*|fix|fix*|wom?n|care|"
                "car*|ca*|=GP|gp|caf\u00e9|na\u00efv*|{person}|{rare}|"
                "co~production|service|*ness|organise|it's"),
      CutAtBars("people|People|people's|PEOPLE\u2019S|peo\u00adple|"
                "\uff50eople|vulnerable|Vulnerability|of|of|the|The|"
                "community|communities|communicating|disproportionately|"
                "disproportionate|disproportionateness|Disproportionately|"
                "disproportionately's|fix|fixes|fix's|women|woman\u2019s|"
                "care|cares|cafe|cafe\u0301|caf\u00e9\u2019s|na\u00efve|"
                "nai\u0308vely|GP|gps|GP's|gp|co-production|coproduction|"
                "co production|service|services|services\u0301|\u00fcber|"
                "organi\u017fe|organize|it's|it\u2019s|its|of|to"),
      {{"person", {"people", "wom?n", "service user*", "gp"}},
       {"rare",
        {"vulnerable", "disproportionate*", "caf\u00e9", "the community"}}},
      {{"organise", "organize"}, {"-ise", "-ize"}}};
  return words;
}

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
  Patterns(const std::vector<std::string>& patterns, const Words& words)
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
    for (auto& [kernel, set, scratch] : sets_) {
      for (std::uint32_t s = 0; s < in.sentences(); ++s) {
        const Sentence& sentence = in.segments.sentences[s];
        const Span begins = SomeWords(sentence, random);
        const Span ends = SomeWords(sentence, random);
        for (std::uint32_t p = 0; p < set.size(); ++p) {
          const auto compare = [&](Span first, Span last) {
            ASSERT_EQ(set.Occurs(in.tokens, s, p, first, last, &scratch),
                      AnyOf(all, p, sentence, first, last))
                << kernel << ": pattern " << p << ", begins in " << first.begin
                << " to " << first.end << " or ends in " << last.begin << " to "
                << last.end << " of: " << text;
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

std::string RandomGap(Random* random) {
  const std::uint32_t least = random->Below(3);
  const std::uint32_t most =
      random->Below(8) == 0 ? 8 : least + random->Below(4);
  return '<' + std::to_string(least) + '-' + std::to_string(most) + '>';
}

// Of any shape. Not all can be read.
std::string RandomShape(Random* random, const Words& words, int depth) {
  std::string out;
  const std::uint32_t items = 1 + random->Below(3);
  for (std::uint32_t i = 0; i < items; ++i) {
    if (i > 0) out += " ";
    const std::uint32_t kind = depth > 0 ? random->Below(8) : 0;
    if (kind < 5) {
      out += random->Of(words.in_patterns);
    } else {
      out += kind < 7 ? "(" : "[";
      out += RandomShape(random, words, depth - 1);
      for (std::uint32_t k = random->Below(3); k > 0; --k) {
        out += "|" + RandomShape(random, words, depth - 1);
      }
      out += kind < 7 ? ")" : "]";
    }
    if (random->Below(5) == 0) {
      out += ' ' + RandomGap(random) + ' ' + random->Of(words.in_patterns);
    }
  }
  return out;
}

std::string RandomPattern(Random* random, const Words& words, int depth) {
  static const auto segmenter = Segmenter::Create("en-GB", "").value();
  for (;;) {
    std::string pattern = RandomShape(random, words, depth);
    if (ParsePattern(pattern, segmenter.get()).ok()) return pattern;
  }
}

// Of up to `most` words, to the last byte of the last one or beyond it.
std::string RandomText(Random* random, const Words& words, std::uint32_t most) {
  const std::vector<std::string> gaps = {" ",  " ",  " ",   " ", "-", "\n",
                                         ", ", ". ", " - ", "–", "’ "};
  std::string out;
  for (std::uint32_t i = random->Below(most); i > 0; --i) {
    out += random->Of(words.in_texts);
    if (i > 1 || random->Below(2) == 0) {
      out += random->Below(2) == 0 ? " " : random->Of(gaps);
    }
  }
  return out;
}

// Calls `compare` with random patterns and texts: short ones, and some that
// fill vectors.
template <typename Compare>
void ForRandomPatterns(const Words& words, std::uint64_t seed, int rounds,
                       const Compare& compare) {
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
      compare(&all, RandomText(&random, words, i < 7 ? 14 : 70), &random);
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
    all.CompareFound(RandomText(&random, Prose(), 3000));
    if (HasFatalFailure()) return;
  }
}

TEST(MatcherAgainstReference, RandomLexiconsOnRandomTexts) {
  const std::uint64_t seed = 20262;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  const auto pattern = [&random] {
    return RandomPattern(&random, Letters(), 2);
  };
  for (int round = Iterations(300); round > 0; --round) {
    Lexicon::Content content;
    content.axes.resize(2);
    content.classes = Letters().classes;
    content.spelling = Letters().spelling;
    for (std::uint32_t i = 0; i < 6; ++i) {
      Category category;
      category.axis = i < 4 ? i / 2 : kNone;
      category.pole = i % 2 == 0 ? Pole::kNegative : Pole::kPositive;
      content.categories.push_back(category);
    }
    for (std::uint32_t i = 1 + random.Below(8); i > 0; --i) {
      Entry entry;
      entry.pattern = pattern();
      entry.category = random.Below(6);
      entry.weight = static_cast<int>(1 + random.Below(3));
      content.entries.push_back(entry);
    }
    for (std::uint32_t i = random.Below(3); i > 0; --i) {
      Mask mask;
      mask.pattern = pattern();
      if (random.Below(2) == 0) mask.hides = random.Below(16);
      if (random.Below(4) == 0) mask.hides_categories = {random.Below(6)};
      content.masks.push_back(mask);
    }
    const Lexicon lexicon(content);
    const auto matcher = Matcher::Compile(lexicon, {}, nullptr);
    ASSERT_TRUE(matcher.ok()) << matcher.status().message();
    MatchScratch scratch;
    for (int i = 0; i < 10; ++i) {
      const TokenisedText in(RandomText(&random, Letters(), 14));
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
