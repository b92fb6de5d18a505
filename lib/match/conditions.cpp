// Tested by tests/unit/match/conditions_test.cpp.
#include "match/conditions.hpp"

#include <algorithm>
#include <array>

#include "base/code_point.hpp"

namespace framescope {
namespace {

constexpr std::uint16_t kNearby = 5;
constexpr std::uint16_t kMaxWithin = 1000;

struct Keyword {
  std::string_view name;
  Condition::Kind kind;
  std::uint16_t within;  // unless given; 0: takes no window
};
constexpr std::array<Keyword, 7> kKeywords = {
    Keyword{"followed-by", Condition::Kind::kFollowedBy, 1},
    Keyword{"preceded-by", Condition::Kind::kPrecededBy, 1},
    Keyword{"near", Condition::Kind::kNear, kNearby},
    Keyword{"sentence", Condition::Kind::kSentence, 0},
    Keyword{"company", Condition::Kind::kCompany, 0},
    Keyword{"name", Condition::Kind::kName, 0},
    Keyword{"quoted", Condition::Kind::kQuoted, 0}};

bool IsSpace(char c) { return c == ' ' || c == '\t'; }

Status Bad(std::string_view when, std::size_t at, std::string message) {
  return Status(StatusCode::kParse, std::move(message),
                {static_cast<std::int64_t>(at), 0, ColumnAt(when, at)});
}

void Trim(std::string_view text, std::size_t* begin, std::size_t* end) {
  while (*begin < *end && IsSpace(text[*begin])) ++*begin;
  while (*begin < *end && IsSpace(text[*end - 1])) --*end;
}

// The end of the word that begins at `begin`.
std::size_t WordEnd(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && !IsSpace(text[begin])) ++begin;
  return begin;
}

// Cuts "within N" from the end; false when N is no number from 1 to 1,000.
bool CutWithin(std::string_view when, std::size_t begin, std::size_t* end,
               std::uint16_t* within) {
  std::size_t digits = *end;
  while (digits > begin && IsAsciiDigit(when[digits - 1])) --digits;
  std::size_t word = digits;
  while (word > begin && IsSpace(when[word - 1])) --word;
  constexpr std::string_view kWithin = " within";
  if (word < begin + kWithin.size() || digits == *end ||
      when.substr(word - kWithin.size(), kWithin.size()) != kWithin) {
    return true;
  }
  if (*end - digits > 4) return false;
  std::uint32_t value = 0;
  for (std::size_t i = digits; i < *end; ++i) {
    value = value * 10 + static_cast<std::uint32_t>(when[i] - '0');
  }
  *end = word - kWithin.size();
  *within = static_cast<std::uint16_t>(value);
  return value >= 1 && value <= kMaxWithin;
}

// Words that must be looked at.
std::uint32_t CostOf(const Condition& condition) {
  switch (condition.kind) {
    case Condition::Kind::kCompany:
    case Condition::Kind::kName:
    case Condition::Kind::kQuoted:
      return 0;
    case Condition::Kind::kSentence:
      return 2u * kMaxWithin + 1;
    case Condition::Kind::kNear:
      return 2u * condition.within;
    default:
      return condition.within;
  }
}

}  // namespace

bool NeedsCompany(std::span<const Condition> conditions) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [](const Condition& condition) {
                       return condition.kind == Condition::Kind::kCompany;
                     });
}

Result<Conditions> ConditionCompiler::Parse(std::string_view when) {
  Conditions conditions;
  std::size_t begin = 0;
  while (begin <= when.size()) {
    const std::size_t end = std::min(when.find(';', begin), when.size());
    std::size_t from = begin, to = end;
    Trim(when, &from, &to);
    begin = end + 1;
    if (from == to) {
      if (end == when.size()) break;
      return Bad(when, from, "a condition is empty");
    }
    auto condition = ParseOne(when, from, to);
    if (!condition.ok()) return condition.status();
    conditions.push_back(condition.value());
  }
  // What is decided cheaply is asked first.
  std::stable_sort(conditions.begin(), conditions.end(),
                   [](const Condition& a, const Condition& b) {
                     return CostOf(a) < CostOf(b);
                   });
  return conditions;
}

Result<Condition> ConditionCompiler::ParseOne(std::string_view when,
                                              std::size_t begin,
                                              std::size_t end) {
  Condition condition;
  std::size_t word_end = WordEnd(when, begin, end);
  if (when.substr(begin, word_end - begin) == "not") {
    condition.negated = true;
    begin = word_end;
    Trim(when, &begin, &end);
    word_end = WordEnd(when, begin, end);
  }
  const std::string_view name = when.substr(begin, word_end - begin);
  const auto keyword =
      std::find_if(kKeywords.begin(), kKeywords.end(),
                   [name](const Keyword& k) { return k.name == name; });
  if (keyword == kKeywords.end()) {
    return Bad(when, begin,
               "unknown condition \"" + std::string(name) +
                   "\"; there are followed-by, preceded-by, near, sentence, "
                   "company, name, quoted, and not before any of them");
  }
  condition.kind = keyword->kind;
  condition.within = keyword->within;
  std::size_t from = word_end;
  Trim(when, &from, &end);
  const bool alone = condition.kind == Condition::Kind::kCompany ||
                     condition.kind == Condition::Kind::kName ||
                     condition.kind == Condition::Kind::kQuoted;
  if (alone && from < end) {
    return Bad(when, from,
               "nothing stands after \"" + std::string(name) + "\"");
  }
  if (alone) return condition;
  if (keyword->within > 0 &&
      !CutWithin(when, word_end, &end, &condition.within)) {
    return Bad(when, end, "a window is 1 to 1000 words");
  }
  Status status = AddPattern(when, from, end, &condition);
  if (!status.ok()) return status;
  return condition;
}

