// Tests of PrecompiledLexicon and of archives: what is read is what was
// compiled.
#include "engine/precompiled.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "context/context.hpp"
#include "framescope/lexicon.hpp"
#include "lexicon/embedded.hpp"
#include "match/matcher.hpp"
#include "match/scan_kernel.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

MatcherOptions DefaultOptions(const Lexicon& lexicon) {
  MatcherOptions options;
  options.profile = lexicon.content().default_profile;
  return options;
}

// "entry first-last" of each match in `text`.
std::vector<std::string> Matches(const Matcher& matcher,
                                 const std::string& text) {
  auto segmenter = Segmenter::Create("en-GB", "").value();
  const std::vector<Block> blocks = {
      {0, static_cast<std::uint32_t>(text.size())}};
  Segments segments;
  EXPECT_TRUE(segmenter->Segment(text, blocks, &segments).ok());
  TypeTable table;
  std::vector<TypeId> types(segments.words.size(), kNoType);
  MatchScratch scratch;
  std::vector<FoundEntry> found;
  WordHashes hashes;
  HashWords(FindScanKernel({}), text, segments.words, &hashes);
  matcher.Find(
      {text, segments.words, types, segments.sentences, &table, &hashes},
      &scratch, &found);
  std::vector<std::string> shown;
  for (const FoundEntry& one : found) {
    shown.push_back(std::to_string(one.entry) + " " +
                    std::to_string(one.first) + "-" + std::to_string(one.last));
  }
  return shown;
}

// Every pattern of the lexicon as a text of its own, as far as it is words.
std::string AllPatterns(const Lexicon& lexicon) {
  std::string text;
  for (const Entry& entry : lexicon.entries()) {
    for (const char c : entry.pattern) {
      text += std::string_view("()[]{}|<>=").find(c) == std::string::npos &&
                      c != '*' && c != '~'
                  ? c
                  : ' ';
    }
    text += ". ";
  }
  return text;
}

TEST(PrecompiledLexicon, IsWhatCompilingTheBuiltInLexiconGives) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  const MatcherOptions options = DefaultOptions(lexicon);
  ASSERT_FALSE(PrecompiledLexicon().empty());
  const std::string archive =
      Matcher::Compile(lexicon, options, nullptr).value().Archive();
  EXPECT_TRUE(archive == PrecompiledLexicon());
}

TEST(PrecompiledLexicon, FindsTheSame) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  MatcherOptions options = DefaultOptions(lexicon);
  const Matcher compiled = Matcher::Compile(lexicon, options, nullptr).value();
  options.archive = PrecompiledLexicon();
  const Matcher read = Matcher::Compile(lexicon, options, nullptr).value();
  const std::string text = AllPatterns(lexicon);
  const std::vector<std::string> matches = Matches(compiled, text);
  EXPECT_GT(matches.size(), 1000u);
  EXPECT_EQ(Matches(read, text), matches);
}

TEST(Archive, IsNotUsedForAnotherLexiconOrOtherOptions) {
  Lexicon::Content content;
  content.name = "other";
  content.version = "1";
  content.categories.push_back({"c", "", "", kNone, Pole::kNegative, false});
  Entry entry;
  entry.pattern = "springboard";
  content.entries.push_back(entry);
  const Lexicon lexicon(std::move(content));
  MatcherOptions options;
  options.archive = PrecompiledLexicon();
  const Matcher matcher = Matcher::Compile(lexicon, options, nullptr).value();
  EXPECT_EQ(Matches(matcher, "A springboard, and a burden."),
            std::vector<std::string>({"0 1-2"}));
}

TEST(Archive, IsRefusedWhenBytesAreMissing) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  MatcherOptions options = DefaultOptions(lexicon);
  const std::string text = "They are a burden, and need a springboard.";
  const auto matches =
      Matches(Matcher::Compile(lexicon, options, nullptr).value(), text);
  EXPECT_FALSE(matches.empty());
  const std::string_view whole = PrecompiledLexicon();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
    options.archive = whole.substr(0, size);
    const Matcher matcher = Matcher::Compile(lexicon, options, nullptr).value();
    EXPECT_EQ(Matches(matcher, text), matches) << size;
  }
}

TEST(PrecompiledStance, IsWhatCompilingTheRulesGives) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  const ContextEngine compiled =
      ContextEngine::BuiltIn("en", lexicon, "en-GB").value();
  const ContextEngine read =
      ContextEngine::BuiltIn("en", lexicon, "en-GB", PrecompiledStance())
          .value();
  ASSERT_FALSE(PrecompiledStance().empty());
  EXPECT_TRUE(compiled.Archive() == PrecompiledStance());
  EXPECT_EQ(read.hash(), compiled.hash());
  EXPECT_EQ(read.rules().size(), compiled.rules().size());
}

// With the archive of other rules, patterns would be missing.
TEST(PrecompiledStance, IsNotUsedForOtherRules) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  const std::string toml = std::string(EmbeddedBytes("stance/en.toml")) +
                           "\n[[cue]]\n"
                           "id = \"negation.mine\"\n"
                           "explanation = \"one more\"\n"
                           "patterns = [\"by no manner of means\"]\n"
                           "stance = \"negated\"\n"
                           "reach = \"clause\"\n";
  const auto rules = ContextEngine::Parse("mine.toml", toml, lexicon, "en-GB",
                                          nullptr, PrecompiledStance());
  ASSERT_TRUE(rules.ok()) << rules.status().message();
  const auto& all = rules.value().rules();
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const RuleInfo& rule) {
    return rule.id == "negation.mine";
  }));
}

}  // namespace
}  // namespace framescope
