// IcuBreaks: ICU's word and sentence iterators over a stretch of UTF-8, in
// windows, so that memory stays small for texts of any size.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/unset_vector.hpp"
#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

struct UBreakIterator;

namespace framescope {

// Belongs to one thread.
class IcuBreaks {
 public:
  enum class Kind { kWords, kSentences };

  static Result<std::unique_ptr<IcuBreaks>> Open(Kind kind,
                                                 const std::string& locale);
  ~IcuBreaks();

  // Appends the words of `stretch`: segments that have a rule status. Windows
  // end before a space between ASCII letters or digits, where every word ends;
  // only a stretch of 16 MiB without any is cut elsewhere.
  Status Words(std::string_view text, Span stretch, UnsetVector<Span>* out);

  // Appends the sentence boundaries after the beginning of `stretch`, its end
  // included. Line breaks (CR, LF, NEL, U+2028) count as spaces. A boundary is
  // taken when an ASCII letter follows it in the window, because no rule looks
  // past a letter; only a sentence of 16 MiB is cut.
  Status Sentences(std::string_view text, Span stretch,
                   std::vector<std::uint32_t>* out);

  // The first boundary after the beginning of `stretch`. Costs no more than
  // the sentence is long.
  Status NextSentence(std::string_view text, Span stretch,
                      std::uint32_t* boundary);

  // The compiled rules, as ubrk_getBinaryRules hands them out, or nothing.
  std::vector<std::uint8_t> BinaryRules() const;

  void set_window(std::uint32_t bytes) { window_ = bytes; }  // for tests

 private:
  explicit IcuBreaks(UBreakIterator* iterator) : iterator_(iterator) {}
  Status Load(std::string_view text, std::uint32_t begin, std::uint32_t end,
              bool breaks_as_spaces);

  UBreakIterator* iterator_;
  std::vector<char16_t> units_;
  std::vector<std::uint32_t> offsets_;  // byte offset of each unit, and the end
  std::uint32_t window_ = 1u << 20;
};

}  // namespace framescope
