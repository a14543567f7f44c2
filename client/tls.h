// TLS over a socket.
#pragma once

#include "client/channel.h"

namespace assay::client {

// TLS 1.2 or newer. The daemon's certificate must be signed by one of `ca_file` (empty: of the system's
// store) and be that of endpoint.host. Throws Error: kInvalid for a file that holds no certificates,
// kConnect, which says what to do, when there is no such daemon by `until`.
std::unique_ptr<Channel> open_tls(const Endpoint& endpoint, const std::string& ca_file,
                                  Clock::time_point until);

}  // namespace assay::client
