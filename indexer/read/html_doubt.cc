#include "indexer/read/html_doubt.h"

#include <algorithm>
#include <string>

#include "indexer/read/fold.h"
#include "indexer/read/html_elements.h"

namespace assay::read {
namespace {

std::string_view view(const unsigned char* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_hidden(const Attributes& attributes) {
  // "until-found" is text that a reader unfolds.
  if (const auto hidden = attributes.find("hidden"); hidden && *hidden != "until-found") return true;
  std::string style = lower(attributes.get("style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t'; });
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
  for (const unsigned char** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2)
    if (view(pair[0]) == name) return view(pair[1]);
  return std::nullopt;
}

Doubt doubt_of(std::string_view name, const Attributes& attributes, const Place& place) {
  if (is_never_read(name)) return Doubt::kDropped;
  const std::string_view role = attributes.get("role");
  if (name == "html" || name == "body" || name == "main" || name == "article" || role == "main" ||
      role == "article")
    return Doubt::kNone;
  if (is_hidden(attributes)) return Doubt::kDropped;
  if (name == "nav" || name == "aside" || is_role_apart(role)) return Doubt::kStructure;
  if ((name == "header" || name == "footer") && place.article == 0 && !place.in_main)
    return Doubt::kStructure;
  if (name != "h1" && names_boilerplate(attributes.get("class"))) return Doubt::kBoilerplate;
  // The ids of headings are made from their words.
  if (!is_heading(name) && names_boilerplate(attributes.get("id"))) return Doubt::kBoilerplate;
  return name == "form" ? Doubt::kForm : Doubt::kNone;
}

}  // namespace assay::read
