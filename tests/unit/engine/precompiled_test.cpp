// Tests of PrecompiledPatterns and of archives: what is read is what was
// compiled.
#include "engine/precompiled.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "context/context.hpp"
#include "framescope/lexicon.hpp"
#include "lexicon/built_in.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/lexicon_archive.hpp"
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

// A text in one block, and what is found in it.
struct Found {
  explicit Found(std::string text_in) : text(std::move(text_in)) {
    auto segmenter = Segmenter::Create("en-GB", "").value();
    blocks = {{0, static_cast<std::uint32_t>(text.size())}};
    EXPECT_TRUE(segmenter->Segment(text, blocks, &segments).ok());
    types.assign(segments.words.size(), kNoType);
    HashWords(FindScanKernel({}), text, segments.words, &hashes);
    tokens = {text, segments.words, types, segments.sentences, &table, &hashes};
  }
  void Find(const Matcher& matcher) {
    MatchScratch scratch;
    matcher.Find(tokens, &scratch, &entries);
  }

  std::string text;
  std::vector<Block> blocks;
  Segments segments;
  TypeTable table;
  std::vector<TypeId> types;
  WordHashes hashes;
  Tokens tokens;
  std::vector<FoundEntry> entries;
};

// "entry first-last" of each match in `text`.
std::vector<std::string> Matches(const Matcher& matcher,
                                 const std::string& text) {
  Found found(text);
  found.Find(matcher);
  std::vector<std::string> shown;
  for (const FoundEntry& one : found.entries) {
    shown.push_back(std::to_string(one.entry) + " " +
                    std::to_string(one.first) + "-" + std::to_string(one.last));
  }
  return shown;
}

// "stance rule cue" of each match in `text`.
std::vector<std::string> Judgements(const Matcher& matcher,
                                    const ContextEngine& engine,
                                    const std::string& text) {
  Found found(text);
  found.Find(matcher);
  ContextScratch scratch;
  std::vector<Judgement> judgements;
  engine.Judge(found.tokens, found.blocks, found.entries, &scratch,
               &judgements);
  std::vector<std::string> shown;
  for (const Judgement& one : judgements) {
    shown.push_back(std::string(ToString(one.stance)) + " " +
                    (one.rule == kNone ? "-" : engine.rules()[one.rule].id) +
                    " " +
                    text.substr(one.cue.begin, one.cue.end - one.cue.begin));
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

TEST(PrecompiledLexicon, IsWhatReadingTheFilesGives) {
  const Lexicon parsed = ParseBuiltIn().value();
  ASSERT_FALSE(PrecompiledLexicon().empty());
  EXPECT_TRUE(WriteLexiconArchive(parsed) == PrecompiledLexicon());
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  EXPECT_TRUE(WriteLexiconArchive(lexicon) == PrecompiledLexicon());
  EXPECT_EQ(lexicon.hash(), parsed.hash());
  EXPECT_EQ(lexicon.ToNative().toml, parsed.ToNative().toml);
  EXPECT_EQ(lexicon.ToNative().entries, parsed.ToNative().entries);
  EXPECT_EQ(lexicon.ToNative().masks, parsed.ToNative().masks);
}

TEST(PrecompiledPatterns, IsWhatCompilingTheBuiltInLexiconGives) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  const MatcherOptions options = DefaultOptions(lexicon);
  ASSERT_FALSE(PrecompiledPatterns().empty());
  const std::string archive =
      Matcher::Compile(lexicon, options, nullptr).value().Archive();
  EXPECT_TRUE(archive == PrecompiledPatterns());
}

TEST(PrecompiledPatterns, FindsTheSame) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  MatcherOptions options = DefaultOptions(lexicon);
  const Matcher compiled = Matcher::Compile(lexicon, options, nullptr).value();
  options.archive = PrecompiledPatterns();
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
  options.archive = PrecompiledPatterns();
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
  const std::string_view whole = PrecompiledPatterns();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
    options.archive = whole.substr(0, size);
    const Matcher matcher = Matcher::Compile(lexicon, options, nullptr).value();
    EXPECT_EQ(Matches(matcher, text), matches) << size;
  }
}

// Sentences that need rules of each kind.
constexpr char kStances[] =
    "They are not a burden. We saw a burden; they said no such thing. "
    "It is not a safety net but a springboard. They used to be a burden. "
    "\u201cA burden\u201d, said the minister. Is she a burden? "
    "Rather than a burden, he is an asset. Calling them a burden is wrong. "
    "Nobody could say that she is not a burden. If they become a burden, we "
    "pay. The myth that they are a burden lives on. The system is broken.";

TEST(PrecompiledStance, IsWhatCompilingTheRulesGives) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  const ContextEngine compiled =
      ContextEngine::BuiltIn("en", lexicon, "en-GB").value();
  const ContextEngine read =
      ContextEngine::BuiltIn("en", lexicon, "en-GB", PrecompiledStance())
          .value();
  ASSERT_FALSE(PrecompiledStance().empty());
  EXPECT_TRUE(compiled.Archive() == PrecompiledStance());
  EXPECT_TRUE(read.Archive() == PrecompiledStance());
  EXPECT_EQ(read.hash(), compiled.hash());
  ASSERT_EQ(read.rules().size(), compiled.rules().size());
  for (std::size_t i = 0; i < read.rules().size(); ++i) {
    EXPECT_EQ(read.rules()[i].id, compiled.rules()[i].id);
    EXPECT_EQ(read.rules()[i].explanation, compiled.rules()[i].explanation);
  }
}

TEST(PrecompiledStance, JudgesTheSame) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  const Matcher matcher =
      Matcher::Compile(lexicon, DefaultOptions(lexicon), nullptr).value();
  const auto judged = [&](std::string_view archive) {
    return Judgements(
        matcher,
        ContextEngine::BuiltIn("en", lexicon, "en-GB", archive).value(),
        kStances);
  };
  const std::vector<std::string> judgements = judged({});
  EXPECT_GT(judgements.size(), 9u);
  const std::string_view whole = PrecompiledStance();
  EXPECT_EQ(judged(whole), judgements);
  // Of an archive that is cut off nothing is used.
  for (const std::size_t size :
       {std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
    EXPECT_EQ(judged(whole.substr(0, size)), judgements) << size;
  }
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
