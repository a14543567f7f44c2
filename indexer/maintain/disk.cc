#include "indexer/maintain/disk.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace assay::maintain {

namespace fs = std::filesystem;

namespace {

// The folder need not be there yet.
std::uint64_t available_to(const fs::path& folder) {
  fs::path there = fs::absolute(folder);
  while (!fs::exists(there) && there.has_relative_path()) there = there.parent_path();
  return fs::space(there).available;
}

}  // namespace

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

bool has_space(const fs::path& folder, std::uint64_t bytes, std::uint64_t min_free) {
  const std::uint64_t available = available_to(folder);
  return available >= min_free && available - min_free >= bytes;
}

void require_space(const fs::path& folder, std::uint64_t bytes, std::uint64_t min_free) {
  if (has_space(folder, bytes, min_free)) return;
  const std::string takes = bytes > 0 ? fmt::format("this takes up to {}, ", megabytes(bytes)) : "";
  throw NoSpace(
      fmt::format("no space: {} has {} free; {}{} are to stay free (--min-free); free some and run again; "
                  "the index is as of the last commit",
                  folder.string(), megabytes(available_to(folder)), takes, megabytes(min_free)));
}

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

Unfinished::~Unfinished() {
  std::error_code ignored;
  if (!kept_) fs::remove_all(path_, ignored);
}

}  // namespace assay::maintain
