// Tested by tests/unit/lexicon/tsv_test.cpp.
#include "lexicon/tsv.hpp"

#include <algorithm>

namespace framescope {

TsvReader::TsvReader(std::string_view text) : text_(text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text_.starts_with(kByteOrderMark)) position_ = kByteOrderMark.size();
}

bool TsvReader::Next() {
  while (position_ < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', position_), text_.size());
    row_ = text_.substr(position_, end - position_);
    if (row_.ends_with('\r')) row_.remove_suffix(1);
    position_ = end + 1;
    ++line_;
    if (row_.starts_with('#') || Trimmed(row_).empty()) continue;
    cells_.clear();
    for (std::size_t begin = 0; begin <= row_.size();) {
      const std::size_t tab = std::min(row_.find('\t', begin), row_.size());
      cells_.push_back(Trimmed({row_.data() + begin, tab - begin}));
      begin = tab + 1;
    }
    return true;
  }
  return false;
}

std::int32_t TsvReader::column(std::size_t i) const {
  if (i >= cells_.size()) return CodePoints(row_) + 1;
  const std::size_t before =
      static_cast<std::size_t>(cells_[i].data() - row_.data());
  return CodePoints(row_.substr(0, before)) + 1;
}

std::vector<std::string_view> SplitTrimmed(std::string_view text,
                                           char separator) {
  std::vector<std::string_view> parts;
  ForEachPart(text, separator,
              [&parts](std::string_view part) { parts.push_back(part); });
  return parts;
}

std::int32_t CodePoints(std::string_view text) {
  return static_cast<std::int32_t>(std::count_if(
      text.begin(), text.end(),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace framescope
