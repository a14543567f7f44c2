// The order that --sort asks for.
#pragma once

#include <string_view>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// KEY[,KEY], each with a "-" in front for the descending order; newest and oldest are orders of date. Which
// keys there are is for the daemon to say. Throws Error(kInvalid).
std::vector<SortKey> parse_sort_keys(std::string_view text);

}  // namespace assay::cli
