// Poles by number and name, as gold sentences give them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"

namespace framescope {

// The poles of a lexicon, numbered 2 * axis + pole, and their names.
class PoleNames {
 public:
  explicit PoleNames(const Lexicon& lexicon) : lexicon_(lexicon) {
    letters_.resize(size());
    for (const Category& category : lexicon.categories()) {
      if (category.axis == kNone || category.code.empty()) continue;
      letters_[Index(category)] = category.code.substr(0, 1);
    }
  }

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(2 * lexicon_.axes().size());
  }
  static std::uint32_t Index(const Category& category) {
    return 2 * category.axis + static_cast<std::uint32_t>(category.pole);
  }
  std::string_view Name(std::uint32_t pole) const {
    const Axis& axis = lexicon_.axes()[pole / 2];
    return pole % 2 == 0 ? axis.negative : axis.positive;
  }
  bool Headline(std::uint32_t pole) const {
    return lexicon_.axes()[pole / 2].headline;
  }
  // By name, or by the letter that its categories' codes begin with.
  std::optional<std::uint32_t> Find(const std::string& name) const {
    for (std::uint32_t pole = 0; pole < size(); ++pole) {
      if (Name(pole) == name || letters_[pole] == name) return pole;
    }
    return std::nullopt;
  }

 private:
  const Lexicon& lexicon_;
  std::vector<std::string> letters_;
};

inline bool Touch(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace framescope
