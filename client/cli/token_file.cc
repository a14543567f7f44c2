#include "client/cli/token_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include "client/assay.h"

namespace assay::cli {
namespace {

constexpr std::size_t kMaxBytes = 4096;

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw Error(ErrorKind::kInvalid, "the token file " + path + " " + why);
}

// Owns a file descriptor.
struct File {
  explicit File(const std::string& path) : fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~File() {
    if (fd >= 0) ::close(fd);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd;
};

}  // namespace

std::string read_token(const std::string& path) {
  const File file(path);
  struct stat status {};
  if (file.fd < 0 || ::fstat(file.fd, &status) != 0)
    refuse(path, "cannot be read: " + std::generic_category().message(errno));
  if (!S_ISREG(status.st_mode)) refuse(path, "is no file");
  if ((status.st_mode & 077) != 0)
    refuse(path, "is open to others than its owner; chmod 600 closes it, but the token may be known by now");
  std::array<char, kMaxBytes> bytes;
  const ssize_t got = ::read(file.fd, bytes.data(), bytes.size());
  if (got < 0) refuse(path, "cannot be read: " + std::generic_category().message(errno));
  const std::string text(bytes.data(), static_cast<std::size_t>(got));
  const std::string token = text.substr(0, text.find_first_of("\r\n"));
  if (token.empty()) refuse(path, "holds no token on its first line");
  return token;
}

}  // namespace assay::cli
