// What another process of this machine has used so far.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>

namespace assay::bench {

struct ProcessUse {
  double cpu_seconds = 0;  // user and system
  std::uint64_t resident_kib = 0;
};

// Nothing where the system does not tell.
std::optional<ProcessUse> process_use(std::optional<pid_t> process);

}  // namespace assay::bench
