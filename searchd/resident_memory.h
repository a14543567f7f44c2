#pragma once

#include <cstdint>

namespace assay::searchd {

// Bytes of this process that lie in memory, or 0 where the system does not tell.
std::uint64_t resident_memory();

}  // namespace assay::searchd
