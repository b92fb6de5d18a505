// All segmenters of this processor side by side: "icu" is the slow and obvious
// one that the others have to agree with.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unicode/kernel.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

// Keeps its Segments from text to text, as callers do.
class Segmenters {
 public:
  explicit Segmenters(const std::string& locale = "en-GB")
      : icu_(std::move(Segmenter::Create(locale, "icu")).value()) {
    for (const Kernel* kernel : kernels()) {
      fast_.push_back(
          std::move(Segmenter::Create(locale, kernel->name)).value());
    }
  }

  std::size_t size() const { return fast_.size(); }

  // The names, for a test that wants to see that no check failed.
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& fast : fast_) names.emplace_back(fast->name());
    return names;
  }

  // Where one of them differs from "icu" on a text, or "".
  std::string Difference(std::string_view text, std::span<const Block> blocks) {
    if (!icu_->Segment(text, blocks, &expected_).ok()) return "icu fails";
    for (const auto& fast : fast_) {
      const std::string name(fast->name());
      if (!fast->Segment(text, blocks, &found_).ok()) return name + " fails";
      if (const std::string place = Compare(); !place.empty()) {
        return name + ": " + place;
      }
    }
    return "";
  }
  std::string Difference(std::string_view text) {
    const Block all{0, static_cast<std::uint32_t>(text.size())};
    return Difference(text, {&all, 1});
  }

  const Segments& expected() const { return expected_; }

 private:
  static std::string Show(std::uint32_t begin, std::uint32_t end) {
    return std::to_string(begin) + "-" + std::to_string(end);
  }
  static bool Same(const Sentence& a, const Sentence& b) {
    return a.begin == b.begin && a.end == b.end &&
           a.first_word == b.first_word && a.end_word == b.end_word &&
           a.block == b.block;
  }

  std::string Compare() const {
    if (found_.sentences_to != expected_.sentences_to) {
      return "has other numbers of sentences in its blocks";
    }
    for (std::size_t i = 0;; ++i) {
      const bool none = i >= found_.words.size();
      if (none != (i >= expected_.words.size())) {
        return "has " + std::to_string(found_.words.size()) + " words, not " +
               std::to_string(expected_.words.size());
      }
      if (none) break;
      const Span a = found_.words[i], b = expected_.words[i];
      if (!(a == b)) {
        return "word " + Show(a.begin, a.end) + ", not " + Show(b.begin, b.end);
      }
    }
    for (std::size_t i = 0;; ++i) {
      const bool none = i >= found_.sentences.size();
      if (none != (i >= expected_.sentences.size())) {
        return "has " + std::to_string(found_.sentences.size()) +
               " sentences, not " + std::to_string(expected_.sentences.size());
      }
      if (none) return "";
      const Sentence &a = found_.sentences[i], &b = expected_.sentences[i];
      if (!Same(a, b)) {
        return "sentence " + Show(a.begin, a.end) + " with words " +
               Show(a.first_word, a.end_word) + ", not " +
               Show(b.begin, b.end) + " with words " +
               Show(b.first_word, b.end_word);
      }
    }
  }

  std::unique_ptr<Segmenter> icu_;
  std::vector<std::unique_ptr<Segmenter>> fast_;
  Segments expected_, found_;
};

}  // namespace framescope
