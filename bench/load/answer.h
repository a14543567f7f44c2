// What a measurement needs of an answer, without making a message of it: that would cost as much as many a
// search.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "assay/v1/status.pb.h"

namespace assay::bench {

struct Answer {
  std::uint64_t id = 0;  // 0: about the connection
  v1::Code code = v1::CODE_OK;
  std::chrono::milliseconds retry_after{0};  // what the daemon asks to wait; 0: nothing of the kind
};

// Reads the payload of a frame. Throws proto::FramingError when it is no Envelope.
Answer read_answer(std::string_view payload);

}  // namespace assay::bench
