// Names of facets and values as people shorten them.
#pragma once

#include <string>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// The names in a request, where they stand.
struct Names {
  std::vector<FacetFilter>* filters = nullptr;
  std::vector<std::string*> facets{};
  std::vector<std::string*> councils{};
};

// After the daemon refused names: writes the full one wherever what was given is the beginning of exactly
// one, of a word in it, or its plural; whatever the case. False if nothing changed. Throws Error(kInvalid)
// that names what it may be where that is several.
bool complete(Client& client, const Names& names, const Error& refusal);

// The answer that `ask` gets; where it is refused because of `names`, again with these completed. Nothing is
// asked besides unless something is refused.
template <typename Ask>
auto with_full_names(Client& client, const Names& names, const Ask& ask) {
  try {
    return ask();
  } catch (const Error& refusal) {
    if (!complete(client, names, refusal)) throw;
  }
  return ask();
}

}  // namespace assay::cli
