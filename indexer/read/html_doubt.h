// What an element says against the text in it.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/read/html_page.h"

namespace assay::read {

// The attributes of an element as libxml2 hands them over: name, value, name, value, ..., null. Names are in
// lower case. A view.
class Attributes {
 public:
  explicit Attributes(const unsigned char** pairs) : pairs_(pairs) {}

  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view get(std::string_view name) const { return find(name).value_or(""); }

 private:
  const unsigned char** pairs_;
};

// By the element's name, its attributes and, for headers and footers, where it stands.
Doubt doubt_of(std::string_view name, const Attributes& attributes, const Place& place);

}  // namespace assay::read
