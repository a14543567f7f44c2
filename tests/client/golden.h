#pragma once

#include <string>

namespace assay::tests {

// Expects `text` to be what golden/NAME holds. With ASSAY_UPDATE_GOLDEN set in the environment, writes it
// there instead.
void expect_golden(const std::string& name, const std::string& text);

}  // namespace assay::tests
