// The work grows with the text and no faster, whatever the text is. Counted in
// steps, not in time.
#include "unit/match/small_lexicon.hpp"

namespace framescope {
namespace {

struct Family {
  std::string name;
  std::vector<std::string> patterns;
  std::string unit;  // repeated
  std::string when = {};
};

class Linear : public testing::TestWithParam<Family> {};

std::uint64_t Steps(const Family& family, int times) {
  SmallLexicon lexicon;
  for (const std::string& pattern : family.patterns) {
    lexicon.Entry("m-", pattern, 2, family.when);
  }
  lexicon.Hide("b <0-8> b");
  std::string text;
  for (int i = 0; i < times; ++i) text += family.unit;
  const TokenisedText in(text);
  MatchScratch scratch;
  std::vector<FoundEntry> found;
  lexicon.Compile().Find(in.tokens, &scratch, &found);
  return scratch.steps();
}

TEST_P(Linear, TwiceTheTextIsTwiceTheSteps) {
  const std::uint64_t once = Steps(GetParam(), 1000);
  const std::uint64_t twice = Steps(GetParam(), 2000);
  EXPECT_GT(once, 1000u);
  EXPECT_LE(twice, 2 * once + once / 20);
  EXPECT_LE(once, 1000u * 4000);
}

INSTANTIATE_TEST_SUITE_P(
    Families, Linear,
    testing::Values(
        Family{"repeated", {"a", "a a", "a a a a a a a a b"}, "a "},
        Family{"gaps", {"a <0-8> a <0-8> a <0-8> a <0-8> a"}, "a "},
        Family{"optional", {"a [a] [a] [a] [a] [a] [a] [a] [a] a"}, "a "},
        Family{"nested", {"(a|a a|a a a) (a|a a) [(a|[a] a) a] a"}, "a "},
        Family{"globs", {"a* *a ?a", "*a* a? *", "* * * b"}, "aa "},
        Family{
            "overlap", {"a b c", "b c a", "c a b", "a b <0-3> b c"}, "a b c "},
        Family{"near", {"a", "a b"}, "a b a c ", "near (c d|d a) within 8"},
        Family{"sentence", {"a", "a b"}, "a b a c ", "sentence (c d|d a)"},
        Family{"sentences", {"a", "a b"}, "A b a c. ", "not sentence (c d)"}),
    [](const auto& family) { return family.param.name; });

TEST(Linear, AutomatonGrowsWithTheSumOfAlternatives) {
  std::string pattern = "(a|b|c d)";
  for (int i = 0; i < 20; ++i) pattern += " (a|b|c d) [e]";
  const PatternSet set = BuildPatterns({pattern});
  std::string text;
  for (int i = 0; i < 200; ++i) text += "c d e ";
  PatternScratch scratch;
  FindPatterns(set, text, &scratch);
  EXPECT_LT(scratch.steps(), 200u * 1000);
}

}  // namespace
}  // namespace framescope
