#pragma once

#include <string>

namespace assay::searchd {

// The text of a file that nobody but its owner may read. Throws std::invalid_argument, with a sentence for
// the user, when others may, when it cannot be read or when it is over 1 MiB.
std::string secret_text(const std::string& file);

}  // namespace assay::searchd
