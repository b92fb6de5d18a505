// Kernel: the loops over bytes that segmentation is made of, once for each
// instruction set.
//
// Text is read 64 bytes at a time into bitmaps, one bit a byte, and the rules
// of UAX #29 become a few operations on them. Only reading the bytes and
// listing the bits differ between instruction sets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "unicode/char_classes.hpp"

namespace framescope {

// Bitmaps of a text: bit i % 64 of word i / 64 speaks of byte i.
struct TextMasks {
  // For so many words each.
  explicit TextMasks(std::size_t size)
      : starts(size + kSlack),
        ends(size + kSlack),
        complex(size + kSlack),
        terminators(size + kSlack) {}

  static constexpr std::size_t kSlack = 8;  // may be written over
  using Words = std::vector<std::uint64_t>;
  Words starts;       // words begin
  Words ends;         // words ended before
  Words complex;      // characters that the bitmaps leave open
  Words terminators;  // may end a sentence, or are complex
};

// Byte tables of the instruction sets, made from the classes.
struct KernelTables {
  // Class bits of an ASCII byte = low[byte & 15] & high[byte >> 4]. A class
  // has one bit or more, the lowest of which stands here; the first four are in
  // the first pair of tables, the others in the second.
  static constexpr int kLetterBit = 5, kDigitBit = 4, kMidBit = 2,
                       kJoinerBit = 1;
  static constexpr int kTerminatorBit = 5, kMidDigitBit = 3, kComplexBit = 0;
  alignas(64) std::uint8_t low[2][16] = {}, high[2][16] = {};
  // Whether the classes of ASCII bytes are those that are known beforehand.
  bool usual_ascii = false;
  // By byte: bit 8 * i is its bit i of the class, but bit 6 that of a lead
  // byte.
  alignas(64) std::uint64_t planes[256] = {};
  // By the low six bits of a lead byte, and of the byte that follows it.
  alignas(64) std::uint8_t lead[64] = {};
  alignas(64) std::uint8_t c2[64] = {}, c3[64] = {}, e2[64] = {};
  alignas(64) std::uint8_t e280[64] = {};  // of the third byte
};

struct KernelRules {
  CharClasses classes;
  KernelTables tables;
};

// Bytes that begin no character (80 to BF), and those that begin one of two
// UTF-16 units (F0 to FF).
struct UnitCounts {
  std::uint32_t trails = 0, wides = 0;
};

// All functions may be called from any thread.
struct Kernel {
  const char* name;
  // Fills words 0 to (size + 63) / 64 for text[0, size), size > 0; ends of
  // words at `size` may need the last. Bytes up to `readable` >= size may be
  // read, but nothing beyond `size` counts. Returns whether any bit is complex.
  bool (*classify)(const KernelRules& rules, const char* text, std::size_t size,
                   std::size_t readable, TextMasks* masks);
  // Writes begin and end of each word, plus `base`, and to ranks[i] the words
  // that begin before word i of the masks. Up to 64 numbers beyond the last are
  // written over. Returns how many words there are.
  std::size_t (*list_words)(const TextMasks& masks, std::size_t blocks,
                            std::uint32_t base, std::uint32_t* out,
                            std::uint32_t* ranks);
  // Writes for each of `places` the words that begin before it, plus `first`.
  // Places are offsets into the masks, plus `base`; `ranks` are list_words'.
  void (*count_before)(const TextMasks& masks, const std::uint32_t* ranks,
                       std::span<const std::uint32_t> places,
                       std::uint32_t base, std::uint32_t first,
                       std::uint32_t* out);
  // Writes the offsets of terminators, plus `base`; up to 64 numbers beyond
  // them are written over. Returns how many there are.
  std::size_t (*list_terminators)(const TextMasks& masks, std::size_t blocks,
                                  std::uint32_t base, std::uint32_t* out);
  // The first offset >= `at` from which text[0, size) must be looked at byte by
  // byte for bad UTF-8, or `size`: all before is valid.
  std::size_t (*skip_valid)(const char* text, std::size_t size, std::size_t at);
  // The first offset >= `at` of text[0, size) with a byte that is the end of a
  // line (LF, VT, FF, CR) or may be the last byte of one (A8, A9, 85), or
  // `size`. Adds to *trails the bytes passed over that begin no character (80
  // to BF).
  std::size_t (*find_break)(const char* text, std::size_t size, std::size_t at,
                            std::size_t* trails);
  // The first offset >= `at` of text[0, size) with a byte that is a straight
  // quotation mark or may begin another one (", ', C2, E2), or `size`.
  std::size_t (*find_quote)(const char* text, std::size_t size, std::size_t at);
  // Of the bytes from `begin` to `end` of text[0, size).
  UnitCounts (*count_units)(const char* text, std::size_t size,
                            std::size_t begin, std::size_t end);
};

extern const Kernel kPortableKernel;
#if defined(__x86_64__)
extern const Kernel kAvx2Kernel, kAvx512Kernel;
#endif

// Those that this processor can run, the fastest first.
std::span<const Kernel* const> kernels();
// One of them by its name, or nullptr.
const Kernel* FindKernel(std::string_view name);

// The tables of `classes`. Where the tables cannot hold a set of classes they
// say something else, which the check of each kernel finds.
KernelTables MakeKernelTables(const CharClasses& classes);

}  // namespace framescope
