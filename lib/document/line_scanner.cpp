// Tested by tests/differential/paragraphs_test.cpp.
#include "document/line_scanner.hpp"

#include "unicode/lines.hpp"

namespace framescope {
namespace {

bool IsBlankByte(char c) { return c == ' ' || c == '\t'; }

}  // namespace

LineScanner::LineScanner(const Kernel& kernel, std::string_view text,
                         std::vector<std::uint32_t>* line_starts)
    : kernel_(kernel), text_(text), line_starts_(line_starts) {
  if (line_starts_ != nullptr) line_starts_->push_back(0);
}

bool LineScanner::Next(Line* line, LineBreak* ended_by) {
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  std::size_t characters = 0;
  const std::size_t end = FindLineEnd(kernel_, text_, begin, &characters);
  line->columns = static_cast<std::uint32_t>(characters);
  line->number = number_;
  line->page = page_;
  Trim(begin, end, line);
  *ended_by = PassBreak(end);
  return true;
}

void LineScanner::Trim(std::size_t begin, std::size_t end, Line* line) const {
  const std::size_t margin = begin;
  const std::size_t length = end - begin;
  while (begin < end && IsBlankByte(text_[begin])) ++begin;
  while (end > begin && IsBlankByte(text_[end - 1])) --end;
  line->columns -= static_cast<std::uint32_t>(length - (end - begin));
  line->text = {text_.data() + begin, end - begin};
  line->begin = static_cast<std::uint32_t>(begin);
  line->indent = static_cast<std::uint32_t>(begin - margin);
}

LineBreak LineScanner::PassBreak(std::size_t end) {
  at_ = end;
  if (end == text_.size()) return LineBreak::kEnd;
  const char c = text_[at_++];
  if (c == '\f') {
    ++page_;
    return LineBreak::kPage;
  }
  if (c == '\n' || c == '\r') {
    if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++number_;
    if (line_starts_ != nullptr) {
      line_starts_->push_back(static_cast<std::uint32_t>(at_));
    }
  } else if (c != '\v') {
    const bool paragraph = text_.substr(end, 3) == "\u2029";
    at_ = end + (static_cast<unsigned char>(c) == 0xE2 ? 3 : 2);
    if (paragraph) return LineBreak::kParagraph;
  }
  return LineBreak::kLine;
}

}  // namespace framescope
