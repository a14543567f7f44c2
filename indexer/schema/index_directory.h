// The index directory on disk:
//   XAPIANDB        a Xapian stub that names the live generation; replaced atomically
//   gen-000001/     a Xapian glass database
//   writer.lock     held (flock) by the one writer, whose process id it holds
// Since XAPIANDB is Xapian's own stub, Xapian's tools open the directory as they open a database.
#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>

namespace assay::schema {

// The directory is missing, no index, or in use. The message says which and what to do.
class DirectoryError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The file that names the live generation; another one takes its place whenever it names another.
std::filesystem::path stub_file(const std::filesystem::path& directory);

// The live generation's database folder. Throws DirectoryError when there is no index at `directory`.
std::filesystem::path live_generation(const std::filesystem::path& directory);

// The folder of a generation that no index has used yet. It is not created.
std::filesystem::path next_generation(const std::filesystem::path& directory);

// Makes `generation` the live one: all its files are on disk before the stub that names it is renamed over
// the old one. Throws std::system_error. The old one is live then, unless `is_live` was called, which comes
// right after the rename; what fails then is only the waiting until the rename is on disk.
void publish_generation(
    const std::filesystem::path& directory, const std::filesystem::path& generation,
    const std::function<void()>& is_live = [] {});

// Removes every generation that the stub does not name: what a writer that was killed left, and what was live
// before. Where the stub names none that is there, nothing is removed. For writers alone, under the lock.
void remove_abandoned_generations(const std::filesystem::path& directory);

// Waits until a file's content, or a folder's entries, are on disk. Throws std::system_error.
void sync(const std::filesystem::path& path);

// Gives what open(generation) gives for the live generation. A generation is removed once the stub names
// another, and Xapian takes some tables that are gone for empty ones; so the stub is read again afterwards,
// and what it does not name any more is opened anew. Throws DirectoryError and what `open` throws.
template <typename Open>
auto open_live_generation(const std::filesystem::path& directory, const Open& open) {
  for (std::filesystem::path live = live_generation(directory);;) {
    const std::filesystem::path tried = live;
    try {
      auto opened = open(tried);
      live = live_generation(directory);
      if (live == tried) return opened;
    } catch (...) {
      live = live_generation(directory);
      if (live == tried) throw;
    }
  }
}

bool has_index(const std::filesystem::path& directory);

// Whether the folder is an index or is just becoming one.
bool looks_like_index(const std::filesystem::path& directory);

// Whether a process holds the writer's lock.
bool is_being_written(const std::filesystem::path& directory);

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
