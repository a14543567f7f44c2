#include "client/cli/facet_tree.h"

#include <algorithm>

namespace assay::cli {
namespace {

const FacetCounts* above(const FacetCounts& facet, const std::vector<FacetCounts>& all) {
  for (const FacetCount& value : facet.values)
    for (const FacetParent& parent : value.parents) {
      const auto found = std::ranges::find(all, parent.facet, &FacetCounts::facet);
      if (found != all.end() && found->facet != facet.facet) return &*found;
    }
  return nullptr;
}

// The place among the values of `top` of the first of them that `value` lies under; their number: none.
std::size_t place(const FacetCount& value, const FacetCounts& top) {
  const auto lies_under = [&](const FacetCount& upper) {
    return std::ranges::find(value.parents, FacetParent{top.facet, upper.value}) != value.parents.end();
  };
  return static_cast<std::size_t>(std::ranges::find_if(top.values, lies_under) - top.values.begin());
}

}  // namespace

std::vector<Branch> flat(const FacetCounts& facet) {
  std::vector<Branch> branches;
  for (const FacetCount& value : facet.values) branches.push_back({value});
  return branches;
}

std::vector<Branch> tree(const FacetCounts& facet, const std::vector<FacetCounts>& all) {
  const FacetCounts* top = above(facet, all);
  if (top == nullptr) return flat(facet);
  std::vector<std::vector<Branch>> families(top->values.size() + 1);
  for (std::size_t i = 0; i < top->values.size(); ++i) families[i].push_back({top->values[i]});
  for (const FacetCount& value : facet.values) {
    const std::size_t family = place(value, *top);
    families[family].push_back({value, family < top->values.size() ? std::size_t{1} : 0});
  }
  std::vector<Branch> branches;
  for (std::vector<Branch>& family : families) std::ranges::move(family, std::back_inserter(branches));
  return branches;
}

bool is_above(const FacetCounts& facet, const std::vector<FacetCounts>& all) {
  return std::ranges::any_of(all, [&](const FacetCounts& other) {
    const FacetCounts* top = above(other, all);
    return top != nullptr && top->facet == facet.facet;
  });
}

}  // namespace assay::cli
