// Tested by tests/unit/unicode/type_table_test.cpp.
//
// Open addressing over a power-of-two table. A slot holds the first eight and
// the last eight bytes of its word, so that most look-ups touch nothing else;
// bytes of words and keys lie in chunks that never move.
#include "unicode/type_table.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <string>
#include <vector>

#include "base/code_point.hpp"
#include "unicode/fold.hpp"
#include "unicode/hash.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kChunk = 64 * 1024;

std::uint64_t NextEpoch() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

struct Type {
  std::string_view surface, key;
  std::uint8_t flags = 0;
};

struct Slot {
  std::uint64_t head = 0, tail = 0;  // of the word
  std::uint32_t size = 0;
  TypeId type = kFree;
};

// The first eight bytes, zeros behind a shorter word.
std::uint64_t Head(std::string_view word) {
  if (word.size() < 8) return LoadTail(word.data(), word.size());
  std::uint64_t head = 0;
  std::memcpy(&head, word.data(), 8);
  return head;
}

// The last eight bytes of a longer word, or 0.
std::uint64_t Tail(std::string_view word) {
  if (word.size() <= 8) return 0;
  std::uint64_t tail = 0;
  std::memcpy(&tail, word.data() + word.size() - 8, 8);
  return tail;
}

// Tells upper case from the code points themselves: no locale has a say.
std::uint8_t FlagsOf(std::string_view word) {
  int letters = 0, upper = 0;
  bool digit = false, first_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    if (const char ascii = word[at]; static_cast<signed char>(ascii) >= 0) {
      const bool letter = IsAsciiLetter(ascii);
      const bool is_upper = letter && (ascii & 0x20) == 0;
      if (at == 0) first_upper = is_upper;
      letters += letter ? 1 : 0;
      upper += is_upper ? 1 : 0;
      digit = digit || IsAsciiDigit(ascii);
      ++at;
      continue;
    }
    const CodePoint c = ReadUtf8(word, at);
    const auto value = static_cast<UChar32>(c.value);
    const bool is_upper = u_isUUppercase(value) || u_istitle(value);
    if (at == 0) first_upper = is_upper;
    letters += u_isalpha(value) ? 1 : 0;
    upper += is_upper ? 1 : 0;
    digit = digit || u_isdigit(value);
    at += std::max(c.size, 1u);
  }
  const bool all_caps = letters >= 2 && letters == upper;
  return static_cast<std::uint8_t>((first_upper ? kCapitalised : 0) |
                                   (all_caps ? kAllCaps : 0) |
                                   (digit ? kHasDigit : 0));
}

}  // namespace

struct TypeTable::Impl {
  std::vector<Type> types;
  std::vector<Slot> slots = std::vector<Slot>(1024);
  std::vector<std::unique_ptr<char[]>> chunks;
  std::size_t chunk_used = kChunk;
  std::uint64_t bytes = 0;
  std::uint64_t epoch = NextEpoch();
  std::uint64_t seed = HashSeed();

  std::string_view Keep(std::string_view text);
  TypeId Add(std::string_view word);
  void Grow();
  void Clear();
};

std::string_view TypeTable::Impl::Keep(std::string_view text) {
  if (text.empty()) return {};
  bytes += text.size();
  if (text.size() > kChunk / 4) {
    auto own = std::make_unique<char[]>(text.size());
    std::memcpy(own.get(), text.data(), text.size());
    const std::string_view kept(own.get(), text.size());
    chunks.insert(chunks.begin(), std::move(own));
    return kept;
  }
  if (chunk_used + text.size() > kChunk) {
    chunks.push_back(std::make_unique<char[]>(kChunk));
    chunk_used = 0;
  }
  char* place = chunks.back().get() + chunk_used;
  std::memcpy(place, text.data(), text.size());
  chunk_used += text.size();
  return {place, text.size()};
}

TypeId TypeTable::Impl::Add(std::string_view word) {
  Type type;
  type.surface = Keep(word);
  const std::string key = FoldKey(word);
  type.key = word.substr(0, key.size()) == key
                 ? type.surface.substr(0, key.size())
                 : Keep(key);
  type.flags = FlagsOf(word);
  bytes += sizeof(Type) + 2 * sizeof(Slot);
  types.push_back(type);
  return static_cast<TypeId>(types.size() - 1);
}

void TypeTable::Impl::Grow() {
  std::vector<Slot> larger(slots.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots) {
    if (slot.type == kFree) continue;
    std::size_t at = HashBytes(types[slot.type].surface, seed) & mask;
    while (larger[at].type != kFree) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots.swap(larger);
}

void TypeTable::Impl::Clear() {
  types.clear();
  slots.assign(1024, Slot{});
  chunks.clear();
  chunk_used = kChunk;
  bytes = 0;
  epoch = NextEpoch();
}

TypeTable::TypeTable() : impl_(std::make_unique<Impl>()) {}
TypeTable::~TypeTable() = default;
TypeTable::TypeTable(TypeTable&&) noexcept = default;
TypeTable& TypeTable::operator=(TypeTable&&) noexcept = default;

TypeId TypeTable::Intern(std::string_view word) {
  Impl& t = *impl_;
  const std::uint64_t head = Head(word), tail = Tail(word);
  const auto size = static_cast<std::uint32_t>(word.size());
  const std::size_t mask = t.slots.size() - 1;
  std::size_t at = HashBytes(word, t.seed) & mask;
  for (; t.slots[at].type != kFree; at = (at + 1) & mask) {
    const Slot& slot = t.slots[at];
    if (slot.head != head || slot.tail != tail || slot.size != size) continue;
    if (size <= 16 || t.types[slot.type].surface == word) return slot.type;
  }
  const TypeId type = t.Add(word);
  t.slots[at] = {head, tail, size, type};
  if (t.types.size() * 2 > t.slots.size()) t.Grow();
  return type;
}

std::string_view TypeTable::surface(TypeId type) const {
  return impl_->types[type].surface;
}
std::string_view TypeTable::key(TypeId type) const {
  return impl_->types[type].key;
}
std::uint8_t TypeTable::flags(TypeId type) const {
  return impl_->types[type].flags;
}
std::uint32_t TypeTable::size() const {
  return static_cast<std::uint32_t>(impl_->types.size());
}
std::uint64_t TypeTable::epoch() const { return impl_->epoch; }

void TypeTable::ClearIfLarger(std::uint64_t max_bytes) {
  if (impl_->bytes > max_bytes) impl_->Clear();
}

}  // namespace framescope
