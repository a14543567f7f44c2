// Runs the indexer with faults between it and the disk: disk_faults.cc, preloaded.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/process.h"

namespace assay::tests {

struct Fault {
  long at = 0;        // the call that changes the disk, from 1
  std::string how;    // as ASSAY_FAULT_HOW; empty: none
  bool once = false;  // only that call fails
  long after_us = 0;  // killed after so many microseconds; 0: not so
};

// `folder` is what the faults are in. Standard output and error as of any run.
Finished run_with(const Fault& fault, const std::filesystem::path& folder,
                  const std::vector<std::string>& arguments);

// How many calls change the disk in a run that nothing disturbs; the run must end with 0.
long count_calls(const std::filesystem::path& folder, const std::vector<std::string>& arguments);

// The environment of a program whose disk has as many bytes to spare as the file says.
Environment disk_with(const std::filesystem::path& free_bytes);

// The environment of a program for which the folder is on a disk that is full as long as the file is there.
Environment disk_that_is_full(const std::filesystem::path& folder, const std::filesystem::path& as_long_as);

// The number of an environment variable, or `otherwise`.
long long_form(const char* variable, long otherwise);

// `count` calls of 1 to `calls`, spread evenly with the first and the last; all, where there are fewer.
std::vector<long> spread(long calls, long count);

}  // namespace assay::tests
