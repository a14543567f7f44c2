#include <algorithm>
#include <array>

#include "client/cli/verb.h"

namespace assay::cli {

std::span<const Verb* const> verbs() {
  static constexpr std::array kVerbs = {&kSearch, &kCount,   &kFacets,  &kPivot,   &kGet,     &kSimilar,
                                        &kHistory, &kCompare, &kSuggest, &kExplain, &kWatch,   &kAlerts,
                                        &kBatch,   &kShell,   &kInfo,    &kPing,    &kCompletion};
  return kVerbs;
}

const Verb* find_verb(std::string_view name) {
  const auto all = verbs();
  const auto found = std::ranges::find(all, name, &Verb::name);
  return found == all.end() ? nullptr : *found;
}

}  // namespace assay::cli
