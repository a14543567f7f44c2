#include "client/waiting.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <system_error>

namespace assay::client {
namespace {

int milliseconds_until(Clock::time_point until) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
  return static_cast<int>(std::clamp(left, milliseconds(0), milliseconds(INT_MAX)).count());
}

}  // namespace

bool wait_for(int fd, short events, Clock::time_point until, const Interrupt* interrupt) {
  // Poll passes over descriptors below 0.
  std::array<pollfd, 2> entries = {pollfd{fd, events, 0},
                                   pollfd{interrupt != nullptr ? interrupt->fd() : -1, POLLIN, 0}};
  for (;;) {
    const int ready = ::poll(entries.data(), entries.size(), milliseconds_until(until));
    if (ready > 0 && entries[1].revents != 0) throw Interrupted();
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR)
      throw Error(ErrorKind::kConnect, "poll: " + std::generic_category().message(errno));
    if (ready == 0 && Clock::now() >= until) return false;
  }
}

}  // namespace assay::client
