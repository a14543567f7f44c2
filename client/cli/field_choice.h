// What --fields and --format-version may say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/cli/format.h"

namespace assay::cli {

// Throws Error(kInvalid) unless it is empty or the version that is written.
void require_version(const std::string& version);

// Throws Error(kInvalid) unless `known`, those of the format, has all of `names`.
void require_fields(const std::vector<std::string>& names, std::string_view format, FieldNames known);

}  // namespace assay::cli
