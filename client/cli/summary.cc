#include "client/cli/summary.h"

#include <fmt/core.h>

namespace assay::cli {
namespace {

std::string time(std::chrono::microseconds elapsed) {
  const double ms = std::chrono::duration<double, std::milli>(elapsed).count();
  return ms < 1'000 ? fmt::format("{:.1f} ms", ms) : fmt::format("{:.2f} s", ms / 1'000);
}

}  // namespace

std::string summary(const SearchReply& reply, std::string_view which) {
  const std::string number = reply.total == 0 ? "No" : std::to_string(reply.total);
  return fmt::format("{} article{}{}{} ({})\n", number, reply.total == 1 ? "" : "s",
                     which.empty() ? "" : ", ", which, time(reply.elapsed));
}

}  // namespace assay::cli
