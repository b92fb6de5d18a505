// British and American spelling: the other ways to write a pattern's word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framescope {

// The spelling pairs of a lexicon. Immutable.
//
// A pair of words ("behaviour", "behavior") also holds at the beginning of
// longer words ("behavioural"). A pair with a leading hyphen ("-ise", "-ize")
// holds at the end of a stem of three letters or more, also under English
// endings ("organised", "organisations") and where a glob cuts the stem off
// ("organis*").
class Spelling {
 public:
  explicit Spelling(std::span<const std::pair<std::string, std::string>> pairs);

  // `key` and its variants, without repeats, `key` first. `key` may hold the
  // wildcards of PatternWord.
  std::vector<std::string> Variants(const std::string& key) const;

 private:
  struct Pair {
    std::string from, to;
    std::uint32_t letters = 0;  // of `from`
    bool ending = false;
  };
  static std::size_t Bucket(std::string_view text) {
    return text.empty() ? 0 : static_cast<unsigned char>(text[0]) & 31u;
  }

  // In both directions; those of beginnings by the first letter.
  std::array<std::vector<Pair>, 32> beginnings_;
  std::vector<Pair> endings_;
};

}  // namespace framescope
