// DocxStyles: what the paragraph styles of a .docx mean for its text.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "document/xml_parser.hpp"
#include "framescope/document.hpp"

namespace framescope {

inline bool IsWordSpace(std::string_view space) {
  return space.ends_with("/wordprocessingml/2006/main") ||
         space.ends_with("/ooxml/wordprocessingml/main");
}

// A number in an attribute, or `otherwise`.
int ToInt(std::string_view text, int otherwise);

struct ParagraphRole {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;
  bool contents = false;  // a line of the table of contents
};

// Owned by the reader of one document.
class DocxStyles : public XmlHandler {
 public:
  void Start(const XmlElement& element) override;
  void End(std::string_view, std::string_view) override {}
  void Text(std::string_view) override {}

  ParagraphRole RoleOf(const std::string& style_id) const;

 private:
  struct Style {
    std::string name;  // in lower case
    std::string based_on;
    int outline = -1;
    bool numbered = false;
  };

  std::map<std::string, Style> styles_;
  Style* current_ = nullptr;
};

}  // namespace framescope
