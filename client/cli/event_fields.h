// The fields of a rating that an article tells.
#pragma once

#include <array>

#include "client/assay.h"
#include "client/cli/fields.h"

namespace assay::cli {

extern const std::array<Field<RatingEvent>, 10> kEventFields;

}  // namespace assay::cli
