// How a verb writes a reply.
#pragma once

#include <string>
#include <string_view>

#include "client/cli/remarks.h"
#include "client/cli/screen.h"

namespace assay::cli {

template <typename Reply>
struct Format {
  std::string_view name;
  std::string (*print)(const Reply& reply, const Screen& screen);
  Remarks shows = Remarks::kNone;
};

}  // namespace assay::cli
