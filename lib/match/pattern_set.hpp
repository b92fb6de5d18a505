// PatternSet: many patterns compiled to two automata over the elements of
// words.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"
#include "match/guard.hpp"
#include "match/pattern_part.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// A pattern found at the words [first, last).
struct PatternHit {
  std::uint32_t pattern = 0;
  std::uint32_t first = 0, last = 0;
  friend bool operator==(const PatternHit&, const PatternHit&) = default;
};

// A regular expression that gave up on a sentence because it needed too many
// steps: whether it occurs there is not known.
struct PatternFailure {
  std::uint32_t pattern = 0;
  std::uint32_t sentence = 0;
  friend bool operator==(const PatternFailure&,
                         const PatternFailure&) = default;
};

// Working memory for one PatternSet at a time; one for each thread.
class PatternScratch {
 public:
  PatternScratch();
  ~PatternScratch();
  PatternScratch(PatternScratch&&) noexcept;
  PatternScratch& operator=(PatternScratch&&) noexcept;

  // What the last Find() could not decide.
  std::span<const PatternFailure> failures() const;
  // Steps of all calls so far: states, edges and leads looked at. For tests.
  std::uint64_t steps() const;

 private:
  friend class PatternSet;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Immutable; shared by threads.
class PatternSet {
 public:
  class Builder {
   public:
    // `classes` and `spelling` are those of a lexicon; both are copied.
    // Patterns are segmented like text in `locale`. `kernel`: of the search
    // (FindScanKernel); all find the same.
    Builder(std::span<const WordClass> classes,
            std::span<const std::pair<std::string, std::string>> spelling,
            const std::string& locale, std::string_view kernel = {});
    Builder(Builder&&) noexcept;
    ~Builder();
    // Adds `pattern` in the syntax of docs/lexicon-format.md. Patterns are
    // numbered from 0 in the order of the calls that succeed. Fails with
    // kParse and the column of what is wrong.
    // `guards`: without which its occurrences are not wanted, unless it is a
    // regular expression.
    Result<std::uint32_t> Add(std::string_view pattern,
                              std::span<const Guard> guards = {});
    // Of a pattern that was added.
    Extent ExtentOf(std::uint32_t pattern) const;
    // `asked`: prepares for Occurs(), which needs it.
    Result<PatternSet> Build(bool asked = false) &&;

   private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  // Appends to `hits` every occurrence, overlaps kept, of every pattern in the
  // sentences [first_sentence, end_sentence): by first word, then longest
  // first, then by pattern. With `conditions`, of which guards ask for
  // patterns, those may be left out that a guard denies. Linear in the words
  // for a given set.
  void Find(const Tokens& tokens, std::uint32_t first_sentence,
            std::uint32_t end_sentence, PatternScratch* scratch,
            std::vector<PatternHit>* hits,
            const PatternSet* conditions = nullptr) const;

  // Whether `pattern`, which is no regular expression, occurs in the sentence
  // with its first word among `begins` or its last among `ends`. Costs a few
  // steps for each of these words, and of those between them.
  bool Occurs(const Tokens& tokens, std::uint32_t sentence,
              std::uint32_t pattern, Span begins, Span ends,
              PatternScratch* scratch) const;

  std::uint32_t size() const;

  // Appends the set to `archive`; false, and nothing is appended, when it holds
  // a regular expression.
  bool Write(ArchiveWriter* archive) const;
  // A set that was written; whether it is whole only the archive knows.
  static PatternSet Read(ArchiveReader* archive, std::string_view kernel);

 private:
  struct Impl;
  explicit PatternSet(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

// True when nothing but spaces, line breaks, hyphens and apostrophes lies
// between two words, so that a phrase may run on. A hyphen between spaces and
// any dash with a space beside it end a phrase.
bool PhraseRunsThrough(std::string_view gap);

}  // namespace framescope
