// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/sentences.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/code_point.hpp"
#include "unicode/fold.hpp"

namespace framescope {
namespace {

// After these a sentence always goes on.
constexpr std::array<std::string_view, 38> kTitles = {
    "approx", "capt", "cf",  "cllr", "cllrs", "col",   "comdr",  "cpl",
    "dr",     "drs",  "e.g", "eg",   "esp",   "fr",    "gen",    "gov",
    "hon",    "i.e",  "ie",  "incl", "lt",    "maj",   "messrs", "mme",
    "mr",     "mrs",  "ms",  "mx",   "prof",  "profs", "rev",    "revd",
    "rt",     "sgt",  "st",  "supt", "viz",   "vs"};

// After these it goes on when a number follows.
constexpr std::array<std::string_view, 22> kBeforeNumbers = {
    "art",  "arts", "c",   "ca",  "ch",   "chap",  "cl", "fig",
    "figs", "no",   "nos", "p",   "para", "paras", "pp", "pt",
    "reg",  "regs", "s",   "sec", "ss",   "vol"};

static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));
static_assert(std::is_sorted(kBeforeNumbers.begin(), kBeforeNumbers.end()));

template <std::size_t n>
bool Holds(const std::array<std::string_view, n>& sorted,
           std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool IsInitial(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Whether `gap`, which lies between two words, is a full stop and spaces.
bool IsStopAndSpaces(std::string_view gap) {
  return gap.size() >= 2 && gap[0] == '.' &&
         std::all_of(gap.begin() + 1, gap.end(), IsSpace);
}

void Trim(std::string_view text, Sentence* sentence) {
  while (sentence->end > sentence->begin && IsSpace(text[sentence->end - 1])) {
    --sentence->end;
  }
  while (sentence->begin < sentence->end && IsSpace(text[sentence->begin])) {
    ++sentence->begin;
  }
}

}  // namespace

bool GoesOnAfter(std::string_view before, std::string_view word,
                 std::string_view next) {
  if (word.size() > 8 || next.empty()) return false;
  const std::string key = FoldCase(word);
  if (Holds(kTitles, key)) return true;
  if (IsAsciiDigit(next[0]) && Holds(kBeforeNumbers, key)) return true;
  if (!IsInitial(word)) return false;
  return before.empty() || IsInitial(before) ||
         (before.size() <= 8 && Holds(kTitles, FoldCase(before)));
}

void AppendSentences(std::string_view text, const Block& block,
                     std::uint32_t block_index,
                     std::span<const std::uint32_t> boundaries,
                     std::uint32_t first_word, bool english, Segments* out) {
  const std::vector<Span>& words = out->words;
  const auto end_word = static_cast<std::uint32_t>(words.size());
  const auto string = [&](std::uint32_t i) {
    return text.substr(words[i].begin, words[i].end - words[i].begin);
  };
  const auto joined = [&](std::uint32_t first, std::uint32_t next) {
    if (!english || next <= first || next >= end_word) return false;
    const std::uint32_t last = next - 1;
    if (!IsStopAndSpaces(text.substr(words[last].end,
                                     words[next].begin - words[last].end))) {
      return false;
    }
    return GoesOnAfter(last > first ? string(last - 1) : std::string_view{},
                       string(last), string(next));
  };
  const std::size_t first_sentence = out->sentences.size();
  Sentence current{block.begin, block.begin, first_word, first_word,
                   block_index};
  for (const std::uint32_t boundary : boundaries) {
    while (current.end_word < end_word &&
           words[current.end_word].begin < boundary) {
      ++current.end_word;
    }
    current.end = boundary;
    if (current.end_word == current.first_word) {
      if (out->sentences.size() == first_sentence) continue;
      out->sentences.back().end = std::max(boundary, current.begin);
      current.begin = out->sentences.back().end;
      continue;
    }
    if (joined(current.first_word, current.end_word)) continue;
    current.end = std::max(boundary, words[current.end_word - 1].end);
    out->sentences.push_back(current);
    current.begin = current.end;
    current.first_word = current.end_word;
  }
  for (std::size_t i = first_sentence; i < out->sentences.size(); ++i) {
    Trim(text, &out->sentences[i]);
  }
}

}  // namespace framescope
