// How count writes its answer.
#pragma once

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

extern const Format<SearchReply> kCountText;  // the number
extern const Format<SearchReply> kCountJson;

}  // namespace assay::cli
