#include "searchd/secret_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace assay::searchd {
namespace {

constexpr std::size_t kMaxSize = 1024 * 1024;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int operator*() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
  throw std::invalid_argument("cannot use the file " + file + ": " + why);
}

// systemd lets a service read its credentials by an access list, of which a file's mode shows the mask as
// what the group may do.
mode_t forbidden_bits(const std::string& file) {
  const char* const credentials = std::getenv("CREDENTIALS_DIRECTORY");
  const bool is_credential = credentials != nullptr && file.starts_with(std::string(credentials) + "/");
  return is_credential ? 037 : 077;
}

}  // namespace

std::string secret_text(const std::string& file) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat found {};
  if (*opened < 0 || ::fstat(*opened, &found) != 0) refuse(file, std::strerror(errno));
  if (!S_ISREG(found.st_mode)) refuse(file, "it is no regular file");
  if ((found.st_mode & forbidden_bits(file)) != 0)
    refuse(file, "others than its owner may use it; run chmod 600 on it");
  std::string text;
  std::array<char, 4096> piece;
  for (;;) {
    const ssize_t size = ::read(*opened, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) refuse(file, std::strerror(errno));
    if (size == 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(size));
    if (text.size() > kMaxSize) refuse(file, "it is over 1 MiB");
  }
}

}  // namespace assay::searchd
