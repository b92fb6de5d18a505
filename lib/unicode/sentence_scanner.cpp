// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/sentence_scanner.hpp"

#include <algorithm>

namespace framescope {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsBlank(char c) { return c == ' ' || c == '\n'; }
bool IsTerminator(char c) { return c == '.' || c == '!' || c == '?'; }

}  // namespace

std::optional<SentenceRules> SentenceRules::Make(const BreakTable* table) {
  SentenceRules rules(table);
  if (rules.ReadEffects() && rules.ReturnsAsSaid() && rules.ShortcutsHold()) {
    return rules;
  }
  return std::nullopt;
}

// The states inside a sentence, and what each category does to them.
bool SentenceRules::ReadEffects() {
  const BreakTable& t = *table_;
  other_ = t.next(t.first(), t.category('#'));
  cased_ = t.next(t.first(), t.category('a'));
  if (other_ == cased_ || !t.accepting(other_) || !t.accepting(cased_)) {
    return false;
  }
  const auto inside = [&](std::uint8_t state) {
    return state == other_ || state == cased_;
  };
  for (std::uint32_t i = 3; i < t.categories(); ++i) {
    const auto c = static_cast<std::uint8_t>(i);
    const std::uint8_t from_other = t.next(other_, c);
    const std::uint8_t from_cased = t.next(cased_, c);
    if (t.next(t.first(), c) != from_other) return false;
    if (!inside(from_other) || !inside(from_cased)) {
      effects_[c] = Effect::kEnds;
    } else if (from_other == from_cased) {
      effects_[c] = from_other == cased_ ? Effect::kCased : Effect::kOther;
    } else if (from_other == other_) {
      effects_[c] = Effect::kIgnored;
    } else {
      return false;
    }
  }
  return true;
}

// Whether the last character tells the state wherever the rules come back
// inside a sentence from.
bool SentenceRules::ReturnsAsSaid() const {
  const BreakTable& t = *table_;
  std::vector<bool> seen(t.states(), false);
  std::vector<std::uint8_t> open = {other_, cased_};
  seen[BreakTable::kStop] = seen[other_] = seen[cased_] = true;
  while (!open.empty()) {
    const std::uint8_t state = open.back();
    open.pop_back();
    for (std::uint32_t i = 3; i < t.categories(); ++i) {
      const auto c = static_cast<std::uint8_t>(i);
      const std::uint8_t next = t.next(state, c);
      if (!seen[next]) open.push_back(next);
      seen[next] = true;
      const bool outside = state != other_ && state != cased_;
      if (outside && ((next == other_ && effects_[c] != Effect::kOther) ||
                      (next == cased_ && effects_[c] != Effect::kCased))) {
        return false;
      }
    }
  }
  return true;
}

// Whether the answers that BoundaryAfter gives without the rules are theirs.
bool SentenceRules::ShortcutsHold() const {
  for (const std::uint8_t state : {other_, cased_}) {
    for (char first = 0; first >= 0 && first < 127; ++first) {
      if (!IsTerminator(first)) continue;
      for (char c = 0; c >= 0 && c < 127; ++c) {
        for (const char blank : {' ', '\n'}) {
          const char text[] = {first, blank, c};
          std::uint32_t boundary = 0;
          if (IsUpper(c) &&
              (!Run(state, {text, 3}, 0, &boundary) || boundary != 2)) {
            return false;
          }
        }
        const char text[] = {first, c};
        std::uint32_t boundary = 0;
        if (first == '.' && IsLower(c) &&
            (Run(state, {text, 2}, 0, &boundary) || boundary != 2)) {
          return false;
        }
      }
    }
  }
  return true;
}

// Runs the rules from `state` at `at`. True: a boundary; false: they are
// inside the sentence again, after *boundary.
bool SentenceRules::Run(std::uint8_t state, std::string_view text,
                        std::uint32_t at, std::uint32_t* boundary) const {
  const auto end = static_cast<std::uint32_t>(text.size());
  *boundary = end;
  while (at < end) {
    const CodePoint c = ReadUtf8(text, at);
    at += c.size == 0 ? 1 : c.size;
    state = table_->next(state, table_->category(c.value));
    if (table_->accepting(state)) *boundary = at;
    if (state == BreakTable::kStop) return true;
    if (state == other_ || state == cased_) return false;
  }
  if (table_->accepting(table_->next(state, BreakTable::kAtEnd))) {
    *boundary = end;
  }
  return true;
}

std::uint8_t SentenceRules::StateBefore(std::string_view text,
                                        std::uint32_t begin,
                                        std::uint32_t at) const {
  while (at > begin) {
    at = CodePointStart(text, at - 1);
    const CodePoint c = ReadUtf8(text, at);
    const Effect effect = effects_[table_->category(c.value)];
    if (effect != Effect::kIgnored) {
      return effect == Effect::kCased ? cased_ : other_;
    }
  }
  return other_;
}

bool SentenceRules::BoundaryAfter(std::string_view text, std::uint32_t begin,
                                  std::uint32_t at, std::uint32_t end,
                                  std::uint32_t* boundary) const {
  if (end - at > 2 && IsTerminator(text[at])) {
    const char next = text[at + 1];
    if (IsBlank(next) && IsUpper(text[at + 2])) {
      *boundary = at + 2;
      return true;
    }
    if (text[at] == '.' && IsLower(next)) {
      *boundary = at + 1;
      return false;
    }
  }
  text = text.substr(0, end);
  const CodePoint c = ReadUtf8(text, at);
  if (effects_[table_->category(c.value)] != Effect::kEnds) {
    *boundary = at + 1;
    return false;
  }
  return Run(StateBefore(text, begin, at), text, at, boundary);
}

void SentenceScanner::Start(std::string_view text,
                            std::span<const Block> blocks,
                            std::vector<std::uint32_t>* boundaries) {
  text_ = text;
  blocks_ = blocks;
  boundaries_ = boundaries;
  Open();
}

void SentenceScanner::Open() {
  if (!blocks_.empty()) begin_ = skip_ = blocks_.front().begin;
}

void SentenceScanner::Emit(std::uint32_t boundary) {
  boundaries_->push_back(boundary);
  begin_ = skip_ = boundary;
}

void SentenceScanner::Close() {
  if (begin_ < blocks_.front().end) Emit(blocks_.front().end);
  blocks_ = blocks_.subspan(1);
  Open();
}

void SentenceScanner::Take(std::span<const std::uint32_t> terminators,
                           std::uint32_t end) {
  for (const std::uint32_t at : terminators) {
    while (!blocks_.empty() && at >= blocks_.front().end) Close();
    if (blocks_.empty()) return;
    if (at < skip_) continue;
    std::uint32_t boundary = 0;
    if (rules_->BoundaryAfter(text_, begin_, at, blocks_.front().end,
                              &boundary)) {
      Emit(boundary);
    } else {
      skip_ = boundary;
    }
  }
  while (!blocks_.empty() && blocks_.front().end <= end) Close();
}

}  // namespace framescope
