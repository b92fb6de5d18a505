// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/icu_segmenter.hpp"

#include "unicode/sentences.hpp"

namespace framescope {

bool IsEnglish(std::string_view locale) {
  return locale == "en" || locale.substr(0, 3) == "en-";
}

Result<std::unique_ptr<Segmenter>> IcuSegmenter::Open(const std::string& locale,
                                                      std::string name) {
  auto words = IcuBreaks::Open(IcuBreaks::Kind::kWords, locale);
  if (!words.ok()) return words.status();
  auto sentences = IcuBreaks::Open(IcuBreaks::Kind::kSentences, locale);
  if (!sentences.ok()) return sentences.status();
  std::unique_ptr<IcuSegmenter> segmenter(new IcuSegmenter);
  segmenter->name_ = std::move(name);
  segmenter->words_ = std::move(words).value();
  segmenter->sentences_ = std::move(sentences).value();
  segmenter->english_ = IsEnglish(locale);
  return std::unique_ptr<Segmenter>(std::move(segmenter));
}

Status IcuSegmenter::Segment(std::string_view text,
                             std::span<const Block> blocks, Segments* out) {
  out->words.clear();
  out->sentences.clear();
  out->sentences_to.resize(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.begin > block.end || block.end > text.size()) {
      return Status(StatusCode::kInvalidArgument,
                    "a block lies outside the text", {block.begin});
    }
    const Status status =
        SegmentBlock(text, block, static_cast<std::uint32_t>(i), out);
    if (!status.ok()) return status;
    out->sentences_to[i] = static_cast<std::uint32_t>(out->sentences.size());
  }
  return Status();
}

Status IcuSegmenter::SegmentBlock(std::string_view text, const Block& block,
                                  std::uint32_t index, Segments* out) {
  const auto first_word = static_cast<std::uint32_t>(out->words.size());
  const Span stretch{block.begin, block.end};
  Status status = words_->Words(text, stretch, &out->words);
  if (!status.ok() || out->words.size() == first_word) return status;
  boundaries_.clear();
  status = sentences_->Sentences(text, stretch, &boundaries_);
  if (!status.ok()) return status;
  words_before_.clear();
  std::uint32_t word = first_word;
  for (const std::uint32_t boundary : boundaries_) {
    while (word < out->words.size() && out->words[word].begin < boundary) {
      ++word;
    }
    words_before_.push_back(word);
  }
  AppendSentences(text, {&block, 1}, index,
                  {boundaries_, words_before_, first_word}, english_, out);
  return Status();
}

}  // namespace framescope
