// The text of pages as a program takes it off paper, put back into a flow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace framescope {

struct PageText {
  std::string text;  // pages parted by form feeds
  std::size_t furniture_lines = 0;
  std::size_t pages = 0;
};

// Leaves out running heads, feet and page numbers, and joins words that were
// split at line ends. `pages` is UTF-8 with a form feed after each page.
// Linear in the text.
PageText CleanPages(std::string_view pages);

}  // namespace framescope
