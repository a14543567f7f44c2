#include "usage/build.h"

#include <fmt/format.h>

#include "usage/build_info.h"  // made when building, by cmake/BuildInfo.cmake

namespace assay::usage {

std::string version_text(std::string_view program) {
  return fmt::format("{} {}\ncommit {}\nbuilt by {}, {}, with Xapian {} and protobuf {}", program,
                     ASSAY_VERSION, kCommit, kCompiler, kBuildType, kXapian, kProtobuf);
}

std::string_view version() { return ASSAY_VERSION; }
std::string_view build_date() { return kDate; }

}  // namespace assay::usage
