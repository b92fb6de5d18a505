// XmlParser: the elements and text of XML, as they come.
#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "document/zip_file.hpp"
#include "framescope/status.hpp"

namespace framescope {

// An element of a namespace. Views hold during the call only.
struct XmlElement {
  std::string_view space;  // the namespace's address
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  // The value of the attribute of this local name, or an empty view.
  std::string_view Get(std::string_view attribute) const {
    for (const auto& [key, value] : attributes) {
      if (key == attribute) return value;
    }
    return {};
  }
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void Start(const XmlElement& element) = 0;
  virtual void End(std::string_view space, std::string_view name) = 0;
  virtual void Text(std::string_view text) = 0;
};

// Parses a part of the archive. No network, no entities, no DOCTYPE, at most
// 256 levels deep. Fails with kParse where the XML is damaged.
Status ParseXmlPart(ZipFile* zip, const std::string& part, XmlHandler* handler);

}  // namespace framescope
