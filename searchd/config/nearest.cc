#include "searchd/config/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace assay::config {
namespace {

constexpr std::size_t kMaxLength = 64;  // longer names are near to nothing

char folded(char c) {
  if (c == '-') return '_';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Letters to insert, leave out or change.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (folded(a[i]) == folded(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view written, std::span<const std::string> known) {
  if (written.size() > kMaxLength) return "";
  std::string best;
  std::size_t least = 2 + written.size() / 3;
  for (const std::string& name : known)
    if (const std::size_t found = distance(written, name); found < least) {
      least = found;
      best = name;
    }
  return best;
}

}  // namespace assay::config
