// Tested by tests/unit/unicode/break_table_test.cpp.
#include "unicode/break_table.hpp"

#include <unicode/ucptrie.h>

#include <cstring>

namespace framescope {
namespace {

// The header of RBBI data: magic, format version, then 32-bit numbers.
constexpr std::uint32_t kMagic = 0xB1A0;
constexpr std::uint8_t kFormat = 6;
enum HeaderField {
  kCategories = 3,
  kForwardTable = 4,
  kForwardSize = 5,
  kTrie = 8,
  kTrieSize = 9,
  kStatuses = 12,
  kHeaderFields = 14
};
constexpr std::uint32_t kTableHeader = 20;
enum TableFlag { kHardLookAhead = 1, kBeginRequired = 2, kBytes = 4 };

Status Refuse(const char* why) {
  return Status(StatusCode::kUnsupported,
                std::string("ICU's break rules cannot be read: ") + why);
}

std::uint32_t Number(const std::vector<std::uint8_t>& bytes,
                     std::size_t offset) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

void BreakTable::CloseTrie::operator()(UCPTrie* trie) const {
  ucptrie_close(trie);
}

std::uint8_t BreakTable::Look(char32_t c) const {
  return static_cast<std::uint8_t>(
      ucptrie_get(trie_.get(), static_cast<UChar32>(c)));
}

Result<BreakTable> BreakTable::Read(std::vector<std::uint8_t> rules) {
  BreakTable table;
  table.rules_ = std::move(rules);
  const std::vector<std::uint8_t>& bytes = table.rules_;
  if (bytes.size() < 4 * kHeaderFields) return Refuse("too short");
  if (Number(bytes, 0) != kMagic) return Refuse("another magic number");
  if (bytes[4] != kFormat) return Refuse("another format version");
  const auto field = [&](HeaderField f) { return Number(bytes, 4u * f); };
  const auto inside = [&](std::uint32_t offset, std::uint32_t size) {
    return offset % 4 == 0 && offset <= bytes.size() &&
           size <= bytes.size() - offset;
  };
  if (!inside(field(kForwardTable), field(kForwardSize)) ||
      !inside(field(kTrie), field(kTrieSize)) || !inside(field(kStatuses), 4) ||
      field(kForwardSize) < kTableHeader) {
    return Refuse("an offset lies outside");
  }
  table.categories_ = field(kCategories);
  Status status = table.ReadStates(field(kForwardTable), field(kStatuses));
  if (!status.ok()) return status;
  status = table.ReadCategories(field(kTrie), field(kTrieSize));
  if (!status.ok()) return status;
  return table;
}

// A row holds: accepting, look-ahead, index of its statuses, next states.
Status BreakTable::ReadStates(std::uint32_t offset, std::uint32_t statuses) {
  const std::uint32_t states = Number(rules_, offset);
  const std::uint32_t row_size = Number(rules_, offset + 4);
  dictionary_ = Number(rules_, offset + 8);
  const std::uint32_t flags = Number(rules_, offset + 16);
  const std::uint32_t width = (flags & kBytes) != 0 ? 1 : 2;
  if ((flags & kHardLookAhead) != 0) return Refuse("hard look-ahead");
  if (states < 2 || states > 255 || categories_ < 4 || categories_ > 255) {
    return Refuse("too many states or categories");
  }
  if (row_size < (3 + categories_) * width ||
      kTableHeader + std::uint64_t{states} * row_size >
          rules_.size() - offset) {
    return Refuse("the states do not fit");
  }
  next_.resize(states * categories_);
  for (std::uint32_t state = 0; state < states; ++state) {
    const std::uint8_t* row =
        rules_.data() + offset + kTableHeader + state * row_size;
    const auto cell = [&](std::uint32_t i) {
      return width == 1 ? std::uint32_t{row[i]}
                        : row[2 * i] | std::uint32_t{row[2 * i + 1]} << 8;
    };
    if (cell(0) > 1 || cell(1) != 0) return Refuse("look-ahead");
    accepting_.push_back(static_cast<std::uint8_t>(cell(0)));
    // The statuses of a state are their number and then, ascending, they.
    const std::uint64_t at = statuses + 4ull * cell(2);
    if (at + 4 > rules_.size()) return Refuse("a status lies outside");
    const std::uint32_t count = Number(rules_, at);
    if (count == 0 || at + 4 + 4ull * count > rules_.size()) {
      return Refuse("a status lies outside");
    }
    word_.push_back(Number(rules_, at + 4ull * count) != 0 ? 1 : 0);
    for (std::uint32_t c = 0; c < categories_; ++c) {
      if (cell(3 + c) >= states) return Refuse("a state that is not there");
      next_[state * categories_ + c] = static_cast<std::uint8_t>(cell(3 + c));
    }
  }
  first_ = (flags & kBeginRequired) != 0 ? next(kStart, kAtBegin) : kStart;
  return Status();
}

Status BreakTable::ReadCategories(std::uint32_t offset, std::uint32_t size) {
  UErrorCode error = U_ZERO_ERROR;
  trie_.reset(ucptrie_openFromBinary(
      UCPTRIE_TYPE_FAST, UCPTRIE_VALUE_BITS_ANY, rules_.data() + offset,
      static_cast<std::int32_t>(size), nullptr, &error));
  if (U_FAILURE(error)) return Refuse(u_errorName(error));
  for (char32_t c = 0; c < kLow; ++c) {
    low_[c] = Look(c);
    if (low_[c] >= categories_) return Refuse("a category that is not there");
  }
  return Status();
}

BreakTable::Segment BreakTable::Next(std::string_view text, std::uint32_t begin,
                                     std::uint32_t end) const {
  text = text.substr(0, end);
  Segment segment{begin, false, false, false};
  std::uint8_t state = first_;
  std::uint32_t at = begin;
  while (state != kStop && at < end) {
    std::uint8_t kind = low_[static_cast<unsigned char>(text[at])];
    if (static_cast<signed char>(text[at]) >= 0) {
      ++at;
    } else {
      const CodePoint c = ReadUtf8(text, at);
      if (c.size == 0) segment.malformed = true;
      at += c.size == 0 ? 1 : c.size;
      kind = category(c.value);
      segment.dictionary |= dictionary(kind);
    }
    state = next(state, kind);
    if (accepting(state)) {
      segment.end = at;
      segment.word = word_[state] != 0;
    }
  }
  if (state != kStop && accepting(next(state, kAtEnd))) {
    segment.end = end;
    segment.word = word_[next(state, kAtEnd)] != 0;
  }
  if (segment.end == begin) {  // as ICU does where no rule applies
    const CodePoint c = ReadUtf8(text, begin);
    segment.end = begin + (c.size == 0 ? 1 : c.size);
    segment.word = false;
  }
  return segment;
}

}  // namespace framescope
