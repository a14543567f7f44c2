#include "indexer/extract/council_name.h"

#include <algorithm>

namespace assay::extract {

bool is_initialism(std::string_view name) {
  const auto capitals = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return name.find_first_of(" &") == std::string_view::npos && capitals >= 2 && name.size() <= 6;
}

bool is_formal(std::string_view name) {
  for (const std::string_view word : {"Council", "Borough", "City of", "County of", "Corporation"})
    if (name.find(word) != std::string_view::npos) return true;
  return false;
}

bool opens_entry(std::string_view behind) {
  for (const std::string_view mark : {":", " |", " - ", " \u2013", " \u2014"})
    if (behind.starts_with(mark)) return true;
  return false;
}

std::vector<std::string> spellings(const std::vector<std::string>& names) {
  constexpr std::string_view kAnd = " and ";
  std::vector<std::string> all = names;
  for (const std::string& name : names)
    if (const std::size_t at = name.find(kAnd); at != std::string::npos)
      if (std::string with_sign = std::string(name).replace(at, kAnd.size(), " & ");
          std::find(all.begin(), all.end(), with_sign) == all.end())
        all.push_back(std::move(with_sign));
  return all;
}

}  // namespace assay::extract
