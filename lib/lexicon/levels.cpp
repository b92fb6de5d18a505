// Tested by tests/unit/lexicon/native_writer_test.cpp.
//
// Chooses levels of a hierarchy, as quanteda's `levels` does.
#include <unordered_map>

#include "framescope/lexicon.hpp"
#include "lexicon/finding_list.hpp"

namespace framescope {
namespace {

// Parts [first, last] of a dotted name; "" when there is none.
std::string PartsOf(std::string_view name, std::uint32_t first,
                    std::uint32_t last) {
  std::string out;
  std::uint32_t level = 0;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    ++level;
    if (level >= first && level <= last) {
      if (!out.empty()) out += '.';
      out += name.substr(begin, end - begin);
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace

Lexicon Lexicon::AtLevels(std::uint32_t first, std::uint32_t last,
                          std::vector<Diagnostic>* left_out) const {
  Content content = *content_;
  content.categories.clear();
  content.entries.clear();
  std::unordered_map<std::string, std::uint32_t> index;
  std::vector<std::uint32_t> renamed;
  for (const Category& category : content_->categories) {
    std::string name = PartsOf(category.name, first, last);
    if (name.empty()) {
      renamed.push_back(kNone);
      continue;
    }
    const auto [at, fresh] = index.emplace(
        name, static_cast<std::uint32_t>(content.categories.size()));
    if (fresh) {
      content.categories.push_back(category);
      content.categories.back().name = std::move(name);
    } else if (content.categories[at->second].axis != category.axis ||
               content.categories[at->second].pole != category.pole) {
      content.categories[at->second].axis = kNone;
    }
    renamed.push_back(at->second);
  }
  FindingList findings(content_->name);
  for (const Entry& entry : content_->entries) {
    const std::uint32_t category = renamed[entry.category];
    if (category == kNone) {
      findings.Warning(entry.line, 0, "above-levels",
                       "\"" + entry.pattern + "\" is left out: \"" +
                           content_->categories[entry.category].name +
                           "\" lies above the levels");
      continue;
    }
    content.entries.push_back(entry);
    content.entries.back().category = category;
  }
  for (Mask& mask : content.masks) {
    std::vector<std::uint32_t> hides;
    for (const std::uint32_t category : mask.hides_categories) {
      if (renamed[category] != kNone) hides.push_back(renamed[category]);
    }
    // A mask that hid only what is left out hides nothing.
    mask.hides_categories = std::move(hides);
  }
  if (left_out != nullptr) {
    left_out->insert(left_out->end(), findings.findings().begin(),
                     findings.findings().end());
  }
  return Lexicon(std::move(content));
}

}  // namespace framescope
