#include "indexer/maintain/disk.h"

#include <fmt/format.h>

#include <system_error>

namespace assay::maintain {

namespace fs = std::filesystem;

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

void require_space(const fs::path& folder, std::uint64_t bytes) {
  const std::uint64_t available = fs::space(folder).available;
  if (available < bytes)
    throw std::system_error(
        std::make_error_code(std::errc::no_space_on_device),
        fmt::format("this takes up to {} in {}, which has {} to spare; nothing was changed", megabytes(bytes),
                    folder.string(), megabytes(available)));
}

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

Draft::~Draft() {
  std::error_code ignored;
  if (!kept_) fs::remove_all(path_, ignored);
}

}  // namespace assay::maintain
