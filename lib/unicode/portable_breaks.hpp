// PortableBreaks: the same boundaries as IcuBreaks, several times as fast.
//
// Text of ASCII, Latin-1 and common punctuation, which is nearly all of
// English prose, goes through the rules of UAX #29 written out. A stretch
// between spaces, or a sentence, with any other character goes to ICU.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "unicode/char_classes.hpp"
#include "unicode/icu_breaks.hpp"

namespace framescope {

// Belongs to one thread.
class PortableBreaks {
 public:
  PortableBreaks(std::unique_ptr<IcuBreaks> words,
                 std::unique_ptr<IcuBreaks> sentences,
                 std::unique_ptr<const CharClasses> classes)
      : icu_words_(std::move(words)),
        icu_sentences_(std::move(sentences)),
        classes_(std::move(classes)) {}

  // As IcuBreaks::Words and IcuBreaks::Sentences. Sentences are those of
  // English and of all locales that do not change Unicode's rules.
  Status Words(std::string_view text, Span stretch, std::vector<Span>* out);
  Status Sentences(std::string_view text, Span stretch,
                   std::vector<std::uint32_t>* out);

 private:
  struct Char {
    SentenceRole role = SentenceRole::kComplex;
    std::uint32_t next = 0;
  };
  Char At(std::string_view text, std::uint32_t at) const;
  bool Stretch(std::string_view text, std::uint32_t* at, std::uint32_t end,
               std::vector<Span>* out) const;
  std::uint32_t NextSentence(std::string_view text, std::uint32_t begin,
                             std::uint32_t end) const;

  std::unique_ptr<IcuBreaks> icu_words_, icu_sentences_;
  std::unique_ptr<const CharClasses> classes_;
};

}  // namespace framescope
