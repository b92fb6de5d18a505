// LineScanner: plain text cut into lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/line.hpp"

namespace framescope {

struct Kernel;

// Goes over the lines of a text once. Only the ends of lines that editors know
// (LF, CR LF, CR) count as lines of the file. Borrows everything.
class LineScanner {
 public:
  // Where the lines of the file begin is added to `line_starts`, unless null.
  LineScanner(const Kernel& kernel, std::string_view text,
              std::vector<std::uint32_t>* line_starts);

  // Reads the next line into one just made. False at the end of the text.
  bool Next(Line* line, LineBreak* ended_by);

  std::uint32_t page() const { return page_; }

 private:
  void Trim(std::size_t begin, std::size_t end, Line* line) const;
  LineBreak PassBreak(std::size_t end);

  const Kernel& kernel_;
  std::string_view text_;
  std::vector<std::uint32_t>* line_starts_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 1;
  std::uint32_t page_ = 1;
};

}  // namespace framescope
