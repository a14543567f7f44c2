// Envelopes that say how a request failed.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "assay/v1/envelope.pb.h"

namespace assay::net {

// A Status that answers the request `id`; id 0: the connection.
v1::Envelope failure(std::uint64_t id, v1::Code code, const std::string& message);

// What a request or its sender had too much of.
struct Excess {
  std::string name;  // of the limit, as PROTOCOL.md lists it
  std::uint64_t limit = 0;
  std::uint64_t actual = 0;
};

// RESOURCE_EXHAUSTED for good: trying again does not help.
v1::Envelope too_large(std::uint64_t id, const Excess& excess);

// RESOURCE_EXHAUSTED for now: the peer may try again after `retry_after`.
v1::Envelope too_many(std::uint64_t id, const Excess& excess, std::chrono::milliseconds retry_after);

}  // namespace assay::net