Status ConditionCompiler::AddPattern(std::string_view when, std::size_t begin,
                                     std::size_t end, Condition* condition) {
  Trim(when, &begin, &end);
  if (begin >= end) return Bad(when, end, "a word is missing");
  const std::string_view pattern = when.substr(begin, end - begin);
  if (pattern[0] == '/') {
    return Bad(when, begin, "a condition takes no regular expression");
  }
  const std::uint32_t known = patterns_.Find(pattern);
  if (known != kNone) {
    condition->pattern = numbers_[known];
    return Status();
  }
  const auto added = builder_.Add(pattern);
  if (!added.ok()) {
    const std::int64_t offset =
        std::max<std::int64_t>(0, added.status().where().offset);
    return Bad(when,
               std::min(when.size(), begin + static_cast<std::size_t>(offset)),
               added.status().message());
  }
  patterns_.Add(pattern);
  numbers_.push_back(added.value());
  condition->pattern = added.value();
  return Status();
}

std::vector<Guard> ConditionCompiler::GuardsOf(
    const Conditions& conditions) const {
  std::vector<Guard> guards;
  for (const Condition& condition : conditions) {
    if (condition.negated || condition.pattern == kNone) continue;
    const Extent extent = builder_.ExtentOf(condition.pattern);
    Guard guard{condition.pattern, 0, 0};
    // What stands before an occurrence ends there, and what stands behind it
    // begins there.
    if (condition.kind != Condition::Kind::kFollowedBy) {
      guard.before = condition.within + extent.after;
    }
    if (condition.kind != Condition::Kind::kPrecededBy) {
      guard.after = condition.within + extent.before;
    }
    if (condition.kind == Condition::Kind::kSentence) {
      guard.before = guard.after = Guard::kWholeSentence;
    }
    guards.push_back(guard);
  }
  return guards;
}

void ConditionJudge::Reset(const PatternSet* set, const Tokens* tokens) {
  set_ = set;
  tokens_ = tokens;
  known_.resize(set->size());
}

void ConditionJudge::Enter(std::uint32_t sentence) {
  sentence_ = sentence;
  ++visit_;
}

bool ConditionJudge::Occurs(std::uint32_t pattern, Span begins, Span ends) {
  return set_->Occurs(*tokens_, sentence_, pattern, begins, ends, &scratch_);
}

bool ConditionJudge::InSentence(std::uint32_t pattern) {
  Known& known = known_[pattern];
  if (known.visit != visit_) {
    known = {visit_, Occurs(pattern, {0, kNone}, {})};
  }
  return known.occurs;
}

bool ConditionJudge::IsName(std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t start = tokens_->sentences[sentence_].first_word;
  for (std::uint32_t i = std::max(first, start + 1); i < last; ++i) {
    if ((tokens_->table->flags(tokens_->type(i)) & kCapitalised) != 0) {
      return true;
    }
  }
  return false;
}

bool ConditionJudge::IsQuoted(std::uint32_t first, std::uint32_t last) const {
  const std::string_view text = tokens_->text;
  const std::string_view before = text.substr(0, tokens_->words[first].begin);
  const std::string_view after = text.substr(tokens_->words[last - 1].end);
  const auto opens = [before](std::string_view mark) {
    return before.ends_with(mark);
  };
  const auto closes = [after](std::string_view mark) {
    return after.starts_with(mark);
  };
  return (opens("\u2018") && closes("\u2019")) ||
         (opens("\u201C") && closes("\u201D")) ||
         (opens("\"") && closes("\"")) || (opens("'") && closes("'"));
}

bool ConditionJudge::Holds(const Condition& condition, std::uint32_t first,
                           std::uint32_t last) {
  if (condition.kind == Condition::Kind::kName) return IsName(first, last);
  if (condition.kind == Condition::Kind::kQuoted) return IsQuoted(first, last);
  const std::uint32_t from =
      first > condition.within ? first - condition.within : 0;
  const Span before{from, first}, after{last, last + condition.within};
  switch (condition.kind) {
    case Condition::Kind::kFollowedBy:
      return Occurs(condition.pattern, after, {});
    case Condition::Kind::kPrecededBy:
      return Occurs(condition.pattern, {}, before);
    case Condition::Kind::kNear:
      return Occurs(condition.pattern, after, before);
    default:
      return InSentence(condition.pattern);
  }
}

bool ConditionJudge::Hold(std::span<const Condition> conditions,
                          std::uint32_t first, std::uint32_t last) {
  return std::all_of(
      conditions.begin(), conditions.end(), [&](const Condition& condition) {
        if (condition.kind == Condition::Kind::kCompany) {
          return true;
        }
        return Holds(condition, first, last) != condition.negated;
      });
}

}  // namespace framescope
