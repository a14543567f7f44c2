// The limits of the protocol, each defined here once; searchd announces them in HelloReply.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace assay::proto {

inline constexpr std::uint32_t kProtocolVersion = 1;

inline constexpr std::size_t kMaxRequestBytes = 256 * 1024;
inline constexpr std::size_t kMaxReplyBytes = 64 * 1024 * 1024;

inline constexpr std::uint32_t kMaxInFlight = 64;  // requests of one connection that await their answer
inline constexpr std::uint32_t kMaxHits = 1000;    // hits of one answer
inline constexpr std::uint32_t kMaxOffset = 1'000'000;

inline constexpr std::chrono::milliseconds kDefaultDeadline{2'000};
inline constexpr std::chrono::milliseconds kMaxDeadline{30'000};

}  // namespace assay::proto
