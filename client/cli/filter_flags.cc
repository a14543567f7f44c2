#include "client/cli/filter_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <string_view>

#include "client/cli/hit_facets.h"

namespace assay::cli {
namespace {

using Values = std::vector<std::string>;

void choose(std::vector<FacetFilter>& filters, std::string_view facet, std::string_view value) {
  auto filter = std::ranges::find(filters, facet, &FacetFilter::facet);
  if (filter == filters.end()) filter = filters.insert(filter, {std::string(facet), {}});
  filter->values.emplace_back(value);
}

void choose(std::vector<FacetFilter>& filters, std::string_view choice) {
  const std::size_t equals = choice.find('=');
  if (equals == 0 || equals == std::string_view::npos || equals + 1 == choice.size())
    throw Error(ErrorKind::kInvalid, "--filter: FACET=VALUE is wanted, not \"" + std::string(choice) + "\"");
  choose(filters, choice.substr(0, equals), choice.substr(equals + 1));
}

// Calls `take` with all values of the flag.
void add_flag(CLI::App& app, const std::string& flag, const char* type,
              const std::function<void(const Values&)>& take, const std::string& help) {
  // One value a flag: what follows belongs to the query.
  app.add_option_function<Values>(flag, take, help)->type_name(type)->allow_extra_args(false);
}

}  // namespace

void add_filter_flags(CLI::App& app, std::vector<FacetFilter>& filters) {
  for (const std::string_view facet : {kRating, kCouncil, kTheme, kRegion}) {
    const std::string name(facet);
    add_flag(
        app, "--" + name, "VALUE",
        [&filters, facet](const Values& values) {
          for (const std::string& value : values) choose(filters, facet, value);
        },
        "Only this " + name + "; again for another one (any of them matches)");
  }
  add_flag(
      app, "--filter", "FACET=VALUE",
      [&filters](const Values& choices) {
        for (const std::string& choice : choices) choose(filters, choice);
      },
      "Only this value of any facet; again for another one");
}

}  // namespace assay::cli
