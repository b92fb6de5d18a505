// HashBytes: a fast seeded 64-bit hash of a string of bytes.
//
// The seed differs from process to process, so that no text can be made to
// collide on purpose; nothing that is written out depends on it.
#pragma once

#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>

namespace framescope {

inline const std::uint64_t kHashSeed =
    (std::uint64_t{std::random_device{}()} << 32) | 0x9E3779B9u;

inline std::uint64_t HashSeed() { return kHashSeed; }

inline std::uint64_t MixHash(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^
         static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t LoadTail(const char* data, std::size_t size) {
  std::uint64_t word = 0;
  if (size >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, data, 4);
    std::memcpy(&high, data + size - 4, 4);
    return low | std::uint64_t{high} << 32;
  }
  for (std::size_t i = 0; i < size; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(data[i])} << (8 * i);
  }
  return word;
}

inline std::uint64_t HashBytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = seed ^ bytes.size();
  const char* data = bytes.data();
  std::size_t left = bytes.size();
  for (; left > 8; left -= 8, data += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, data, 8);
    hash = MixHash(hash ^ word, 0xA0761D6478BD642Full ^ seed);
  }
  return MixHash(hash ^ LoadTail(data, left), 0xE7037ED1A0B428DBull ^ seed);
}

}  // namespace framescope
