// Tested by tests/unit/lexicon/native_writer_test.cpp.
#include "lexicon/entry_cells.hpp"

#include <string_view>

#include "lexicon/names.hpp"

namespace framescope {
namespace {

void Append(std::string_view part, std::string_view separator,
            std::string* cell) {
  if (!cell->empty()) *cell += separator;
  *cell += part;
}

}  // namespace

std::string FlagCell(const Entry& entry) {
  std::string cell;
  for (const auto& [name, flag] : kFlagNames) {
    if ((entry.flags & flag) != 0) Append(name, " ", &cell);
  }
  return cell;
}

std::string ProfileCell(const Entry& entry) {
  std::string cell;
  for (const auto& [name, weight] : entry.profile_weights) {
    Append(name + '=' + std::to_string(weight), " ", &cell);
  }
  return cell;
}

std::string InsteadCell(const Entry& entry) {
  std::string cell;
  for (const std::string& wording : entry.instead) {
    Append(wording, "; ", &cell);
  }
  return cell;
}

std::string SourceCell(std::span<const Source> sources,
                       std::span<const std::uint32_t> numbers) {
  std::string cell;
  for (const std::uint32_t number : numbers) {
    Append(sources[number].key, " ", &cell);
  }
  return cell;
}

}  // namespace framescope
