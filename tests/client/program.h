// Runs the program `assay` as a shell would.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace assay::tests {

struct Outcome {
  int exit = -1;  // -1: ended by a signal
  std::string out, err;
};

inline constexpr int kToFile = -1;  // standard output is collected
inline constexpr int kClosed = -2;  // there is no standard output

// `environment` is added to ours, from which all that the program looks at is taken out first.
// `output`: where its standard output goes, one of the above or a file descriptor.
Outcome run_program(const std::vector<std::string>& arguments,
                    const std::map<std::string, std::string>& environment = {}, int output = kToFile);

}  // namespace assay::tests
