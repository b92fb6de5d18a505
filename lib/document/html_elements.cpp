// Tested by tests/unit/document/html_test.cpp.
#include "document/html_elements.hpp"

#include <algorithm>
#include <string>

#include "document/html_tokens.hpp"

namespace framescope {
namespace {

struct ElementRole {
  std::string_view name;
  HtmlRole role;
};

constexpr ElementRole kRoles[] = {{"address", HtmlRole::kBlock},
                                  {"article", HtmlRole::kBlock},
                                  {"aside", HtmlRole::kBlock},
                                  {"audio", HtmlRole::kHidden},
                                  {"blockquote", HtmlRole::kQuotation},
                                  {"body", HtmlRole::kBlock},
                                  {"canvas", HtmlRole::kHidden},
                                  {"caption", HtmlRole::kBlock},
                                  {"center", HtmlRole::kBlock},
                                  {"datalist", HtmlRole::kHidden},
                                  {"dd", HtmlRole::kItem},
                                  {"del", HtmlRole::kHidden},
                                  {"details", HtmlRole::kBlock},
                                  {"dialog", HtmlRole::kBlock},
                                  {"div", HtmlRole::kBlock},
                                  {"dl", HtmlRole::kBlock},
                                  {"dt", HtmlRole::kItem},
                                  {"fieldset", HtmlRole::kBlock},
                                  {"figcaption", HtmlRole::kBlock},
                                  {"figure", HtmlRole::kBlock},
                                  {"footer", HtmlRole::kFurniture},
                                  {"form", HtmlRole::kBlock},
                                  {"h1", HtmlRole::kHeading},
                                  {"h2", HtmlRole::kHeading},
                                  {"h3", HtmlRole::kHeading},
                                  {"h4", HtmlRole::kHeading},
                                  {"h5", HtmlRole::kHeading},
                                  {"h6", HtmlRole::kHeading},
                                  {"head", HtmlRole::kHidden},
                                  {"header", HtmlRole::kBlock},
                                  {"hgroup", HtmlRole::kBlock},
                                  {"html", HtmlRole::kBlock},
                                  {"legend", HtmlRole::kBlock},
                                  {"li", HtmlRole::kItem},
                                  {"main", HtmlRole::kBlock},
                                  {"menu", HtmlRole::kBlock},
                                  {"nav", HtmlRole::kFurniture},
                                  {"noscript", HtmlRole::kHidden},
                                  {"object", HtmlRole::kHidden},
                                  {"ol", HtmlRole::kBlock},
                                  {"p", HtmlRole::kBlock},
                                  {"pre", HtmlRole::kCode},
                                  {"rp", HtmlRole::kHidden},
                                  {"rt", HtmlRole::kHidden},
                                  {"section", HtmlRole::kBlock},
                                  {"select", HtmlRole::kHidden},
                                  {"summary", HtmlRole::kBlock},
                                  {"svg", HtmlRole::kHidden},
                                  {"table", HtmlRole::kBlock},
                                  {"tbody", HtmlRole::kBlock},
                                  {"td", HtmlRole::kCell},
                                  {"template", HtmlRole::kHidden},
                                  {"tfoot", HtmlRole::kBlock},
                                  {"th", HtmlRole::kCell},
                                  {"thead", HtmlRole::kBlock},
                                  {"tr", HtmlRole::kBlock},
                                  {"ul", HtmlRole::kBlock},
                                  {"video", HtmlRole::kHidden}};

}  // namespace

HtmlRole HtmlRoleOf(std::string_view name) {
  const auto* const found = std::lower_bound(
      std::begin(kRoles), std::end(kRoles), name,
      [](const ElementRole& e, std::string_view n) { return e.name < n; });
  const bool known = found != std::end(kRoles) && found->name == name;
  return known ? found->role : HtmlRole::kInline;
}

bool IsVoidElement(std::string_view name) {
  for (std::string_view v :
       {"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base",
        "col", "embed", "source", "track", "param"}) {
    if (name == v) return true;
  }
  return false;
}

bool IsHiddenByAttribute(std::string_view attributes) {
  if (attributes.size() < 6) return false;
  if (HasHtmlAttribute(attributes, "hidden")) return true;
  std::string style = HtmlAttribute(attributes, "style");
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != style.npos;
}

}  // namespace framescope
