// Windows: a document is worked on some blocks at a time.
//
// No sentence, phrase, quotation or stance crosses the end of a block, but that
// the heads of lists and columns speak for what stands below; windows do not
// end before an item or a cell whose head is near. So what is found does not
// depend on where windows end; working memory stays in the cache, and stays
// small for documents of any size.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "context/context.hpp"
#include "document/paragraphs.hpp"
#include "engine/repeats.hpp"
#include "engine/sense_features.hpp"
#include "engine/sense_model.hpp"
#include "framescope/analyzer.hpp"
#include "match/matcher.hpp"
#include "match/scan_kernel.hpp"
#include "score/match_tally.hpp"
#include "score/scoring_table.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

// A lexicon compiled with its stance rules. Immutable; shared by threads.
struct CompiledAnalyzer {
  Lexicon lexicon;
  AnalyzerOptions options;
  std::string segmenter;  // the kind that was chosen, for every thread
  const Kernel* kernel;   // of the segmenter, or the fastest
  const ScanKernel* scan;
  Matcher matcher;
  ScoringTable scoring;
  std::optional<ContextEngine> context;
  std::vector<RuleInfo> rules;
  std::optional<SenseModel> sense;
  std::optional<SenseFeatures> sense_features;
  std::string stamp;
};

// Working memory of one thread, reused from document to document.
struct AnalysisMemory {
  std::unique_ptr<Segmenter> segmenter;
  std::string locale, segmenter_kind;  // that it was made for
  TypeTable table;
  Segments segments;
  std::vector<TypeId> types;         // kNoType but for those of
  std::vector<std::uint32_t> asked;  // these words
  WordHashes hashes;
  MatchScratch match;
  std::vector<FoundEntry> found;
  std::vector<Hidden> hidden;
  ContextScratch context;
  std::vector<Judgement> judgements;  // one for each of `found`, if wanted
  std::vector<bool> other_sense;      // for each of `found`: says the model
  RepeatFinder repeats;
  std::vector<bool> repeated;  // for each block of the window; empty if none
  ParagraphFinder paragraphs;
  std::vector<Block> blocks;               // of the count gear
  std::vector<std::uint32_t> match_index;  // of `found` among the matches
  MatchTally tally;

  // Whether the block of the window repeats an earlier one.
  bool IsRepeated(std::uint32_t block) const {
    return !repeated.empty() && repeated[block];
  }
};

// One window: its tokens count words and sentences from 0. What is found in it
// stands in the AnalysisMemory until the next one is read.
struct Window {
  Tokens tokens;
  std::span<const Block> blocks;
  std::uint32_t first_block = 0, first_sentence = 0, first_word = 0;
};

// What is made of the windows. Counts without stance and sense rules need no
// judgements.
enum class Gear : std::uint8_t { kCount, kAnalyze, kExplain };

// Walks over the windows of one document: segments, matches and judges.
class WindowWalk {
 public:
  // Everything is borrowed. memory->hidden is filled for kExplain.
  WindowWalk(const CompiledAnalyzer& analyzer, std::string_view text,
             std::span<const Block> blocks, Gear gear, AnalysisMemory* memory);

  // Reads the next window. False at the end, or when status() is an error.
  bool Next();

  const Window& window() const { return window_; }
  const Status& status() const { return status_; }
  // Of the windows read so far.
  std::uint32_t words() const { return words_; }
  std::uint32_t sentences() const { return sentences_; }
  std::uint32_t repeated_words() const { return repeated_words_; }
  std::uint32_t repeated_paragraphs() const { return repeated_paragraphs_; }

 private:
  // False when they fail, and status() says why.
  bool Open();
  bool Read();
  std::span<TypeId> NoTypes(std::size_t words);
  bool FindRepeats();
  bool Fail(Status status);
  void Judge();
  void DropOtherSenses();

  const CompiledAnalyzer& analyzer_;
  std::string_view text_;
  std::span<const Block> blocks_;
  Gear gear_;
  AnalysisMemory& m_;
  Window window_;
  Status status_;
  std::uint32_t next_block_ = 0;
  std::uint32_t words_ = 0, sentences_ = 0;
  std::uint32_t repeated_words_ = 0, repeated_paragraphs_ = 0;
};

}  // namespace framescope
