#include "client/cli/lines.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace assay::cli {

std::optional<std::string> Lines::next() {
  for (;;) {
    if (const std::size_t end = buffer_.find('\n', begin_); end != std::string::npos) {
      std::string line = buffer_.substr(begin_, end - begin_);
      begin_ = end + 1;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return line;
    }
    buffer_.erase(0, std::exchange(begin_, 0));
    if (buffer_.size() > kMaxBytes)
      throw Error(ErrorKind::kInvalid, "batch: a line of more than a mebibyte is no request");
    if (read_more()) continue;
    if (buffer_.empty()) return std::nullopt;
    return std::exchange(buffer_, {});
  }
}

bool Lines::read_more() {
  std::array<pollfd, 2> waited = {{{fd_, POLLIN, 0}, {stop_.fd(), POLLIN, 0}}};
  while (::poll(waited.data(), waited.size(), -1) < 0)
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "cannot wait for requests");
  if (waited[1].revents != 0) return false;
  std::array<char, 1 << 16> bytes;
  const ssize_t got = ::read(fd_, bytes.data(), bytes.size());
  if (got < 0 && errno == EINTR) return true;
  if (got < 0) throw std::system_error(errno, std::generic_category(), "cannot read the requests");
  buffer_.append(bytes.data(), static_cast<std::size_t>(got));
  return got > 0;
}

}  // namespace assay::cli
