#include "client/cli/field_choice.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "client/assay.h"
#include "client/cli/json.h"
#include "client/cli/nearest.h"

namespace assay::cli {

void require_version(const std::string& version) {
  if (!version.empty() && version != std::to_string(kJsonFormatVersion))
    throw Error(ErrorKind::kInvalid, fmt::format("--format-version: this assay writes version {}, not \"{}\"",
                                                 kJsonFormatVersion, version));
}

void require_fields(const std::vector<std::string>& names, std::string_view format, FieldNames known) {
  if (known == nullptr)
    throw Error(
        ErrorKind::kInvalid,
        fmt::format("--fields: format {} has no fields to choose from; others have (see --help)", format));
  const std::vector<std::string_view> all = known();
  for (const std::string& name : names) {
    if (std::ranges::find(all, name) != all.end()) continue;
    const std::string_view near = nearest(name, all);
    throw Error(
        ErrorKind::kInvalid,
        fmt::format("--fields: \"{}\" is none of its fields{}; there are {}", name,
                    near.empty() ? "" : fmt::format(", the nearest is \"{}\"", near), fmt::join(all, ", ")));
  }
}

}  // namespace assay::cli
