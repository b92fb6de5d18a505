// Segmenter: the words and sentences of a text, exactly as ICU finds them.
//
// The one seam between reference path and fast paths: no caller knows which
// of them ran.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "framescope/document.hpp"
#include "framescope/status.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Belongs to one thread at a time.
class Segmenter {
 public:
  virtual ~Segmenter() = default;

  // `locale` is BCP 47. `kind` is "icu", "portable", "avx2", "avx512", or ""
  // for what FRAMESCOPE_SEGMENTER says or else the fastest. All find the same.
  // All but "icu" are for English; with "", other locales get "icu". When a
  // check at the first use finds that ICU is of a kind not known, "icu" steps
  // in. Fails with kInvalidArgument on a kind that is not known or that this
  // processor cannot run. Cheap after the first for a locale, which costs about
  // a millisecond.
  static Result<std::unique_ptr<Segmenter>> Create(const std::string& locale,
                                                   const std::string& kind);

  // Fills `out` with the words (ICU's word segments whose rule status is not
  // UBRK_WORD_NONE) and the sentences of `text`, which must be valid UTF-8.
  // A block's end is a sentence's end; line breaks inside a block count as
  // spaces; after the abbreviations of the locale a sentence goes on. White
  // space at the ends of a sentence is no part of it; a stretch without a word
  // belongs to the sentence before it, or else to the one after it. Text
  // outside the blocks belongs to no sentence and its words are left out.
  // Works in windows, so that memory stays small and texts may be large. `out`
  // and all buffers are reused from call to call. Linear.
  virtual Status Segment(std::string_view text, std::span<const Block> blocks,
                         Segments* out) = 0;

  // "icu", "portable", "avx2", "avx512"; "icu (self-check failed)" when "icu"
  // had to step in.
  virtual std::string_view name() const = 0;
};

// Versions of the linked ICU and of its Unicode data, such as "72.1", "15.0".
std::string IcuVersion();
std::string UnicodeVersion();

}  // namespace framescope
