// The values of a facet under the values of another one that they lie under: councils under regions.
#pragma once

#include <cstddef>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

struct Branch {
  FacetCount value;
  std::size_t depth = 0;  // 1: under the last one of depth 0
};

// The values in their own order, without parents.
std::vector<Branch> flat(const FacetCounts& facet);

// The values of the facet in which those of `facet` have their parents, each with its children behind it,
// and then the values without a parent there. That facet is the first one counted in `all` that a value of
// `facet` names; without any this is flat.
std::vector<Branch> tree(const FacetCounts& facet, const std::vector<FacetCounts>& all);

// Whether values of another facet in `all` stand under those of `facet`.
bool is_above(const FacetCounts& facet, const std::vector<FacetCounts>& all);

}  // namespace assay::cli
