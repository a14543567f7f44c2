// Room on disk, and files that are under way.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace assay::maintain {

// Of the files right in the folder.
std::uint64_t bytes_in(const std::filesystem::path& folder);

// Throws std::system_error (ENOSPC) that says how much is needed and how much there is, where the folder's
// disk has fewer than `bytes` to spare.
void require_space(const std::filesystem::path& folder, std::uint64_t bytes);

// "12.3 MB"
std::string megabytes(std::uint64_t bytes);

// A file or folder that is under way: removed with all it holds, unless it is kept. Makes nothing itself.
class Draft {
 public:
  explicit Draft(std::filesystem::path path) : path_(std::move(path)) {}
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  const std::filesystem::path path_;
  bool kept_ = false;
};

}  // namespace assay::maintain
