// Looking ahead in a sorted list.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace assay::snapshot {

// The first place from `at` on whose document is not before `document`; the list's size where there is none.
// Leaps double, so a long list costs little where few documents are looked for.
inline std::size_t leap_to(const std::vector<Xapian::docid>& documents, std::size_t at,
                           Xapian::docid document) {
  std::size_t leap = 1, low = at;
  while (low + leap < documents.size() && documents[low + leap] < document) {
    low += leap;
    leap *= 2;
  }
  const std::size_t high = std::min(low + leap + 1, documents.size());
  const auto begin = documents.begin();
  return static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                                   begin + static_cast<std::ptrdiff_t>(high), document) -
                                  begin);
}

}  // namespace assay::snapshot
