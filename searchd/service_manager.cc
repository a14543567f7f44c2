#include "searchd/service_manager.h"

#include <systemd/sd-daemon.h>

#include <algorithm>
#include <numeric>
#include <system_error>

namespace assay::searchd {
namespace {

constexpr int kKeepEnvironment = 0;
constexpr int kForgetEnvironment = 1;

// A status is one line; a second one would be read as another assignment.
std::string status_line(std::string status) {
  std::replace(status.begin(), status.end(), '\n', ' ');
  return "STATUS=" + status;
}

// Nobody can do anything about a failure.
void notify(const std::string& state) { ::sd_notify(kKeepEnvironment, state.c_str()); }

}  // namespace

void notify_ready(const std::string& status) { notify("READY=1\n" + status_line(status)); }
void notify_reloading() { notify("RELOADING=1"); }
void notify_stopping(const std::string& status) { notify("STOPPING=1\n" + status_line(status)); }

std::vector<int> inherited_sockets() {
  const int count = ::sd_listen_fds(kForgetEnvironment);
  if (count < 0)
    throw std::system_error(-count, std::generic_category(), "cannot take over systemd's sockets");
  std::vector<int> sockets(static_cast<std::size_t>(count));
  std::iota(sockets.begin(), sockets.end(), SD_LISTEN_FDS_START);
  return sockets;
}

}  // namespace assay::searchd
