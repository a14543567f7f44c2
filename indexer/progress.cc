#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace assay::indexer {
namespace {

constexpr std::size_t kBarCells = 30;
constexpr std::size_t kNameColumns = 36;
constexpr std::chrono::milliseconds kBetweenDraws{50};
constexpr const char* kClearLine = "\r\033[K";

}  // namespace

Progress::Progress(std::size_t total, bool wanted)
    : total_(total), drawn_(wanted && ::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (drawn_) fmt::print(stderr, "{}", kClearLine);
}

void Progress::step(const std::string& what) {
  ++done_;
  if (!drawn_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kBetweenDraws && done_ != total_) return;
  last_ = now;
  const std::size_t cells = total_ == 0 ? kBarCells : kBarCells * done_ / total_;
  const std::string name =
      what.size() > kNameColumns ? "..." + what.substr(what.size() - kNameColumns + 3) : what;
  fmt::print(stderr, "{}[{:=<{}}{:<{}}] {}/{} {}", kClearLine, "", cells, "", kBarCells - cells, done_,
             total_, name);
  std::fflush(stderr);
}

}  // namespace assay::indexer
