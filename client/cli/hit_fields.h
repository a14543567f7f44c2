// The fields of a hit.
#pragma once

#include <array>

#include "client/assay.h"
#include "client/cli/fields.h"

namespace assay::cli {

extern const std::array<Field<Hit>, 15> kHitFields;

std::vector<std::string_view> hit_field_names();

// Asks for hits without what none of these fields shows, so that they come sooner.
void ask_for_fields(const std::vector<std::string>& fields, SearchRequest& request);

}  // namespace assay::cli
