// Matcher: the entries of a lexicon found in a text, after conditions, masks
// and the overlap policy.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"
#include "match/pattern_set.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// An entry found at the words [first, last) of sentence `sentence`.
struct FoundEntry {
  std::uint32_t entry = 0;
  std::uint32_t first = 0, last = 0;
  std::uint32_t sentence = 0;
  friend bool operator==(const FoundEntry&, const FoundEntry&) = default;
};

// Why an occurrence of an entry is not a match; for `explain`.
struct Hidden {
  FoundEntry found;
  enum class Reason : std::uint8_t { kCondition, kMask, kOverlap, kCompany };
  Reason reason = Reason::kMask;
  std::uint32_t by = kNone;  // index of the mask, or of the winning entry
  friend bool operator==(const Hidden&, const Hidden&) = default;
};

enum class Overlap : std::uint8_t {
  kLongest,     // leftmost longest for each axis (for categories without an
                // axis: for each category)
  kKey,         // quanteda's nested_scope "key"
  kDictionary,  // quanteda's nested_scope "dictionary"
  kAll
};

struct MatcherOptions {
  std::string profile;
  std::string locale = "en-GB";
  bool masks = true;
  Overlap overlap = Overlap::kLongest;
  std::string kernel = {};  // of a WordFilter
  // What Matcher::Archive() gave for some lexicon; it is used where it is of
  // the same lexicon and options. May be empty.
  std::string_view archive = {};
};

// A regular expression that gave up on a sentence because it needed too many
// steps: whether the entry or mask occurs there is not known.
struct MatchFailure {
  bool is_mask = false;
  std::uint32_t index = 0;  // of the entry or mask
  std::uint32_t sentence = 0;
  friend bool operator==(const MatchFailure&, const MatchFailure&) = default;
};

// Working memory for one Matcher at a time; one for each thread.
class MatchScratch {
 public:
  MatchScratch();
  ~MatchScratch();
  MatchScratch(MatchScratch&&) noexcept;
  MatchScratch& operator=(MatchScratch&&) noexcept;

  // What the last Find() could not decide. Never leave it unread: a sentence
  // named here may hold more matches than were found.
  std::span<const MatchFailure> failures() const;
  // Steps of all calls of Find() so far: states, edges and leads looked at, for
  // entries, masks and conditions. For tests.
  std::uint64_t steps() const;

 private:
  friend class Matcher;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Immutable; shared by threads.
class Matcher {
 public:
  // Entries of weight 0 under the profile are left out. All patterns that
  // cannot be compiled go to `diagnostics` (file entries.tsv or masks.tsv,
  // with line and column); the status names the first.
  static Result<Matcher> Compile(const Lexicon& lexicon,
                                 const MatcherOptions& options,
                                 std::vector<Diagnostic>* diagnostics);

  // The compiled lexicon as bytes, for another process of this very program on
  // the same kind of machine. Empty when it holds a regular expression.
  std::string Archive() const;

  // Replaces `*found` by the matches of the text, by first word, then longest
  // first, then entry; and `*hidden`, if given, by the occurrences that are no
  // matches, in the same order. An occurrence becomes a match when no mask
  // hides it; its conditions hold; if it asks for company, an occurrence of its
  // pole that has weight 2 or more, asks for none and does not overlap it
  // stands nearby; and it then wins over the occurrences that it overlaps.
  // Linear in the words for a given lexicon.
  void Find(const Tokens& tokens, MatchScratch* scratch,
            std::vector<FoundEntry>* found,
            std::vector<Hidden>* hidden = nullptr) const;

 private:
  struct Impl;
  explicit Matcher(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

}  // namespace framescope
