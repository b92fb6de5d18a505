// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/segmenter.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>

#include "unicode/icu_breaks.hpp"
#include "unicode/sentences.hpp"

namespace framescope {
namespace {

// The reference path: ICU's two iterators over each block.
class IcuSegmenter : public Segmenter {
 public:
  IcuSegmenter(std::unique_ptr<IcuBreaks> words,
               std::unique_ptr<IcuBreaks> sentences, bool english)
      : words_(std::move(words)),
        sentences_(std::move(sentences)),
        english_(english) {}

  Status Segment(std::string_view text, std::span<const Block> blocks,
                 Segments* out) override {
    out->words.clear();
    out->sentences.clear();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (block.begin > block.end || block.end > text.size()) {
        return Status(StatusCode::kInvalidArgument,
                      "a block lies outside the text", {block.begin});
      }
      const Status status =
          SegmentBlock(text, block, static_cast<std::uint32_t>(i), out);
      if (!status.ok()) return status;
    }
    return Status();
  }

  std::string_view name() const override { return "icu"; }

 private:
  Status SegmentBlock(std::string_view text, const Block& block,
                      std::uint32_t index, Segments* out) {
    const auto first_word = static_cast<std::uint32_t>(out->words.size());
    const Span stretch{block.begin, block.end};
    Status status = words_->Words(text, stretch, &out->words);
    if (!status.ok() || out->words.size() == first_word) return status;
    boundaries_.clear();
    status = sentences_->Sentences(text, stretch, &boundaries_);
    if (!status.ok()) return status;
    AppendSentences(text, block, index, boundaries_, first_word, english_, out);
    return Status();
  }

  std::unique_ptr<IcuBreaks> words_, sentences_;
  bool english_;
  std::vector<std::uint32_t> boundaries_;
};

std::string WithoutZeros(const UVersionInfo& version) {
  std::string text = std::to_string(version[0]);
  for (int i = 1; i < 3 && (i == 1 || version[i] != 0); ++i) {
    text.append(1, '.').append(std::to_string(version[i]));
  }
  return text;
}

}  // namespace

Result<std::unique_ptr<Segmenter>> Segmenter::Create(const std::string& locale,
                                                     const std::string& kind) {
  if (!kind.empty() && kind != "icu") {
    return Status(StatusCode::kInvalidArgument,
                  "unknown segmenter \"" + kind + "\"; there is \"icu\"");
  }
  auto words = IcuBreaks::Open(IcuBreaks::Kind::kWords, locale);
  if (!words.ok()) return words.status();
  auto sentences = IcuBreaks::Open(IcuBreaks::Kind::kSentences, locale);
  if (!sentences.ok()) return sentences.status();
  const bool english = locale == "en" || locale.rfind("en-", 0) == 0;
  return std::unique_ptr<Segmenter>(std::make_unique<IcuSegmenter>(
      std::move(words).value(), std::move(sentences).value(), english));
}

std::string IcuVersion() {
  UVersionInfo version;
  u_getVersion(version);
  return WithoutZeros(version);
}

std::string UnicodeVersion() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return WithoutZeros(version);
}

}  // namespace framescope
