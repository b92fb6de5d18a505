// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/vocabulary.hpp"

#include <algorithm>
#include <cstring>

#include "match/word_bytes.hpp"
#include "unicode/fold.hpp"

namespace framescope {
namespace {

// Sorts (atom, element) pairs into rows by atom.
void FillRows(std::vector<std::pair<std::uint32_t, std::uint32_t>>* pairs,
              std::uint32_t atoms, std::vector<std::uint32_t>* starts,
              std::vector<std::uint32_t>* elements) {
  std::sort(pairs->begin(), pairs->end());
  starts->assign(atoms + 1, 0);
  elements->clear();
  for (const auto& [atom, element] : *pairs) {
    ++(*starts)[atom + 1];
    elements->push_back(element);
  }
  for (std::uint32_t i = 0; i < atoms; ++i) (*starts)[i + 1] += (*starts)[i];
}

void AppendRows(const std::vector<std::uint32_t>& atoms,
                const std::vector<std::uint32_t>& starts,
                const std::vector<std::uint32_t>& elements,
                std::vector<std::uint32_t>* out) {
  for (const std::uint32_t atom : atoms) {
    out->insert(out->end(), elements.begin() + starts[atom],
                elements.begin() + starts[atom + 1]);
  }
}

}  // namespace

std::uint32_t Vocabulary::Element(const std::vector<PatternWord>& words) {
  std::vector<std::uint32_t> atoms;
  for (const PatternWord& word : words) {
    WordIndex& index = word.exact_case ? exact_ : folded_;
    const std::uint32_t bit = word.exact_case ? kExactBit : 0;
    for (const std::string& variant : FormsOf(word)) {
      atoms.push_back(index.Add(variant) | bit);
    }
  }
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  return sets_.Add({reinterpret_cast<const char*>(atoms.data()),
                    atoms.size() * sizeof(std::uint32_t)});
}

const std::vector<std::string>& Vocabulary::FormsOf(const PatternWord& word) {
  if (word.exact_case) {
    other_forms_ = {word.key};
    return other_forms_;
  }
  // Words of classes come again and again; those of a huge lexicon do not.
  constexpr std::uint32_t kMostKnown = 50000;
  if (known_.size() == kMostKnown && known_.Find(word.key) == kNone) {
    other_forms_ = spelling_.Variants(word.key);
    return other_forms_;
  }
  const std::uint32_t number = known_.Add(word.key);
  if (number == forms_.size()) forms_.push_back(spelling_.Variants(word.key));
  return forms_[number];
}

void Vocabulary::Finish() {
  known_ = {};
  forms_ = {};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> folded, exact;
  heads_.resize(sets_.size());
  for (std::uint32_t element = 0; element < sets_.size(); ++element) {
    const std::string_view bytes = sets_.string(element);
    ElementHeads& heads = heads_[element];
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint32_t)) {
      std::uint32_t atom = 0;
      std::memcpy(&atom, bytes.data() + at, sizeof atom);
      const bool is_exact = (atom & kExactBit) != 0;
      atom &= ~kExactBit;
      (is_exact ? exact : folded).emplace_back(atom, element);
      const std::string_view glob = (is_exact ? exact_ : folded_).glob(atom);
      heads.any |= !ForEachHead(glob, [&heads](std::uint64_t head) {
        heads.bytes.push_back(static_cast<std::uint32_t>(head));
      });
    }
  }
  FillRows(&folded, folded_.size(), &folded_starts_, &folded_elements_);
  FillRows(&exact, exact_.size(), &exact_starts_, &exact_elements_);
}

void Vocabulary::Resolve(std::string_view surface, std::string_view key,
                         std::vector<std::uint32_t>* out) const {
  const auto first = static_cast<std::ptrdiff_t>(out->size());
  std::vector<std::uint32_t> atoms;
  folded_.Find(key, &atoms);
  AppendRows(atoms, folded_starts_, folded_elements_, out);
  if (exact_.size() > 0) {
    atoms.clear();
    exact_.Find(FoldExactKey(surface), &atoms);
    AppendRows(atoms, exact_starts_, exact_elements_, out);
  }
  std::sort(out->begin() + first, out->end());
  out->erase(std::unique(out->begin() + first, out->end()), out->end());
}

}  // namespace framescope
