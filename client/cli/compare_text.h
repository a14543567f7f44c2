// Councils side by side, for people.
#pragma once

#include <string>

#include "client/assay.h"
#include "client/cli/screen.h"

namespace assay::cli {

// A column a council.
std::string compare_text(const Comparison& comparison, const Screen& screen);

}  // namespace assay::cli
