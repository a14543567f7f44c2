// Bytes in order, from a file, a pipe, memory or another input that is unpacked on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace assay::read {

// Not thread-safe.
class Input {
 public:
  virtual ~Input() = default;
  // Fills in up to `size` (over 0) bytes and says how many; 0 only at the end. Throws ReadError.
  virtual std::size_t read(char* into, std::size_t size) = 0;
  // How many bytes there are in all, where that is known beforehand.
  virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
};

// A regular file, or standard input for "-". Throws ReadError, also for what is no file; never waits for
// the other end of a named pipe.
std::unique_ptr<Input> open_file(const std::filesystem::path& path);

// The bytes are not copied and must outlive the input.
std::unique_ptr<Input> open_memory(std::string_view bytes);

// Looks ahead and reads by lines. Holds as much as was asked for at once and 64 KiB.
class BufferedInput final : public Input {
 public:
  explicit BufferedInput(std::unique_ptr<Input> input) : input_(std::move(input)) {}

  std::size_t read(char* into, std::size_t size) override;
  std::optional<std::uint64_t> size() const override { return input_->size(); }

  // The next bytes, which stay: `want` of them, fewer only before the end. Valid until the next call.
  std::string_view peek(std::size_t want);
  // Leaves out up to `count` bytes; says how many there were.
  std::uint64_t skip(std::uint64_t count);

  enum class Line { kEnd, kRead, kTooLong };
  // The next line without its "\n" or "\r\n". One over `limit` bytes is left out.
  Line read_line(std::string& line, std::size_t limit);

  // Everything that is left. Throws ReadError if that is over `limit` bytes.
  std::string read_all(std::size_t limit);

 private:
  bool fill();  // gets more bytes behind those in hand; false at the end
  std::string_view in_hand() const { return std::string_view(buffer_).substr(begin_); }

  std::unique_ptr<Input> input_;
  std::string buffer_;
  std::size_t begin_ = 0;  // what is before it in the buffer has been read
  bool ended_ = false;
};

}  // namespace assay::read
