// What searchd tells systemd, and gets from it. Without systemd all of it does nothing.
#pragma once

#include <string>
#include <vector>

namespace assay::searchd {

// Thread-safe.
void notify_ready(const std::string& status);
void notify_reloading();  // notify_ready ends it
void notify_stopping(const std::string& status);

// The listening sockets that systemd opened for us, in the order of the unit's lines; the caller owns them.
// To be called once, before there are other threads: the environment forgets them. Throws std::system_error.
std::vector<int> inherited_sockets();

}  // namespace assay::searchd
