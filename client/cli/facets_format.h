// How facets writes its answer.
#pragma once

#include <string>
#include <string_view>

#include "client/assay.h"
#include "client/cli/screen.h"

namespace assay::cli {

struct FacetsFormat {
  std::string_view name;
  bool carries_notes;  // otherwise they go to standard error
  std::string (*print)(const SearchReply& reply, const Screen& screen);
};

extern const FacetsFormat kFacetsText;
extern const FacetsFormat kFacetsJson;
extern const FacetsFormat kFacetsCsv;
extern const FacetsFormat kFacetsTsv;

}  // namespace assay::cli
