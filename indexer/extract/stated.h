// Facets that an article states itself, in the taxonomy's ids.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/read/article.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// Immutable, so safe to share between threads. The taxonomy must outlive it.
class StatedFacets {
 public:
  explicit StatedFacets(const taxonomy::Taxonomy& taxonomy);

  // Values may be ids, labels or names, in any case. Throws std::invalid_argument for a facet the taxonomy
  // does not have, and for a value that a closed facet does not have. An empty list of values states "none".
  std::map<std::string, std::vector<std::string>> of(const read::Article& article) const;

 private:
  struct Names {
    const schema::Facet* facet = nullptr;
    std::unordered_map<std::string, std::string> ids;  // by the slug of each name that a value has
  };
  std::map<std::string, Names> facets_;
};

// The id that an open facet gives to a new label: lower case, words joined by hyphens.
std::string slug(std::string_view label);

}  // namespace assay::extract
