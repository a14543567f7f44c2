#include "client/cli/search_format.h"

#include <array>

namespace assay::cli {

std::span<const SearchFormat* const> search_formats() {
  static constexpr std::array kFormats = {&kSearchText, &kSearchJson, &kSearchNdjson, &kSearchCsv,
                                          &kSearchTsv,  &kSearchIds,  &kSearchIds0};
  return kFormats;
}

}  // namespace assay::cli
