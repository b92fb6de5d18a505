// The automaton against the naive matcher: all small cases, then random ones.
#include <gmock/gmock.h>

#include "differential/random.hpp"
#include "reference/naive_matcher.hpp"
#include "unit/match/find_patterns.hpp"

namespace framescope {
namespace {

const std::vector<WordClass> kClasses = {{"k", {"a", "b c", "c*"}}};
const SpellingPairs kSpelling = {{"ab", "bab"}, {"-caa", "-cab"}};

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

void Compare(const PatternSet& set, const reference::NaivePatterns& naive,
             const std::string& text, PatternScratch* scratch) {
  const TokenisedText in(text);
  std::vector<PatternHit> hits;
  set.Find(in.tokens, 0, in.sentences(), scratch, &hits);
  ASSERT_EQ(Show(hits, in), Show(naive.Find(in.tokens), in)) << text;
}

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
  const PatternSet set = BuildPatterns(patterns, kClasses, kSpelling);
  const reference::NaivePatterns naive(kClasses, kSpelling, patterns);
  PatternScratch scratch;
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text = texts[i];
    Compare(set, naive, text, &scratch);
    if (HasFatalFailure()) return;
    if (text.size() >= 11) continue;
    for (const char* word : {"a", "b", "c"}) {
      texts.push_back(text.empty() ? word : text + " " + word);
    }
  }
}

// A pattern that parses, of any shape.
std::string RandomPattern(Random* random, int depth) {
  const std::vector<std::string> words = {
      "a",  "b", "c",   "a",   "b",   "ab",  "cab", "a*",
      "*b", "?", "c?b", "*a*", "=Ab", "{k}", "a~b", "ab-c"};
  std::string out;
  const std::uint32_t items = 1 + random->Below(3);
  for (std::uint32_t i = 0; i < items; ++i) {
    if (i > 0) out += " ";
    const std::uint32_t kind = depth > 0 ? random->Below(8) : 0;
    if (kind < 5) {
      out += random->Of(words);
      if (i + 1 < items && random->Below(5) == 0) {
        const std::uint32_t least = random->Below(3);
        out += " <" + std::to_string(least) + "-" +
               std::to_string(least + random->Below(3)) + "> " +
               random->Of(words);
      }
      continue;
    }
    out += kind < 7 ? "(" : "[";
    out += RandomPattern(random, depth - 1);
    for (std::uint32_t k = random->Below(3); k > 0; --k) {
      out += "|" + RandomPattern(random, depth - 1);
    }
    out += kind < 7 ? ")" : "]";
  }
  return out;
}

std::string RandomText(Random* random) {
  const std::vector<std::string> words = {"a",  "b",   "c",   "A",   "ab",
                                          "Ab", "bab", "cab", "abc", "a’s"};
  const std::vector<std::string> gaps = {" ",  " ",  " ",   " ", "-", "\n",
                                         ", ", ". ", " - ", "–", "’ "};
  std::string out;
  for (std::uint32_t i = random->Below(14); i > 0; --i) {
    out += random->Of(words) + random->Of(gaps);
  }
  return out;
}

TEST(PatternsAgainstReference, RandomPatternsOnRandomTexts) {
  const std::uint64_t seed = 20261;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  auto segmenter = Segmenter::Create("en-GB", "");
  for (int round = Iterations(300); round > 0; --round) {
    std::vector<std::string> patterns;
    while (patterns.size() < 1 + random.Below(10)) {
      const std::string pattern = RandomPattern(&random, 3);
      if (ParsePattern(pattern, segmenter.value().get()).ok()) {
        patterns.push_back(pattern);
      }
    }
    SCOPED_TRACE(testing::PrintToString(patterns));
    const PatternSet set = BuildPatterns(patterns, kClasses, kSpelling);
    const reference::NaivePatterns naive(kClasses, kSpelling, patterns);
    PatternScratch scratch;
    for (int i = 0; i < 10; ++i) {
      Compare(set, naive, RandomText(&random), &scratch);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(MatcherAgainstReference, RandomLexiconsOnRandomTexts) {
  const std::uint64_t seed = 20262;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  auto segmenter = Segmenter::Create("en-GB", "");
  const auto pattern = [&] {
    std::string text;
    do {
      text = RandomPattern(&random, 2);
    } while (!ParsePattern(text, segmenter.value().get()).ok());
    return text;
  };
  for (int round = Iterations(300); round > 0; --round) {
    Lexicon::Content content;
    content.axes.resize(2);
    content.classes = kClasses;
    content.spelling = kSpelling;
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
      const TokenisedText in(RandomText(&random));
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
