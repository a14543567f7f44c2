#include "client/cli/summary.h"

#include <fmt/core.h>

#include "client/cli/screen.h"

namespace assay::cli {
namespace {

std::string time(std::chrono::microseconds elapsed) {
  const double ms = std::chrono::duration<double, std::milli>(elapsed).count();
  return ms < 1'000 ? fmt::format("{:.1f} ms", ms) : fmt::format("{:.2f} s", ms / 1'000);
}

}  // namespace

std::string total_text(std::uint64_t total, bool counts_groups) {
  const char* plural = total == 1 ? "" : "s";
  return fmt::format("{} article{}", total == 0 ? "No" : std::to_string(total), plural) +
         (counts_groups ? fmt::format(" or group{} of copies", plural) : "");
}

std::string summary(const SearchReply& reply, std::string_view which) {
  std::string text = fmt::format("{}{}{} ({})\n", total_text(reply.total, reply.counts_groups),
                                 which.empty() ? "" : ", ", which, time(reply.elapsed));
  if (!reply.suggestion.empty()) text += fmt::format("did you mean: {}\n", printable(reply.suggestion));
  return text;
}

}  // namespace assay::cli
