// Tested by tests/differential/patterns_test.cpp.
#include "match/anchor_filter.hpp"

#include "match/word_bytes.hpp"

namespace framescope {
namespace {

// Pairs of an anchor and a word near it that one pattern may add.
constexpr std::size_t kMostPairs = 1 << 14;

}  // namespace

bool AnchorFilter::FindFirstBytes(const Companion& companion,
                                  std::size_t anchors) {
  if (companion.node == nullptr) return false;
  facts_.FindFirstBytes(*companion.node, companion.reading, &first_);
  return !first_.any &&
         (first_.words.size() + first_.heads.size()) * anchors <= kMostPairs;
}

void AnchorFilter::Add(const AnchoredPattern& anchored) {
  const Companion& companion = anchored.companion();
  const bool near = FindFirstBytes(companion, anchored.words.size());
  forms_.clear();
  for (const std::uint32_t word : anchored.words) {
    vocabulary_.AppendForms(word, &forms_);
  }
  for (const std::uint32_t form : forms_) {
    if (near) {
      filter_.AddNear(vocabulary_.Key(form), companion.reach(), first_);
    } else {
      filter_.Add(vocabulary_.Key(form));
    }
  }
}

}  // namespace framescope
