// Analyzer: finds a lexicon's entries in a text and says how each is used.
//
//   auto lexicon = framescope::Lexicon::BuiltIn();
//   auto analyzer = framescope::Analyzer::Compile(lexicon.value());
//   framescope::Scratch scratch;
//   auto analysis = analyzer.value().Analyze("Not a burden.", scratch);
//   for (const framescope::Match& match : analysis.value().matches) ...
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/document.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/scoring.hpp"
#include "framescope/status.hpp"

namespace framescope {

// How an author stands to the words of a match (docs/codebook.md).
enum class Stance : std::uint8_t {
  kUsed,
  kNegated,
  kMovedFrom,
  kMovedTo,
  kReported,
  kRejected,
  kRecommended,
  kSupposed,
  kMentioned
};
inline constexpr int kStances = 9;
std::string_view ToString(Stance stance);

// Said by the author, also as an aim.
constexpr bool Endorsed(Stance s) {
  return s == Stance::kUsed || s == Stance::kMovedTo ||
         s == Stance::kRecommended;
}
// Reaches the reader, also when denied.
constexpr bool Evoked(Stance s) { return s != Stance::kMentioned; }

// Half-open stretch of bytes of a document's text; empty when begin == end.
struct Span {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

// An entry found in a text.
struct Match {
  Span span;
  std::uint32_t entry = 0;     // index into the lexicon's entries
  std::uint32_t category = 0;  // index into the lexicon's categories
  std::int32_t weight = 0;     // under the analyzer's profile
  Stance stance = Stance::kUsed;
  Locus locus = Locus::kAny;
  bool repeated = false;      // in a paragraph counted before: not scored
  bool in_quotation = false;  // inside quotation marks
  std::uint32_t sentence = 0;
  std::uint32_t line = 0, page = 0;  // counted from 1, or 0
  Span chars, utf16;                 // the span in code points and UTF-16 units
  Span cue;                          // what decided the stance; empty: nothing
  std::uint32_t rule = kNone;        // index into Analyzer::rules()
  Span holder;                       // whose words are reported; may be empty
  std::uint32_t pair = kNone;  // the other side of a contrast: a match index
};

// A moved_from span tied to a moved_to span: indices into matches.
struct Reframing {
  std::uint32_t from = 0, to = 0;
  std::uint32_t rule = kNone;
};

// A stance rule as it is shown to people.
struct RuleInfo {
  std::string id;  // "contrast.rather-than"
  std::string explanation;
};

// What came out for one document. Owns its text.
struct Analysis {
  Document document;
  std::uint32_t words = 0, sentences = 0, paragraphs = 0;
  // Paragraphs that repeat an earlier one word for word; their words and
  // matches are not scored.
  std::uint32_t repeated_paragraphs = 0, repeated_words = 0;
  std::vector<Span> sentence_spans;
  std::vector<Match> matches;  // by begin, then longest first, then entry
  std::vector<Reframing> reframings;
  std::vector<AxisScore> axes;
  std::vector<CategoryCount> categories;  // one for each category
  Measures measures;
};

// What the count gear gives: the numbers of an Analysis and nothing else.
struct Counts {
  std::uint32_t words = 0, sentences = 0, paragraphs = 0;
  std::uint32_t repeated_paragraphs = 0, repeated_words = 0;
  std::vector<AxisScore> axes;
  std::vector<CategoryCount> categories;  // one for each category
};

struct AnalyzerOptions {
  std::string profile;  // empty: the lexicon's default
  std::string locale = "en-GB";
  std::string stance = "en";  // stance rules; "none" leaves every match used
  bool masks = true;
  bool count_repeats = false;  // count repeated paragraphs each time
  // Empty: the fastest; "icu", "portable", "avx2", "avx512". All find the same.
  std::string segmenter;
  // Which matches stay where entries overlap: "longest" (also empty), or
  // quanteda's nested scopes "key" and "dictionary".
  std::string overlap;
  // A table that TrainSense() wrote (evaluation.hpp): matches that it takes for
  // another sense do not count. Empty: none.
  std::string sense_model;
};

class Analyzer;
struct Explanation;

// Working memory of one call at a time: make one for each thread.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class Analyzer;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A compiled lexicon. Immutable: any number of threads may call Analyze() at
// once, each with a Scratch of its own.
class Analyzer {
 public:
  // Patterns that cannot be compiled go to `diagnostics`, if given; the status
  // names the first.
  static Result<Analyzer> Compile(
      const Lexicon& lexicon, const AnalyzerOptions& options = {},
      std::vector<Diagnostic>* diagnostics = nullptr);

  // Fails with kEncoding, and the offset of the first bad byte, if `text` is
  // not UTF-8. Linear in the text.
  Result<Analysis> Analyze(std::string_view text, Scratch& scratch) const;
  Result<Analysis> Analyze(Document document, Scratch& scratch) const;

  // The numbers alone, for many documents: those of Analyze() to the last bit,
  // without matches and without a copy of the text in the result.
  Result<Counts> Count(std::string_view text, Scratch& scratch) const;
  Result<Counts> Count(const Document& document, Scratch& scratch) const;

  // The same as Analyze(), and how every occurrence of an entry was judged
  // (explanation.hpp). Somewhat slower.
  Result<Explanation> Explain(Document document, Scratch& scratch) const;

  const Lexicon& lexicon() const;
  const AnalyzerOptions& options() const;
  const std::vector<RuleInfo>& rules() const;
  // Versions and hashes that a result depends on, as a JSON object.
  const std::string& stamp() const;

 private:
  struct Impl;
  explicit Analyzer(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

}  // namespace framescope
