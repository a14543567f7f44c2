// The part of a request's life that a thread of the pool does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "searchd/net/server.h"
#include "searchd/stop.h"

namespace assay::net {

// A request that waits for a thread. It waits as the bytes that came, because a hostile request is some 36
// times as large when it is parsed.
struct Admitted {
  std::uint64_t id = 0;
  std::string payload;  // holds an Envelope
  Stop stop;
  v1::Scope scope = v1::SCOPE_NONE;
};

// The request that brings the part behind an answer, likewise as bytes.
struct NextPart {
  std::string payload;
  Continuation::After after = Continuation::After::kCredit;
};

struct Answered {
  std::string frame;  // empty: there is nothing to send, for now
  std::optional<NextPart> next{};
};

// Answers `request`. The handler is not called when its time is over already. What the handler throws, and a
// reply over kMaxReplyBytes, becomes a Status. Thread-safe.
Answered answer(const Handler& handler, const Admitted& request) noexcept;

}  // namespace assay::net
