// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/sentences.hpp"

#include <algorithm>

#include "unicode/abbreviations.hpp"

namespace framescope {
namespace {

struct Spaces {
  bool has[256] = {};
  constexpr Spaces() {
    for (const unsigned char c : {' ', '\t', '\n', '\v', '\f', '\r'}) {
      has[c] = true;
    }
  }
};
constexpr Spaces kSpaces;

bool IsSpace(char c) { return kSpaces.has[static_cast<unsigned char>(c)]; }

// Whether `gap`, which lies between two words, is a full stop and spaces.
bool IsStopAndSpaces(std::string_view gap) {
  return gap.size() >= 2 && gap[0] == '.' &&
         std::all_of(gap.begin() + 1, gap.end(), IsSpace);
}

// The end of a sentence of text[0, end) that holds a word. One blank is taken
// off without a branch: nearly every sentence but the last of a block has one.
std::uint32_t TrimmedEnd(std::string_view text, std::uint32_t end) {
  end -= IsSpace(text[end - 1]) ? 1 : 0;
  while (IsSpace(text[end - 1])) --end;
  return end;
}

// Makes the sentences of the blocks of a run.
class SentenceMaker {
 public:
  SentenceMaker(std::string_view text, bool english, const SentenceEnds& found,
                Segments* out)
      : text_(text),
        english_(english),
        ends_(found.ends.data()),
        counts_(found.words.data()),
        words_(out->words.data()),
        all_words_(found.words.empty() ? 0 : found.words.back()),
        word_(found.first_word) {
    const std::size_t held = out->sentences.size();
    out->sentences.resize(held + found.ends.size());
    next_ = out->sentences.data() + held;
  }

  // Takes the ends up to that of the block, which is not empty.
  void Append(const Block& block, std::uint32_t index) {
    const Sentence* const first = next_;
    std::uint32_t begin = block.begin;
    for (bool last = false; !last; ++ends_, ++counts_) {
      const std::uint32_t boundary = *ends_, end_word = *counts_;
      last = boundary == block.end;
      if (end_word == word_) {
        if (next_ == first) continue;
        begin = std::max(boundary, begin);
        next_[-1].end = TrimmedEnd(text_, begin);
        continue;
      }
      if (Joined(end_word, block.end)) continue;
      const std::uint32_t end = std::max(boundary, words_[end_word - 1].end);
      while (IsSpace(text_[begin])) ++begin;
      *next_++ = {begin, TrimmedEnd(text_, end), word_, end_word, index};
      begin = end;
      word_ = end_word;
    }
  }

  const Sentence* next() const { return next_; }

 private:
  std::string_view Between(std::uint32_t begin, std::uint32_t end) const {
    return {text_.data() + begin, end - begin};
  }
  std::string_view Word(std::uint32_t i) const {
    return Between(words_[i].begin, words_[i].end);
  }

  // Whether an abbreviation stands before the boundary after the words
  // [word_, next) of a sentence, and the block goes on.
  bool Joined(std::uint32_t next, std::uint32_t block_end) const {
    const Span last = words_[next - 1];
    const std::size_t behind =
        std::min<std::size_t>(last.end, text_.size() - 1);
    // What is nearly always false is found without a branch.
    const bool stop = text_[behind] == '.';
    if (!(english_ & stop & (next < all_words_) &
          MayGoOnAfter(text_, last.begin, last.end))) {
      return false;
    }
    const std::uint32_t after = words_[next].begin;
    if (after >= block_end || !IsStopAndSpaces(Between(last.end, after))) {
      return false;
    }
    return GoesOnAfter(next - 1 > word_ ? Word(next - 2) : std::string_view{},
                       Word(next - 1), Word(next));
  }

  std::string_view text_;
  bool english_;
  const std::uint32_t* ends_;    // the next one
  const std::uint32_t* counts_;  // of words before it
  const Span* words_;
  std::uint32_t all_words_;
  std::uint32_t word_;  // the first of the next sentence
  Sentence* next_;      // where it goes
};

}  // namespace

void AppendSentences(std::string_view text, std::span<const Block> blocks,
                     std::uint32_t first_block, const SentenceEnds& found,
                     bool english, Segments* out) {
  SentenceMaker maker(text, english, found, out);
  const auto made = [&] {
    return static_cast<std::uint32_t>(maker.next() - out->sentences.data());
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::uint32_t index = first_block + static_cast<std::uint32_t>(i);
    if (blocks[i].begin != blocks[i].end) maker.Append(blocks[i], index);
    out->sentences_to[index] = made();
  }
  out->sentences.resize(made());
}

}  // namespace framescope
