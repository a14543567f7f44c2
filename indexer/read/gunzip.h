// gzip -> what it holds, member after member.
#pragma once

#include <memory>

#include "indexer/read/input.h"

namespace assay::read {

// Reading throws ReadError for broken or torn data, and for data that unpack to so much more than they are
// that they were made to.
std::unique_ptr<Input> open_gzip(std::unique_ptr<Input> packed);

// The same for a body of HTTP marked "deflate", with or without the header of zlib.
std::unique_ptr<Input> open_deflate(std::unique_ptr<Input> packed);

}  // namespace assay::read
