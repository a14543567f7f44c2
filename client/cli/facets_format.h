// How facets writes its answer.
#pragma once

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

using FacetsFormat = Format<SearchReply>;

extern const FacetsFormat kFacetsText;
extern const FacetsFormat kFacetsTree;  // text, with values under those that they lie under
extern const FacetsFormat kFacetsJson;
extern const FacetsFormat kFacetsNdjson;
extern const FacetsFormat kFacetsCsv;
extern const FacetsFormat kFacetsTsv;

}  // namespace assay::cli
