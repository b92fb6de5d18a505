// Tested by tests/unit/lexicon/tsv_test.cpp.
#include "lexicon/tsv.hpp"

#include <algorithm>

#include "base/code_point.hpp"

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
    columns_ = ColumnCounter(row_);
    for (std::size_t begin = 0; begin <= row_.size();) {
      const std::size_t tab = std::min(row_.find('\t', begin), row_.size());
      cells_.push_back(Trimmed({row_.data() + begin, tab - begin}));
      begin = tab + 1;
    }
    return true;
  }
  return false;
}

std::vector<std::string_view> SplitTrimmed(std::string_view text,
                                           char separator) {
  std::vector<std::string_view> parts;
  ForEachPart(text, separator,
              [&parts](std::string_view part) { parts.push_back(part); });
  return parts;
}

std::int32_t ColumnCounter::At(std::size_t offset) {
  const std::size_t from = std::min(at_, offset), to = std::max(at_, offset);
  const auto between =
      static_cast<std::int32_t>(CountCodePoints(line_.substr(from, to - from)));
  column_ += offset > at_ ? between : -between;
  at_ = offset;
  return column_;
}

}  // namespace framescope
