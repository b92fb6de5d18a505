// Conditions: the `when` column, which asks about the words near a match.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/status.hpp"
#include "match/hash_table.hpp"
#include "match/pattern_set.hpp"

namespace framescope {

struct Condition {
  enum class Kind : std::uint8_t {
    kFollowedBy,
    kPrecededBy,
    kNear,
    kSentence,
    kCompany,
    kName,
    kQuoted
  };
  Kind kind = Kind::kName;
  bool negated = false;
  std::uint16_t within = 0;       // words
  std::uint32_t pattern = kNone;  // of the condition set
};

using Conditions = std::vector<Condition>;

// Whether any of `conditions` asks for (or against) company.
bool NeedsCompany(std::span<const Condition> conditions);

// The conditions of each of many, side by side: where they are is looked up
// for every match.
class ConditionLists {
 public:
  void Add(const Conditions& conditions) {
    all_.insert(all_.end(), conditions.begin(), conditions.end());
    starts_.push_back(static_cast<std::uint32_t>(all_.size()));
  }
  // Of the one that was added after `i` others.
  std::span<const Condition> operator[](std::uint32_t i) const {
    return {all_.data() + starts_[i], all_.data() + starts_[i + 1]};
  }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(starts_.size() - 1);
  }
  // Whether all have none.
  bool empty() const { return all_.empty(); }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(all_, starts_);
  }

 private:
  Conditions all_;
  std::vector<std::uint32_t> starts_ = {0};
};

// Parses `when` cells and gathers what they ask for in one PatternSet.
class ConditionCompiler {
 public:
  explicit ConditionCompiler(PatternSet::Builder builder)
      : builder_(std::move(builder)) {}

  // Parses the cell `when`; empty gives no conditions. Fails with kParse and
  // the column in the cell.
  Result<Conditions> Parse(std::string_view when);

  // What must stand near an occurrence for which all of them hold.
  std::vector<Guard> GuardsOf(const Conditions& conditions) const;

  Result<PatternSet> Build() && { return std::move(builder_).Build(true); }

 private:
  Result<Condition> ParseOne(std::string_view when, std::size_t begin,
                             std::size_t end);
  Status AddPattern(std::string_view when, std::size_t begin, std::size_t end,
                    Condition* condition);

  PatternSet::Builder builder_;
  StringIndex patterns_;                // as written
  std::vector<std::uint32_t> numbers_;  // in the set, by patterns_
};

// Decides conditions about one sentence at a time. A condition on a window
// looks at its words; one on the whole sentence is decided once for all
// matches in it, so that long sentences cost no more than short ones. Belongs
// to one thread.
class ConditionJudge {
 public:
  // Starts on a text.
  void Reset(const PatternSet* set, const Tokens* tokens);
  // Starts on a sentence of it.
  void Enter(std::uint32_t sentence);

  // Whether all conditions but company hold for a match at [first, last).
  bool Hold(std::span<const Condition> conditions, std::uint32_t first,
            std::uint32_t last);

  // Steps of all calls so far. For tests.
  std::uint64_t steps() const { return scratch_.steps(); }

 private:
  bool Holds(const Condition& condition, std::uint32_t first,
             std::uint32_t last);
  bool Occurs(std::uint32_t pattern, Span begins, Span ends);
  bool InSentence(std::uint32_t pattern);
  bool IsName(std::uint32_t first, std::uint32_t last) const;
  bool IsQuoted(std::uint32_t first, std::uint32_t last) const;

  // What was decided about a pattern and the whole sentence, and when.
  struct Known {
    std::uint64_t visit = 0;
    bool occurs = false;
  };

  const PatternSet* set_ = nullptr;
  const Tokens* tokens_ = nullptr;
  std::uint32_t sentence_ = 0;
  std::uint64_t visit_ = 0;   // of a sentence
  std::vector<Known> known_;  // by pattern
  PatternScratch scratch_;
};

}  // namespace framescope
