// FNV-1a over fields, 64 bits (Fowler, Noll, Vo 1991): the hash of contents.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace framescope {

// Fields are added with their lengths, so that no two different contents give
// the same bytes. The result is the same on every machine.
class ContentHash {
 public:
  void Add(std::string_view text) {
    Add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) Byte(static_cast<unsigned char>(c));
  }
  void Add(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) {
      Byte(static_cast<unsigned char>(value >> shift));
    }
  }
  // 16 hexadecimal digits.
  std::string Hex() const {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx",
                  static_cast<unsigned long long>(state_));
    return digits;
  }

 private:
  void Byte(unsigned char byte) { state_ = (state_ ^ byte) * kPrime; }

  static constexpr std::uint64_t kPrime = 0x100000001b3ULL;
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

}  // namespace framescope
