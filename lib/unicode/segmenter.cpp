// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/segmenter.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>

#include "unicode/char_classes.hpp"
#include "unicode/icu_breaks.hpp"
#include "unicode/portable_breaks.hpp"
#include "unicode/sentences.hpp"

namespace framescope {
namespace {

using IcuIterator = std::unique_ptr<IcuBreaks>;

// The reference path: ICU's two iterators.
class IcuPair {
 public:
  IcuPair(IcuIterator words, IcuIterator sentences)
      : words_(std::move(words)), sentences_(std::move(sentences)) {}

  Status Words(std::string_view text, Span stretch, std::vector<Span>* out) {
    return words_->Words(text, stretch, out);
  }
  Status Sentences(std::string_view text, Span stretch,
                   std::vector<std::uint32_t>* out) {
    return sentences_->Sentences(text, stretch, out);
  }

 private:
  IcuIterator words_, sentences_;
};

// Words and sentences of each block, as `Breaks` finds them.
template <typename Breaks>
class BlockSegmenter : public Segmenter {
 public:
  BlockSegmenter(std::string_view name, Breaks breaks, bool english)
      : name_(name), breaks_(std::move(breaks)), english_(english) {}

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

  std::string_view name() const override { return name_; }

 private:
  Status SegmentBlock(std::string_view text, const Block& block,
                      std::uint32_t index, Segments* out) {
    const auto first_word = static_cast<std::uint32_t>(out->words.size());
    const Span stretch{block.begin, block.end};
    Status status = breaks_.Words(text, stretch, &out->words);
    if (!status.ok() || out->words.size() == first_word) return status;
    boundaries_.clear();
    status = breaks_.Sentences(text, stretch, &boundaries_);
    if (!status.ok()) return status;
    AppendSentences(text, block, index, boundaries_, first_word, english_, out);
    return Status();
  }

  std::string_view name_;
  Breaks breaks_;
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
  const bool english = locale == "en" || locale.rfind("en-", 0) == 0;
  const bool portable = kind == "portable" || (kind.empty() && english);
  if (!kind.empty() && kind != "icu" && kind != "portable") {
    return Status(StatusCode::kInvalidArgument,
                  "unknown segmenter \"" + kind +
                      "\"; there are \"icu\" and \"portable\"");
  }
  if (portable && !english) {
    return Status(StatusCode::kInvalidArgument,
                  "the segmenter \"portable\" is for English, not for \"" +
                      locale + "\"; use \"icu\"");
  }
  auto words = IcuBreaks::Open(IcuBreaks::Kind::kWords, locale);
  if (!words.ok()) return words.status();
  auto sentences = IcuBreaks::Open(IcuBreaks::Kind::kSentences, locale);
  if (!sentences.ok()) return sentences.status();
  if (!portable) {
    return std::unique_ptr<Segmenter>(std::make_unique<BlockSegmenter<IcuPair>>(
        "icu", IcuPair(std::move(words).value(), std::move(sentences).value()),
        english));
  }
  auto classes = LearnCharClasses(words.value().get());
  if (!classes.ok()) return classes.status();
  return std::unique_ptr<Segmenter>(
      std::make_unique<BlockSegmenter<PortableBreaks>>(
          "portable",
          PortableBreaks(std::move(words).value(), std::move(sentences).value(),
                         std::move(classes).value()),
          english));
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
