// Bytes as people write them.
#pragma once

#include <string>
#include <string_view>

namespace assay::tests {

// "00 0c 48" or "000c48" -> bytes. Throws std::invalid_argument for anything else.
std::string from_hex(std::string_view hex);

// Bytes -> "00 0c 48".
std::string to_hex(std::string_view bytes);

}  // namespace assay::tests
