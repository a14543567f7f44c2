#include "tests/faults/faulty.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

std::vector<std::string> command(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ASSAY_INDEXER);
  return arguments;
}

}  // namespace

Finished run_with(const Fault& fault, const std::filesystem::path& folder,
                  const std::vector<std::string>& arguments) {
  Environment environment = {{"LD_PRELOAD", ASSAY_DISK_FAULTS},
                             {"ASSAY_FAULT_FOLDER", folder.string()},
                             {"ASSAY_FAULT_AT", std::to_string(fault.at)},
                             {"ASSAY_FAULT_HOW", fault.how}};
  if (fault.after_us > 0) environment["ASSAY_FAULT_AFTER"] = std::to_string(fault.after_us);
  if (fault.once) environment["ASSAY_FAULT_ONCE"] = "1";
  return run(command(arguments), environment);
}

long count_calls(const std::filesystem::path& folder, const std::vector<std::string>& arguments) {
  const TempFolder own;
  const std::filesystem::path file = own.path() / "calls";
  const Finished finished = run(command(arguments), {{"LD_PRELOAD", ASSAY_DISK_FAULTS},
                                                     {"ASSAY_FAULT_FOLDER", folder.string()},
                                                     {"ASSAY_FAULT_COUNT", file.string()}});
  if (finished.exit_code != 0) throw std::runtime_error("the undisturbed run failed: " + finished.err);
  long calls = 0;
  std::ifstream(file) >> calls;
  return calls;
}

Environment disk_with(const std::filesystem::path& free_bytes) {
  return {{"LD_PRELOAD", ASSAY_DISK_FAULTS}, {"ASSAY_FAULT_FREE", free_bytes.string()}};
}

Environment disk_that_is_full(const std::filesystem::path& folder, const std::filesystem::path& as_long_as) {
  return {{"LD_PRELOAD", ASSAY_DISK_FAULTS},
          {"ASSAY_FAULT_FOLDER", folder.string()},
          {"ASSAY_FAULT_HOW", "ENOSPC"},
          {"ASSAY_FAULT_WHILE", as_long_as.string()}};
}

long long_form(const char* variable, long otherwise) {
  const char* const value = std::getenv(variable);
  return value != nullptr ? std::atol(value) : otherwise;
}

std::vector<long> spread(long calls, long count) {
  std::vector<long> points;
  count = std::clamp(count, 1L, std::max(calls, 1L));
  for (long i = 0; i < count; ++i) points.push_back(count == 1 ? 1 : 1 + i * (calls - 1) / (count - 1));
  return points;
}

}  // namespace assay::tests
