// The abbreviations after which an English sentence goes on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace framescope {

// Whether a sentence goes on though a boundary follows `word`, which a full
// stop and white space follow, and `next` begins what comes after. `before` is
// the word before `word` in the sentence, or empty. Case does not matter but
// for initials.
bool GoesOnAfter(std::string_view before, std::string_view word,
                 std::string_view next);

// The abbreviations by their bytes, the first of which is the lowest, in a hash
// table in which no two share a slot, so that a look-up takes no branch.
struct AbbreviationTable {
  enum class Kind : std::uint8_t { kOther, kTitle, kBeforeNumber };
  static constexpr std::size_t kSlots = 512;
  std::uint64_t factor = 1;
  std::array<std::uint64_t, kSlots> numbers{};
  std::array<Kind, kSlots> kinds{};

  constexpr std::size_t SlotOf(std::uint64_t number) const {
    return static_cast<std::size_t>(number * factor >> 55);
  }
};
extern const AbbreviationTable kAbbreviations;

// False when GoesOnAfter is false for text[begin, end) whatever comes before
// and after. Takes no branch that depends on the word.
inline bool MayGoOnAfter(std::string_view text, std::uint32_t begin,
                         std::uint32_t end) {
  if (text.size() - begin < 8) return true;
  constexpr std::uint64_t kSmall = 0x2020202020202020,
                          kBeyondAscii = 4 * kSmall;
  const std::uint32_t size = end - begin;
  const std::uint32_t unused = 8 - (size < 8 ? size : 8);
  std::uint64_t number = 0;
  std::memcpy(&number, text.data() + begin, 8);
  // Makes letters small, and others perhaps something else.
  number = (number | kSmall) & ~std::uint64_t{0} >> 8 * unused;
  const bool known =
      kAbbreviations.numbers[kAbbreviations.SlotOf(number)] == number;
  const bool beyond_ascii = (number & kBeyondAscii) != 0;
  return (size <= 8) & (known | beyond_ascii | (size == 1));
}

}  // namespace framescope
