// What the paragraph styles of a .docx mean for its text.
#include "document/docx_styles.hpp"

#include <charconv>

namespace framescope {

int ToInt(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void DocxStyles::Start(const XmlElement& element) {
  if (!IsWordSpace(element.space)) return;
  if (element.name == "style") {
    current_ = &styles_[std::string(element.Get("styleId"))];
    return;
  }
  if (current_ == nullptr) return;
  const std::string_view value = element.Get("val");
  if (element.name == "name") {
    current_->name = value;
    for (char& c : current_->name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
  } else if (element.name == "basedOn") {
    current_->based_on = value;
  } else if (element.name == "outlineLvl") {
    current_->outline = ToInt(value, -1);
  } else if (element.name == "numPr") {
    current_->numbered = true;
  }
}

ParagraphRole DocxStyles::RoleOf(const std::string& style_id) const {
  std::string id = style_id;
  for (int steps = 0; steps < 10; ++steps) {
    const auto found = styles_.find(id);
    if (found == styles_.end()) break;
    const Style& style = found->second;
    const std::string& name = style.name;
    if (name.starts_with("toc")) return {BlockKind::kParagraph, 0, true};
    if (name == "title") return {BlockKind::kHeading, 1, false};
    if (name.starts_with("heading ")) {
      return {BlockKind::kHeading, ToInt(name.substr(8), 1), false};
    }
    if (style.outline >= 0 && style.outline < 9) {
      return {BlockKind::kHeading, style.outline + 1, false};
    }
    if (name == "quote" || name == "intense quote" || name == "block text" ||
        name == "quotations") {
      return {BlockKind::kQuotation, 0, false};
    }
    if (style.numbered || name.starts_with("list bullet") ||
        name.starts_with("list number")) {
      return {BlockKind::kListItem, 0, false};
    }
    id = style.based_on;
  }
  return {};
}

}  // namespace framescope
