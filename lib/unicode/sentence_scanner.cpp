// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/sentence_scanner.hpp"

#include <array>
#include <string>

namespace framescope {

std::optional<SentenceRules> SentenceRules::Make(const BreakTable* table) {
  SentenceRules rules(table);
  if (rules.ReadEffects() && rules.ReturnsAsSaid() && rules.LooksAreRight()) {
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

// Whether what looks alike is one category, as the first of each kind is.
bool SentenceRules::LooksAreAlike() const {
  constexpr std::array<std::u32string_view, 7> kAlike = {
      U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
      U"abcdefghijklmnopqrstuvwxyz",
      U"0123456789",
      U"\"'()\u2018\u2019\u201C\u201D",
      U" \n\u00A0",
      U".",
      U"!?"};
  for (const std::u32string_view alike : kAlike) {
    for (const char32_t c : alike) {
      if (table_->category(c) != table_->category(alike[0])) return false;
    }
  }
  return true;
}

// Whether the answers by looks are those of the rules.
bool SentenceRules::LooksAreRight() const {
  if (!LooksAreAlike()) return false;
  const std::string tail(kLook, 'x');
  for (const std::string_view end : {".", "!"}) {
    for (const std::string_view close : {"", "\u201D"}) {
      const std::string closed = std::string(end) + std::string(close);
      if (!EndsByLooks(closed) || !LookIsRight(closed, closed.size())) {
        return false;
      }
      for (const std::string_view blank : {"", " "}) {
        for (const std::string_view open : {"", "\u201C"}) {
          for (const char c : {'A', 'a', '1'}) {
            std::string text = closed;
            text.append(blank).append(open).append(1, c).append(tail);
            if (!LookIsRight(text, ByLooks(text.data()))) return false;
          }
        }
      }
    }
  }
  return true;
}

bool SentenceRules::LookIsRight(std::string_view text,
                                std::size_t answer) const {
  for (const std::uint8_t state : {other_, cased_}) {
    std::uint32_t at = 0;
    const bool boundary = Run(state, text, 0, &at);
    if (answer == kGoesOn ? boundary
                          : answer != 0 && !(boundary && at == answer)) {
      return false;
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
    char32_t character = static_cast<unsigned char>(text[at]);
    if (character < 0x80) {
      ++at;
    } else {
      const CodePoint c = ReadUtf8(text, at);
      at += c.size == 0 ? 1 : c.size;
      character = c.value;
    }
    state = table_->next(state, table_->category(character));
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
                            UnsetVector<std::uint32_t>* boundaries) {
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
  while (!terminators.empty() && !blocks_.empty()) {
    if (terminators.front() < blocks_.front().end) {
      terminators = terminators.subspan(TakeOfBlock(terminators));
    } else {
      Close();
    }
  }
  while (!blocks_.empty() && blocks_.front().end <= end) Close();
}

// Takes those of the current block, and returns how many they are.
std::size_t SentenceScanner::TakeOfBlock(
    std::span<const std::uint32_t> terminators) {
  const std::uint32_t block_end = blocks_.front().end;
  std::uint32_t begin = begin_, skip = skip_;
  std::size_t held = boundaries_->size(), taken = 0;
  boundaries_->resize(held + terminators.size());
  std::uint32_t* const boundaries = boundaries_->data();
  for (; taken < terminators.size(); ++taken) {
    const std::uint32_t at = terminators[taken];
    if (at >= block_end) break;
    if (at < skip) continue;
    if (block_end - at >= SentenceRules::kLook) {
      const std::uint32_t looks = SentenceRules::ByLooks(text_.data() + at);
      if (looks != 0) {
        // Written in any case, and kept if it is a boundary: no branch.
        const bool kept = looks != SentenceRules::kGoesOn;
        const std::uint32_t mask = 0u - std::uint32_t{kept};
        boundaries[held] = at + looks;
        held += kept;
        begin = ((at + looks) & mask) | (begin & ~mask);
        skip = (begin & mask) | (skip & ~mask);
        continue;
      }
    } else if (SentenceRules::EndsByLooks(text_.substr(at, block_end - at))) {
      continue;  // the end of the block says the same
    }
    std::uint32_t boundary = 0;
    if (rules_->BoundaryAfter(text_, begin, at, block_end, &boundary)) {
      boundaries[held++] = begin = boundary;
    }
    skip = boundary;
  }
  boundaries_->resize(held);
  begin_ = begin;
  skip_ = skip;
  return taken;
}

}  // namespace framescope
