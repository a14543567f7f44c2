// Waiting for sockets and for time to pass.
#pragma once

#include <chrono>

#include "client/assay.h"

namespace assay::client {

using Clock = std::chrono::steady_clock;

// What ends a wait when its Interrupt is raised.
struct Interrupted {};

// Waits until the file descriptor is ready for `events` (of poll); false when `until` passes first. With -1
// for the descriptor, time passes and nothing else. Throws Interrupted, and Error(kConnect) when the system
// fails.
bool wait_for(int fd, short events, Clock::time_point until, const Interrupt* interrupt = nullptr);

}  // namespace assay::client
