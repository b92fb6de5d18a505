// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/vocabulary.hpp"

#include <algorithm>
#include <cstring>

#include "unicode/fold.hpp"

namespace framescope {
namespace {

// Puts (atom, element) pairs, which come by element, into rows by atom.
void FillRows(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
              std::uint32_t atoms, std::vector<std::uint32_t>* starts,
              std::vector<std::uint32_t>* elements) {
  starts->assign(atoms + 1, 0);
  for (const auto& [atom, element] : pairs) ++(*starts)[atom + 1];
  for (std::uint32_t i = 0; i < atoms; ++i) (*starts)[i + 1] += (*starts)[i];
  elements->resize(pairs.size());
  std::vector<std::uint32_t> next(starts->begin(), starts->end() - 1);
  for (const auto& [atom, element] : pairs) (*elements)[next[atom]++] = element;
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

template <typename Use>
void ForEachWord(std::string_view set, const Use& use) {
  for (std::size_t at = 0; at < set.size(); at += sizeof(std::uint32_t)) {
    std::uint32_t word = 0;
    std::memcpy(&word, set.data() + at, sizeof word);
    use(word);
  }
}

}  // namespace

std::uint32_t Vocabulary::Word(const PatternWord& word) {
  return word.exact_case ? exact_.Add(word.key) | kExactBit
                         : folded_.Add(word.key);
}

void Vocabulary::AppendForms(std::uint32_t word,
                             std::vector<std::uint32_t>* forms) {
  forms->push_back(word);
  if (IsExact(word)) return;
  if (word >= variants_of_.size()) {
    variants_of_.resize(
        std::max<std::size_t>(2 * variants_of_.size(), word + 1), kUnasked);
  }
  if (variants_of_[word] == kUnasked) {
    variants_of_[word] = kNone;
    const std::vector<std::string> variants =
        spelling_.Variants(std::string(folded_.glob(word)));
    if (variants.size() > 1) {
      variants_of_[word] = static_cast<std::uint32_t>(variants_.size());
      variants_.push_back(static_cast<std::uint32_t>(variants.size() - 1));
      for (std::size_t i = 1; i < variants.size(); ++i) {
        variants_.push_back(folded_.Add(variants[i]));
      }
    }
  }
  if (const std::uint32_t at = variants_of_[word]; at != kNone) {
    const auto* const first = variants_.data() + at + 1;
    forms->insert(forms->end(), first, first + variants_[at]);
  }
}

std::uint32_t Vocabulary::Element(std::vector<std::uint32_t>* words) {
  const std::size_t size = words->size();
  const std::uint32_t first = (*words)[0];
  const bool alone = size == 1 && !IsExact(first);
  if (alone && first < elements_of_.size() && elements_of_[first] != kNone) {
    return elements_of_[first];
  }
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t word = (*words)[i];
    AppendForms(word, words);
  }
  std::sort(words->begin(), words->end());
  words->erase(std::unique(words->begin(), words->end()), words->end());
  const std::uint32_t element =
      sets_.Add({reinterpret_cast<const char*>(words->data()),
                 words->size() * sizeof(std::uint32_t)});
  if (alone) {
    if (first >= elements_of_.size()) {
      elements_of_.resize(std::max<std::size_t>(2 * first, 64), kNone);
    }
    elements_of_[first] = element;
  }
  return element;
}

void Vocabulary::Finish() {
  variants_of_ = {};
  variants_ = {};
  elements_of_ = {};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> folded, exact;
  for (std::uint32_t element = 0; element < sets_.size(); ++element) {
    ForEachWord(sets_.string(element), [&](std::uint32_t word) {
      (IsExact(word) ? exact : folded).emplace_back(IndexOf(word), element);
    });
  }
  FillRows(folded, folded_.size(), &folded_starts_, &folded_elements_);
  FillRows(exact, exact_.size(), &exact_starts_, &exact_elements_);
  size_ = sets_.size();
}

FirstBytes Vocabulary::FirstBytesOf(std::uint32_t element) const {
  FirstBytes first;
  ForEachWord(sets_.string(element),
              [&](std::uint32_t word) { AppendFirstBytes(Key(word), &first); });
  return first;
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
