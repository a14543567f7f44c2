// Text with marks, broken into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "client/assay.h"
#include "client/cli/screen.h"

namespace assay::cli {

// The text in lines of at most `screen.width` columns, each ended by a newline; a longer word has a line of
// its own. Runs of white space count as one space. What is marked is painted.
std::string wrap(const Screen& screen, std::string_view text, const std::vector<Mark>& marks = {});

}  // namespace assay::cli
