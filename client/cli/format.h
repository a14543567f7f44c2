// How a verb writes a reply.
#pragma once

#include <string>
#include <string_view>

#include "client/cli/remarks.h"
#include "client/cli/view.h"

namespace assay::cli {

// The names of the fields that --fields may choose from.
using FieldNames = std::vector<std::string_view> (*)();

template <typename Reply>
struct Format {
  std::string_view name;
  std::string (*print)(const Reply& reply, const View& view);
  Remarks shows = Remarks::kNone;
  FieldNames fields = nullptr;  // none: the flag is refused
};

}  // namespace assay::cli
