#include "client/cli/sort_keys.h"

#include <algorithm>
#include <string>

namespace assay::cli {
namespace {

constexpr std::size_t kMaxKeys = 2;

}  // namespace

std::vector<SortKey> parse_sort_keys(std::string_view text) {
  std::vector<SortKey> keys;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const bool descending = begin < end && text[begin] == '-';
    keys.push_back({std::string(text.substr(begin, end - begin).substr(descending ? 1 : 0)), descending});
    begin = end + 1;
  }
  if (keys.size() > kMaxKeys || std::ranges::find(keys, "", &SortKey::field) != keys.end())
    throw Error(ErrorKind::kInvalid,
                "--sort: one key or two with a comma between are wanted, not \"" + std::string(text) + "\"");
  return keys;
}

}  // namespace assay::cli
