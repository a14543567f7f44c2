// The file that a token is kept in.
#pragma once

#include <string>

namespace assay::cli {

// The first line of the file. Throws Error(kInvalid) for a file that is not there, that anybody but its owner
// may read or write, or that has nothing on its first line.
std::string read_token(const std::string& path);

}  // namespace assay::cli
