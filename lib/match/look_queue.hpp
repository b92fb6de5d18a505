// LookQueue: things that are wanted only where certain words stand near one,
// some hundred at a time.
// Tested by tests/unit/match/look_queue_test.cpp.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "match/pair_filter.hpp"
#include "match/scan_kernel.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

class LookQueue {
 public:
  static constexpr std::uint32_t kSize = 512;
  // Times that Writer::Add() may be called before Run().
  static constexpr std::uint32_t kRoom = 4 * kSize;

  // The thing `id`, below kSize, passes.
  void Pass(std::uint32_t id) { passed_[id] = 1; }

  // Adds things one after another. Keep it in a local variable: then the number
  // of things stays in a register.
  class Writer {
   public:
    explicit Writer(LookQueue* queue) : queue_(*queue), size_(queue->size_) {}
    ~Writer() { queue_.size_ = size_; }
    Writer(const Writer&) = delete;

    // Notes, if `is_asked`, that the thing `id` is wanted where `wanted` says,
    // seen from `word`. It passes when any such note holds.
    void Add(std::uint32_t id, std::uint32_t word, const Wanted& wanted,
             bool is_asked = true) {
      const bool anywhere = wanted.reach == 0;
      queue_.passed_[id] = static_cast<std::uint8_t>(
          queue_.passed_[id] | ((is_asked & anywhere) ? 1 : 0));
      queue_.ids_[size_] = id;
      queue_.words_[size_] = word;
      queue_.starts_[size_] = wanted.row.start;
      queue_.masks_[size_] = wanted.row.mask;
      queue_.reaches_[size_] = wanted.reach;
      size_ += (is_asked & !anywhere) ? 1 : 0;
    }

   private:
    LookQueue& queue_;
    std::uint32_t size_;
  };

  // Looks around all words that were added.
  void Run(const ScanKernel& kernel, const PairFilter& pairs,
           const WordHashes& hashes) {
    const WantedWords wanted{ids_.data(), words_.data(), starts_.data(),
                             masks_.data(), reaches_.data()};
    const auto look = [&](const ScanKernel& by) {
      size_ = by.look(pairs, hashes, wanted, size_, passed_.data());
    };
    // The numbers of lanes are signed.
    const bool fits = hashes.heads_distance() < 1u << 30;
    while (size_ >= kFew && fits) look(kernel);
    while (size_ > 0) look(kPortableScan);
  }

  bool Passed(std::uint32_t id) const { return passed_[id] != 0; }
  // Calls use(id) for each thing that passed, ascending.
  template <typename Use>
  void ForEachPassed(const Use& use) const {
    for (std::uint32_t id = 0; id < kSize; id += 64) {
      for (std::uint64_t bits = BitsFrom(id); bits != 0; bits &= bits - 1) {
        use(id + static_cast<std::uint32_t>(std::countr_zero(bits)));
      }
    }
  }

 private:
  // Which of the 64 things from `first` on passed.
  std::uint64_t BitsFrom(std::uint32_t first) const {
    std::uint64_t bits = 0;
    for (std::uint32_t k = 0; k < 64; k += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, &passed_[first + k], sizeof eight);
      // Moves the lowest bit of each byte into the highest byte.
      bits |= (eight * 0x0102040810204080 >> 56) << k;
    }
    return bits;
  }

  // Fewer things are looked at one by one.
  static constexpr std::uint32_t kFew = 6;
  // A vector may be written behind the last.
  using Column = std::array<std::uint32_t, kRoom + 16>;

  std::uint32_t size_ = 0;
  std::array<std::uint8_t, kSize> passed_{};  // by id
  Column ids_, words_, starts_, masks_, reaches_;
};

}  // namespace framescope
