// Quotations: what stands between quotation marks, found in one pass.
//
// An apostrophe is no quotation mark, nor is a mark after a measure (6").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"

namespace framescope {

// The bytes between two marks; `parent` is the quotation around it.
struct Quotation {
  Span inside;
  std::uint32_t parent = kNone;
  bool cut = false;  // one mark is missing: it goes on in another paragraph
};

// The quotations of some stretches of a text. Belongs to one thread.
class QuotationMap {
 public:
  // Forgets everything.
  void Clear();
  // Adds the quotations of text[begin, end), which must come after all that
  // was added before. Linear, whatever the nesting. A curly double mark without
  // its partner quotes up to the edge of the stretch; of other marks, a
  // quotation that is not closed is none.
  void Add(std::string_view text, std::uint32_t begin, std::uint32_t end);

  // The innermost quotation that holds the byte, or kNone. O(log n).
  std::uint32_t At(std::uint32_t byte) const;
  const Quotation& operator[](std::uint32_t i) const { return found_[i]; }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(found_.size());
  }

 private:
  struct Stretch {
    std::string_view text;
    std::uint32_t begin, end;
  };
  struct Opened {
    std::uint32_t begin;
    std::uint8_t kind;
  };
  struct Change {
    std::uint32_t at;
    std::uint32_t innermost;
  };
  // Each reads one mark of a stretch, which begins at `at`.
  void ReadDouble(const Stretch& in, std::uint32_t at);
  void ReadSingle(const Stretch& in, std::uint32_t at);
  void ReadCurly(const Stretch& in, std::uint32_t at, unsigned char last);
  void Open(std::uint8_t kind, std::uint32_t begin);
  void Close(std::uint8_t kind, std::uint32_t end);
  void CloseUnopened(std::uint32_t begin, std::uint32_t end);
  void CloseOpen(std::uint32_t begin, std::uint32_t end);
  void Link(std::uint32_t first);

  std::vector<Quotation> found_;
  std::vector<Change> changes_;
  std::vector<Opened> open_;
  std::uint32_t open_count_[4] = {0, 0, 0, 0};  // of each kind
  bool seen_double_ = false;  // a double mark stands before in the stretch
};

}  // namespace framescope
