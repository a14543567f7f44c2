// A request that is refused for a reason of the service, not of the engine.
#pragma once

#include <stdexcept>
#include <string>

#include "assay/v1/status.pb.h"

namespace assay::searchd {

class Refusal : public std::runtime_error {
 public:
  Refusal(v1::Code why, const std::string& message) : std::runtime_error(message), code(why) {}
  v1::Code code;
};

}  // namespace assay::searchd
