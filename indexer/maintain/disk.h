// Room on disk, and files that are under way.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace assay::maintain {

// Of the files right in the folder.
std::uint64_t bytes_in(const std::filesystem::path& folder);

// What has to stay free on a disk unless the user says otherwise: more than a usual commit takes.
inline constexpr std::uint64_t kMinFree = 256U << 20U;

// The message says where, how much is needed and how much there is, and what to do.
class NoSpace : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Whether the disk of the folder, which need not be there yet, has `bytes` to spare beyond `min_free`. Throws
// std::system_error where it cannot be told.
bool has_space(const std::filesystem::path& folder, std::uint64_t bytes, std::uint64_t min_free);

// Throws NoSpace where it has not.
void require_space(const std::filesystem::path& folder, std::uint64_t bytes, std::uint64_t min_free);

// "12.3 MB"
std::string megabytes(std::uint64_t bytes);

// A file or folder that is under way: removed with all it holds, unless it is kept. Makes nothing itself.
class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path path) : path_(std::move(path)) {}
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  const std::filesystem::path path_;
  bool kept_ = false;
};

}  // namespace assay::maintain
