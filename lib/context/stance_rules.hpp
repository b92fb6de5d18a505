// StanceRules: the content of a stance file, compiled.
//
// Cues, contrasts, verdicts and the words that cut sentences into clauses
// become patterns of one PatternSet; uses says what a hit of each means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"
#include "match/pattern_set.hpp"

namespace framescope {

enum class Direction : std::uint8_t { kForward, kBackward, kBoth };

// How far a scope runs; `kWords` is counted, the others end at a boundary.
enum class Reach : std::uint8_t { kWords, kPhrase, kClause, kStop, kSentence };

// Where in its sentence a cue must stand to count; `kSignature`: between a dash
// and its end ("Care on its knees – union").
enum class Place : std::uint8_t { kAnywhere, kStart, kEnd, kSignature };

// Where the words stand that name the speaker; `kWith`: before the cue, which
// is part of the name ("the dominant narrative").
enum class HolderSide : std::uint8_t { kUnnamed, kBefore, kAfter, kWith };

// Whether a rule with these poles, a bit for each or all bits, speaks for a
// pole; `pole_bit` is 64 for an entry of no axis.
constexpr bool SpeaksFor(std::uint64_t poles, std::uint32_t pole_bit) {
  return ~poles == 0 || (pole_bit < 64 && (poles >> pole_bit & 1) != 0);
}

struct CueRule {
  std::uint32_t rule = 0;
  Stance stance = Stance::kUsed;
  Direction direction = Direction::kForward;
  Reach reach = Reach::kClause;
  Place place = Place::kAnywhere;
  HolderSide holder = HolderSide::kUnnamed;
  std::uint32_t words = 0;      // at most so many; 0 for no such limit
  std::int32_t head_start = 0;  // words by which it counts as nearer
  bool negator = false;         // turns a `flips` cue after it into "used"
  bool flips = false;
  std::uint32_t flip_words = 3;  // from a negator that flips it, at most
  bool speech = false;           // quotation marks near it hold speech
  bool until_verb = false;       // its scope ends before a verb
  bool needs_turn = false;       // holds only when a turn follows
  std::uint64_t poles = ~std::uint64_t{0};  // that it speaks for
};

// A construction of one or more parts; the stretches before, between and after
// them take a stance each.
struct ContrastRule {
  std::uint32_t rule = 0;
  std::uint32_t parts = 1;
  std::optional<Stance> before, between, after;
  Reach reach = Reach::kPhrase;  // of the stretch after the last part
  std::uint32_t words = 25;      // at most so many between two parts
  std::int32_t head_start = 1;
  bool fronted = false;  // at the head of a clause the sides change places
  bool both = false;     // holds only when both sides hold a match
  bool pause = false;    // a comma stands between its parts
  std::uint64_t poles = ~std::uint64_t{0};  // that it speaks for
};

// Words that look like a cue and are none; `hides` has a bit for each stance
// whose cues it hides, and kHidesStops for words that are no stops.
struct PseudoRule {
  static constexpr std::uint32_t kHidesStops = std::uint32_t{1} << 31;
  std::uint32_t hides = ~kHidesStops;
};

// Words by which an author judges what is reported.
struct VerdictRule {
  std::uint32_t rule = 0;
  bool agrees = false;  // makes it the author's own; else it is rejected
};

// Words that say by themselves how a match is meant: its own, or those that
// lead in the list in which it stands.
struct StanceRule {
  std::uint32_t rule = 0;
  Stance stance = Stance::kRejected;
  bool whole = false;  // of what leads in a list: they are all of it
};

struct LocusRule {
  std::uint32_t rule = 0;
  Locus locus = Locus::kSystem;
  Direction direction = Direction::kBoth;
  std::uint32_t words = 3;
  std::uint64_t poles = 0;  // bit 2 * axis + pole of the lexicon
};

// What a hit of a pattern stands for; `index` is into the rules of its kind.
enum class HitKind : std::uint8_t {
  kPseudo,
  kCue,
  kContrast,
  kVerdict,
  kTurn,
  kLocus,
  kCritical,
  kStop,
  kSubordinator,
  kRelative,
  kSubject,
  kFinite,
  kJoiner,
  kAuthor,
  kOpener,
  kNegative,
  kDefinite,
  kGiven,
  kCopula,
  kLabel,
  kNaming,
  kListHead,
  kNamed,
};

struct PatternUse {
  HitKind kind = HitKind::kCue;
  std::uint32_t index = 0;
  std::uint8_t part = 0;
  bool after_pause = false;  // a comma or dash must stand before it
};

// Rules that the engine applies by itself; indices into `shown`.
struct BuiltRules {
  std::uint32_t scare = 0, speech = 0, unattributed = 0, question = 0,
                rhetorical = 0, double_negation = 0, counter_frame = 0,
                presupposed = 0;
};

// Immutable once read.
struct StanceRules {
  std::vector<RuleInfo> shown;
  std::vector<PseudoRule> pseudos;
  std::vector<CueRule> cues;
  std::vector<ContrastRule> contrasts;
  std::vector<VerdictRule> verdicts;
  std::vector<StanceRule> inner, lists;
  std::vector<LocusRule> loci;
  std::vector<PatternUse> uses;  // one for each pattern
  std::optional<PatternSet> patterns;
  BuiltRules built;
  // Whose definite matches are given: under a condition, under a denial, and
  // when asked about.
  std::uint64_t presupposed_poles = 0, presupposed_denied = 0,
                presupposed_asked = 0;
  // Those whose matches may say of whom the talk is.
  std::uint64_t presupposed_labels = ~std::uint64_t{0};
  std::uint32_t scare_words = 4;
  std::uint32_t speech_words = 12;  // how near to its verb a quotation stands
  std::string hash;
  // What decides how the patterns are compiled: these rules, the lexicon's
  // spelling, the locale and ICU.
  std::string label;
};

// Reads stance rules; all findings go to `diagnostics`. The status names the
// first error with its line and column.
// `archive`: what ContextEngine::Archive() gave, or empty; used where it is of
// the same label.
Result<StanceRules> ReadStanceRules(const std::string& name,
                                    std::string_view toml,
                                    const Lexicon& lexicon,
                                    const std::string& locale,
                                    std::string_view archive,
                                    std::vector<Diagnostic>* diagnostics);

}  // namespace framescope
