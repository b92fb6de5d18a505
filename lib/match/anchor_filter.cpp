// Tested by tests/differential/patterns_test.cpp.
#include "match/anchor_filter.hpp"

#include "match/word_bytes.hpp"

namespace framescope {
namespace {

// Pairs of an anchor and a word near it that one pattern may add.
constexpr std::size_t kMostPairs = 1 << 14;

}  // namespace

// Its least likely companion whose words can be named beside so many anchors;
// `first_` is filled with their bytes. Null when there is none.
const Companion* AnchorFilter::FindNameable(const AnchoredPattern& anchored) {
  for (const Companion& companion : anchored.companions) {
    facts_.FindFirstBytes(*companion.node, companion.reading, &first_);
    const std::size_t size = first_.size();
    if (!first_.any && size * anchored.words.size() <= kMostPairs) {
      return &companion;
    }
  }
  return nullptr;
}

void AnchorFilter::Add(const AnchoredPattern& anchored) {
  const Companion* const companion = FindNameable(anchored);
  forms_.clear();
  for (const std::uint32_t word : anchored.words) {
    vocabulary_.AppendForms(word, &forms_);
  }
  for (const std::uint32_t form : forms_) {
    if (companion != nullptr) {
      filter_.AddNear(vocabulary_.Key(form), companion->places(), first_);
    } else {
      filter_.Add(vocabulary_.Key(form));
    }
  }
}

}  // namespace framescope
