#include "client/cli/sort_keys.h"

#include <algorithm>
#include <string>

namespace assay::cli {
namespace {

constexpr std::size_t kMaxKeys = 2;

SortKey key_of(std::string_view text) {
  if (text == "newest") return {"date", true};
  if (text == "oldest") return {"date", false};
  const bool descending = text.starts_with('-');
  return {std::string(text.substr(descending ? 1 : 0)), descending};
}

}  // namespace

std::vector<SortKey> parse_sort_keys(std::string_view text) {
  std::vector<SortKey> keys;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    keys.push_back(key_of(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  if (keys.size() > kMaxKeys || std::ranges::find(keys, "", &SortKey::field) != keys.end())
    throw Error(ErrorKind::kInvalid,
                "--sort: one key or two with a comma between are wanted, not \"" + std::string(text) + "\"");
  return keys;
}

}  // namespace assay::cli
