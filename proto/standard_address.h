// Where searchd listens and the client asks unless told otherwise.
#pragma once

#include <string>

namespace assay::proto {

// "unix:$XDG_RUNTIME_DIR/assay.sock", or "unix:/tmp/assay-UID.sock" where that variable is not set.
std::string standard_address();

}  // namespace assay::proto
