// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/sentences.hpp"

#include <algorithm>

#include "unicode/abbreviations.hpp"

namespace framescope {
namespace {

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

// Makes the sentences of one block.
class BlockSentences {
 public:
  BlockSentences(std::string_view text, bool english, Segments* out)
      : text_(text), english_(english), out_(out) {}

  void Append(const Block& block, std::uint32_t index,
              const SentenceEnds& found) {
    const std::uint32_t end_word = found.words.back();
    const std::size_t held = out_->sentences.size();
    out_->sentences.resize(held + found.ends.size());
    Sentence* const first = out_->sentences.data() + held;
    Sentence* next = first;
    Sentence current{block.begin, block.begin, found.first_word,
                     found.first_word, index};
    for (std::size_t i = 0; i < found.ends.size(); ++i) {
      const std::uint32_t boundary = found.ends[i];
      current.end_word = found.words[i];
      if (current.end_word == current.first_word) {
        if (next == first) continue;
        next[-1].end = current.begin = std::max(boundary, current.begin);
        continue;
      }
      if (Joined(current, end_word)) continue;
      current.end = std::max(boundary, out_->words[current.end_word - 1].end);
      if (next != first) Trim(text_, next - 1);
      *next++ = current;
      current.begin = current.end;
      current.first_word = current.end_word;
    }
    if (next != first) Trim(text_, next - 1);
    out_->sentences.resize(static_cast<std::size_t>(next - first) + held);
  }

 private:
  std::string_view Between(std::uint32_t begin, std::uint32_t end) const {
    return {text_.data() + begin, end - begin};
  }
  std::string_view Word(std::uint32_t i) const {
    return Between(out_->words[i].begin, out_->words[i].end);
  }

  // Whether an abbreviation stands before the boundary after `sentence`.
  bool Joined(const Sentence& sentence, std::uint32_t end_word) const {
    const std::uint32_t next = sentence.end_word;
    if (!english_ || next >= end_word) return false;
    const Span last = out_->words[next - 1];
    const std::uint32_t after = out_->words[next].begin;
    // What is nearly always false is found without a branch.
    const bool stop = text_[last.end] == '.';
    if (!(stop & MayGoOnAfter(text_, last.begin, last.end)) ||
        !IsStopAndSpaces(Between(last.end, after))) {
      return false;
    }
    return GoesOnAfter(
        next - 1 > sentence.first_word ? Word(next - 2) : std::string_view{},
        Word(next - 1), Word(next));
  }

  std::string_view text_;
  bool english_;
  Segments* out_;
};

}  // namespace

void AppendSentences(std::string_view text, std::span<const Block> blocks,
                     std::uint32_t first_block, const SentenceEnds& found,
                     bool english, Segments* out) {
  BlockSentences sentences(text, english, out);
  std::uint32_t word = found.first_word;
  std::size_t from = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].begin == blocks[i].end) continue;
    std::size_t to = from;
    while (found.ends[to] != blocks[i].end) ++to;
    ++to;
    const SentenceEnds here{found.ends.subspan(from, to - from),
                            found.words.subspan(from, to - from), word};
    if (here.words.back() != word) {
      sentences.Append(blocks[i], first_block + static_cast<std::uint32_t>(i),
                       here);
    }
    word = here.words.back();
    from = to;
  }
}

}  // namespace framescope
