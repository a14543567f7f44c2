#include "bench/load/process_use.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace assay::bench {
namespace {

// Fields of /proc/PID/stat, counted from 1 as proc(5) does.
constexpr int kFirstBehindName = 3, kUserTicks = 14, kResidentPages = 24;

}  // namespace

std::optional<ProcessUse> process_use(std::optional<pid_t> process) {
  if (!process) return std::nullopt;
  std::ifstream in("/proc/" + std::to_string(*process) + "/stat");
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  const std::size_t name_end = all.rfind(')');
  if (name_end == std::string::npos) return std::nullopt;
  std::istringstream fields(all.substr(name_end + 1));
  std::string skipped;
  int at = kFirstBehindName;
  for (; at < kUserTicks; ++at) fields >> skipped;
  std::uint64_t user = 0, system = 0, pages = 0;
  fields >> user >> system;
  for (at += 2; at < kResidentPages; ++at) fields >> skipped;
  fields >> pages;
  const auto ticks_a_second = static_cast<double>(::sysconf(_SC_CLK_TCK));
  const auto page_kib = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 1024;
  return ProcessUse{static_cast<double>(user + system) / ticks_a_second, pages * page_kib};
}

}  // namespace assay::bench
