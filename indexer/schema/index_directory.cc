#include "indexer/schema/index_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace assay::schema {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStubName = "XAPIANDB";
constexpr const char* kNewStubName = "XAPIANDB.new";
constexpr const char* kLockName = "writer.lock";
constexpr std::string_view kStubLine = "auto ";  // "auto FOLDER", relative to the stub
constexpr std::string_view kGenerationPrefix = "gen-";

[[noreturn]] void fail(const std::string& what, const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), what + " " + path.string());
}

// At the file's beginning. False, with errno set: not all of it could be written.
bool write_whole(int fd, std::string_view content) {
  for (std::size_t at = 0; at < content.size();) {
    const ssize_t written = ::pwrite(fd, content.data() + at, content.size() - at, static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    at += static_cast<std::size_t>(written);  // a disk that becomes full takes a part first
  }
  return true;
}

// Writes the whole file and waits until it is on disk.
void write_synced(const fs::path& path, const std::string& content) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) fail("cannot write", path);
  const bool synced = write_whole(fd, content) && ::fsync(fd) == 0;
  const int error = errno;
  ::close(fd);
  errno = error;
  if (!synced) fail("cannot write", path);
}

// The generation that the stub names; empty for a stub that names none.
std::string named_generation(const std::string& stub_line) {
  if (!stub_line.starts_with(kStubLine)) return {};
  std::string name = stub_line.substr(kStubLine.size());
  return name.starts_with(kGenerationPrefix) ? name : std::string();
}

std::string stub_line(const fs::path& directory) {
  std::ifstream stub(directory / kStubName);
  if (!stub && errno != ENOENT) fail("cannot open", directory / kStubName);
  std::string line;
  std::getline(stub, line);
  return line;
}

int generation_number(const std::string& name) {
  int number = 0;
  if (std::sscanf(name.c_str(), "gen-%d", &number) != 1) return 0;
  return number;
}

}  // namespace

void sync(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail("cannot open", path);
  const bool synced = ::fsync(fd) == 0 || errno == EINVAL;  // some file systems cannot sync a folder
  const int error = errno;
  ::close(fd);
  errno = error;
  if (!synced) fail("cannot write", path);
}

fs::path stub_file(const fs::path& directory) { return directory / kStubName; }

bool has_index(const fs::path& directory) { return fs::exists(stub_file(directory)); }

bool looks_like_index(const fs::path& directory) {
  return has_index(directory) || fs::exists(directory / kLockName);
}

fs::path live_generation(const fs::path& directory) {
  const std::string line = stub_line(directory);
  if (line.empty()) {
    if (!fs::exists(directory)) throw DirectoryError("there is no folder " + directory.string());
    throw DirectoryError(directory.string() +
                         " holds no assay index; make one with assay-indexer build --index " +
                         directory.string() + " PATH...");
  }
  const std::string name = named_generation(line);
  if (name.empty())
    throw DirectoryError((directory / kStubName).string() + " does not name a generation of an assay index");
  return directory / name;
}

fs::path next_generation(const fs::path& directory) {
  int last = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory))
    last = std::max(last, generation_number(entry.path().filename().string()));
  char name[32];
  std::snprintf(name, sizeof name, "gen-%06d", last + 1);
  return directory / name;
}

void publish_generation(const fs::path& directory, const fs::path& generation,
                        const std::function<void()>& is_live) {
  for (const fs::directory_entry& entry : fs::directory_iterator(generation))
    if (entry.is_regular_file()) sync(entry.path());
  sync(generation);
  sync(directory);
  const fs::path fresh = directory / kNewStubName;
  write_synced(fresh, std::string(kStubLine) + generation.filename().string() + "\n");
  fs::rename(fresh, directory / kStubName);
  is_live();
  sync(directory);
}

void remove_abandoned_generations(const fs::path& directory) {
  const std::string live = named_generation(stub_line(directory));
  if (has_index(directory) && (live.empty() || !fs::exists(directory / live))) return;
  std::vector<fs::path> abandoned;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kGenerationPrefix) && name != live) abandoned.push_back(entry.path());
  }
  for (const fs::path& generation : abandoned) fs::remove_all(generation);
  fs::remove(directory / kNewStubName);
}

bool is_being_written(const fs::path& directory) {
  const int fd = ::open((directory / kLockName).c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool is_held = ::flock(fd, LOCK_SH | LOCK_NB) != 0;
  ::close(fd);
  return is_held;
}

WriterLock::WriterLock(const fs::path& directory) {
  fs::create_directories(directory);
  const fs::path path = directory / kLockName;
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd_ < 0) fail("cannot open", path);
  char owner[32] = {};
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) {
      const int error = errno;
      ::close(fd_);
      throw std::system_error(error, std::generic_category(), "cannot lock " + path.string());
    }
    const ssize_t length = ::read(fd_, owner, sizeof owner - 1);
    ::close(fd_);
    throw DirectoryError("the index " + directory.string() + " is being written by process " +
                         (length > 0 ? std::string(owner) : "unknown") + "; wait for it or stop it");
  }
  // Over what is there, and only then shorter: so it needs no room, and a full disk bears it.
  const int length = std::snprintf(owner, sizeof owner, "%d", ::getpid());
  if (!write_whole(fd_, {owner, static_cast<std::size_t>(length)}) || ::ftruncate(fd_, length) != 0) {
    const int error = errno;
    ::close(fd_);
    throw std::system_error(error, std::generic_category(), "cannot write " + path.string());
  }
}

WriterLock::~WriterLock() { ::close(fd_); }

}  // namespace assay::schema
