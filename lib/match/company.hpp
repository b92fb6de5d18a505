// Company: which poles occur in which sentences, for entries that need another
// of their pole nearby.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "match/matcher.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Belongs to one thread; Clear() for each text.
class Company {
 public:
  void Clear() { places_.clear(); }

  // Notes an occurrence that gives company to others of its pole.
  void Add(std::uint32_t pole, const FoundEntry& found) {
    const auto [place, added] = places_.emplace(
        std::pair(pole, found.sentence), Extent{found.first, found.last});
    if (added) return;
    Extent& extent = place->second;
    extent.last_first = std::max(extent.last_first, found.first);
    extent.first_last = std::min(extent.first_last, found.last);
  }

  // Whether one was added that does not overlap `found`, in its sentence or a
  // neighbouring one of its block.
  bool Near(std::uint32_t pole, const FoundEntry& found,
            std::span<const Sentence> sentences) const {
    const std::uint32_t from = found.sentence > 0 ? found.sentence - 1 : 0;
    for (std::uint32_t s = from; s <= found.sentence + 1; ++s) {
      if (s >= sentences.size() ||
          sentences[s].block != sentences[found.sentence].block) {
        continue;
      }
      const auto at = places_.find(std::pair(pole, s));
      if (at == places_.end()) continue;
      if (s != found.sentence || at->second.first_last <= found.first ||
          at->second.last_first >= found.last) {
        return true;
      }
    }
    return false;
  }

 private:
  // Of one pole in one sentence: the first word of the last occurrence, and
  // the end of the first one.
  struct Extent {
    std::uint32_t last_first = 0, first_last = 0;
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, Extent> places_;
};

}  // namespace framescope
