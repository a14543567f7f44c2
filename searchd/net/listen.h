#pragma once

#include <string>

#include "searchd/net/server.h"

namespace assay::net {

// The inverse of parse_listen.
std::string to_string(const Listen& listen);

}  // namespace assay::net
