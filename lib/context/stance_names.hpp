// The words of a stance file and what they mean.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "context/stance_rules.hpp"

namespace framescope {

inline constexpr std::array<std::pair<std::string_view, Stance>, kStances>
    kStanceOf{{{"used", Stance::kUsed},
               {"negated", Stance::kNegated},
               {"moved_from", Stance::kMovedFrom},
               {"moved_to", Stance::kMovedTo},
               {"reported", Stance::kReported},
               {"rejected", Stance::kRejected},
               {"recommended", Stance::kRecommended},
               {"supposed", Stance::kSupposed},
               {"mentioned", Stance::kMentioned}}};
inline constexpr std::array<std::pair<std::string_view, Direction>, 3>
    kDirectionOf{{{"forward", Direction::kForward},
                  {"backward", Direction::kBackward},
                  {"both", Direction::kBoth}}};
inline constexpr std::array<std::pair<std::string_view, Reach>, 5> kReachOf{
    {{"words", Reach::kWords},
     {"phrase", Reach::kPhrase},
     {"clause", Reach::kClause},
     {"stop", Reach::kStop},
     {"sentence", Reach::kSentence}}};
inline constexpr std::array<std::pair<std::string_view, Place>, 4> kPlaceOf{
    {{"anywhere", Place::kAnywhere},
     {"start", Place::kStart},
     {"end", Place::kEnd},
     {"signature", Place::kSignature}}};
inline constexpr std::array<std::pair<std::string_view, HolderSide>, 4>
    kHolderOf{{{"none", HolderSide::kUnnamed},
               {"before", HolderSide::kBefore},
               {"after", HolderSide::kAfter},
               {"with", HolderSide::kWith}}};
inline constexpr std::array<std::pair<std::string_view, Locus>, 6> kLocusOf{
    {{"any", Locus::kAny},
     {"person", Locus::kPerson},
     {"group", Locus::kGroup},
     {"community", Locus::kCommunity},
     {"system", Locus::kSystem},
     {"condition", Locus::kCondition}}};

inline constexpr std::array<std::pair<std::string_view, HitKind>, 11>
    kWordGroups{{{"stops", HitKind::kStop},
                 {"subordinators", HitKind::kSubordinator},
                 {"relatives", HitKind::kRelative},
                 {"subjects", HitKind::kSubject},
                 {"finite", HitKind::kFinite},
                 {"joiners", HitKind::kJoiner},
                 {"authors", HitKind::kAuthor},
                 {"openers", HitKind::kOpener},
                 {"negatives", HitKind::kNegative},
                 {"copulas", HitKind::kCopula},
                 {"definites", HitKind::kDefinite}}};

}  // namespace framescope
