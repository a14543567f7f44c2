#include "indexer/read/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

constexpr std::size_t kChunkBytes = 64 * 1024;

std::string system_reason() { return std::generic_category().message(errno); }

class FileInput final : public Input {
 public:
  // Closes the descriptor at the end unless it is standard input's.
  explicit FileInput(int fd) : fd_(fd) {}
  ~FileInput() override {
    if (fd_ != STDIN_FILENO) ::close(fd_);
  }
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;

  // Throws ReadError unless the descriptor is that of a regular file.
  void require_file() {
    struct stat status {};
    if (::fstat(fd_, &status) != 0) throw ReadError("cannot be read: " + system_reason());
    if (S_ISDIR(status.st_mode)) throw ReadError("is a folder, not a file");
    if (S_ISFIFO(status.st_mode)) throw ReadError("is a named pipe, not a file");
    if (!S_ISREG(status.st_mode)) throw ReadError("is a device, not a file");
    size_ = static_cast<std::uint64_t>(status.st_size);
  }

  std::size_t read(char* into, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(fd_, into, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw ReadError("cannot be read: " + system_reason());
    }
  }
  std::optional<std::uint64_t> size() const override { return size_; }

 private:
  int fd_;
  std::optional<std::uint64_t> size_;
};

class MemoryInput final : public Input {
 public:
  explicit MemoryInput(std::string_view bytes) : bytes_(bytes), size_(bytes.size()) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = bytes_.copy(into, size);
    bytes_.remove_prefix(count);
    return count;
  }
  std::optional<std::uint64_t> size() const override { return size_; }

 private:
  std::string_view bytes_;  // what is left
  std::size_t size_;
};

}  // namespace

std::unique_ptr<Input> open_file(const std::filesystem::path& path) {
  if (path == "-") return std::make_unique<FileInput>(STDIN_FILENO);
  // O_NONBLOCK: opening a named pipe that nobody writes to would wait for ever.
  const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) throw ReadError("cannot be opened: " + system_reason());
  auto file = std::make_unique<FileInput>(fd);
  file->require_file();
  return file;
}

std::unique_ptr<Input> open_memory(std::string_view bytes) { return std::make_unique<MemoryInput>(bytes); }

bool BufferedInput::fill() {
  if (ended_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t held = buffer_.size();
  buffer_.resize(held + kChunkBytes);
  std::size_t got = 0;
  try {
    got = input_->read(buffer_.data() + held, kChunkBytes);
  } catch (...) {
    buffer_.resize(held);
    throw;
  }
  buffer_.resize(held + got);
  ended_ = got == 0;
  return !ended_;
}

std::size_t BufferedInput::read(char* into, std::size_t size) {
  if (in_hand().empty() && !fill()) return 0;
  const std::size_t count = in_hand().copy(into, size);
  begin_ += count;
  return count;
}

std::string_view BufferedInput::peek(std::size_t want) {
  while (in_hand().size() < want && fill()) {
  }
  return in_hand().substr(0, want);
}

std::uint64_t BufferedInput::skip(std::uint64_t count) {
  std::uint64_t skipped = 0;
  while (skipped < count && (!in_hand().empty() || fill())) {
    const std::uint64_t step = std::min<std::uint64_t>(count - skipped, in_hand().size());
    begin_ += step;
    skipped += step;
  }
  return skipped;
}

BufferedInput::Line BufferedInput::read_line(std::string& line, std::size_t limit) {
  line.clear();
  if (in_hand().empty() && !fill()) return Line::kEnd;
  bool fits = true, ended = false;
  while (!ended && (!in_hand().empty() || fill())) {
    const std::size_t end = in_hand().find('\n');
    ended = end != std::string_view::npos;
    const std::string_view part = in_hand().substr(0, end);
    fits = fits && line.size() + part.size() <= limit;
    if (fits)
      line += part;
    else
      line.clear();
    begin_ += part.size() + (ended ? 1 : 0);
  }
  if (line.ends_with('\r')) line.pop_back();
  return fits ? Line::kRead : Line::kTooLong;
}

std::string BufferedInput::read_all(std::size_t limit) {
  const auto mib = [](std::uint64_t bytes) { return static_cast<double>(bytes) / (1024 * 1024); };
  if (size().value_or(0) > limit)
    throw ReadError(fmt::format("has {:.1f} MiB; an article may have {:.3g} MiB", mib(*size()), mib(limit)));
  std::string all(in_hand());
  begin_ = buffer_.size();
  while (fill()) {
    all += in_hand();
    begin_ = buffer_.size();
    if (all.size() > limit)
      throw ReadError(fmt::format("has over {0:.3g} MiB; an article may have {0:.3g} MiB", mib(limit)));
  }
  return all;
}

}  // namespace assay::read
