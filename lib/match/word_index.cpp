// Tested by tests/unit/match/word_index_test.cpp.
#include "match/word_index.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "match/pattern.hpp"

namespace framescope {
namespace {

constexpr std::size_t kAnchor = 3;

bool IsWildcard(char c) { return c == kAnyLetters || c == kOneLetter; }

std::string_view LongestLiteral(std::string_view glob) {
  std::string_view longest;
  for (std::size_t at = 0; at < glob.size(); ++at) {
    std::size_t end = at;
    while (end < glob.size() && !IsWildcard(glob[end])) ++end;
    if (end - at > longest.size()) longest = glob.substr(at, end - at);
    at = end;
  }
  return longest;
}

}  // namespace

bool GlobMatches(std::string_view glob, std::string_view word) {
  std::size_t g = 0, w = 0;
  std::size_t star = std::string_view::npos, resume = 0;
  while (w < word.size() || g < glob.size()) {
    if (g < glob.size() && glob[g] == kAnyLetters) {
      star = g++;
      resume = w;
      continue;
    }
    if (g < glob.size() && w < word.size() &&
        (glob[g] == kOneLetter || glob[g] == word[w])) {
      w += glob[g] == kOneLetter ? std::max(ReadUtf8(word, w).size, 1u) : 1;
      ++g;
      continue;
    }
    if (star == std::string_view::npos || resume >= word.size()) return false;
    resume += std::max(ReadUtf8(word, resume).size, 1u);
    w = resume;
    g = star + 1;
  }
  return true;
}

void WordIndex::Affixes::Add(std::string_view literal, std::uint32_t number) {
  literals.Add(literal);
  numbers.push_back(number);
  const auto at = std::lower_bound(sizes.begin(), sizes.end(), literal.size());
  if (at == sizes.end() || *at != literal.size()) {
    sizes.insert(at, literal.size());
  }
}

std::uint32_t WordIndex::Add(std::string_view glob) {
  const std::uint32_t before = globs_.size();
  const std::uint32_t number = globs_.Add(glob);
  if (number < before) return number;
  const auto wildcards = std::count_if(glob.begin(), glob.end(), IsWildcard);
  is_word_.push_back(wildcards == 0);
  if (wildcards == 0) return number;
  const std::size_t size = glob.size();
  if (wildcards == 1 && size > 1 && glob.back() == kAnyLetters) {
    stems_.Add(glob.substr(0, size - 1), number);
  } else if (wildcards == 1 && size > 1 && glob[0] == kAnyLetters) {
    ends_.Add(glob.substr(1), number);
  } else {
    AddGeneral(glob, number);
  }
  return number;
}

void WordIndex::AddGeneral(std::string_view glob, std::uint32_t number) {
  const std::string_view anchor = LongestLiteral(glob).substr(0, kAnchor);
  if (anchor.empty()) {
    loose_.push_back(number);
    return;
  }
  const std::uint32_t at = anchors_.Add(anchor);
  if (at == anchored_.size()) anchored_.emplace_back();
  anchored_[at].push_back(number);
}

void WordIndex::Find(std::string_view word,
                     std::vector<std::uint32_t>* out) const {
  const std::uint32_t known = globs_.Find(word);
  if (known != kNone && is_word_[known]) out->push_back(known);
  for (const std::size_t size : stems_.sizes) {
    if (size > word.size()) break;
    const std::uint32_t at = stems_.literals.Find(word.substr(0, size));
    if (at != kNone) out->push_back(stems_.numbers[at]);
  }
  for (const std::size_t size : ends_.sizes) {
    if (size > word.size()) break;
    const std::uint32_t at =
        ends_.literals.Find(word.substr(word.size() - size));
    if (at != kNone) out->push_back(ends_.numbers[at]);
  }
  const std::size_t first_general = out->size();
  for (std::size_t i = 0; i < word.size() && anchors_.size() > 0; ++i) {
    for (std::size_t size = 1; size <= std::min(kAnchor, word.size() - i);
         ++size) {
      const std::uint32_t at = anchors_.Find(word.substr(i, size));
      if (at == kNone) continue;
      out->insert(out->end(), anchored_[at].begin(), anchored_[at].end());
    }
  }
  out->insert(out->end(), loose_.begin(), loose_.end());
  const auto general =
      out->begin() + static_cast<std::ptrdiff_t>(first_general);
  std::sort(general, out->end());
  out->erase(std::unique(general, out->end()), out->end());
  out->erase(std::remove_if(general, out->end(),
                            [&](std::uint32_t number) {
                              return !GlobMatches(globs_.string(number), word);
                            }),
             out->end());
}

}  // namespace framescope
