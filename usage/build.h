// Which build this is.
#pragma once

#include <string>
#include <string_view>

namespace assay::usage {

// "NAME 0.1.0" and, a line each, the commit and what it was built by and with; without an end of the last line.
std::string version_text(std::string_view program);

// "0.1.0", and the day of the commit or the release that was built, as YYYY-MM-DD.
std::string_view version();
std::string_view build_date();

}  // namespace assay::usage
