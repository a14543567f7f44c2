// The index directory on disk:
//   XAPIANDB        a Xapian stub that names the live generation; replaced atomically
//   gen-000001/     a Xapian glass database
//   writer.lock     held (flock) by the one writer, whose process id it holds
// Since XAPIANDB is Xapian's own stub, Xapian's tools open the directory as they open a database.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace assay::schema {

// The directory is missing, no index, or in use. The message says which and what to do.
class DirectoryError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The live generation's database folder. Throws DirectoryError when there is no index at `directory`.
std::filesystem::path live_generation(const std::filesystem::path& directory);

// The folder of a generation that no index has used yet. It is not created.
std::filesystem::path next_generation(const std::filesystem::path& directory);

// Makes `generation` the live one: synced, then renamed over the old stub.
void publish_generation(const std::filesystem::path& directory, const std::filesystem::path& generation);

bool has_index(const std::filesystem::path& directory);

// Whether the folder is an index or is just becoming one.
bool looks_like_index(const std::filesystem::path& directory);

// Holds the directory's writer lock for as long as it lives; makes the directory if needed.
// Throws DirectoryError naming the process that holds it. The lock dies with its process.
class WriterLock {
 public:
  explicit WriterLock(const std::filesystem::path& directory);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace assay::schema
