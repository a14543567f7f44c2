#include "indexer/extract/stated.h"

#include <algorithm>
#include <stdexcept>

#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

std::string value_id(const schema::Facet& facet, const std::string& stated) {
  const std::string wanted = slug(stated);
  for (const schema::FacetValue& value : facet.values()) {
    if (slug(value.id) == wanted || slug(value.label) == wanted) return value.id;
    for (const std::string& alias : value.aliases)
      if (slug(alias) == wanted) return value.id;
  }
  if (facet.open) return wanted;
  throw std::invalid_argument("the article states " + facet.name + " '" + stated +
                              "', which the taxonomy does not have");
}

}  // namespace

std::string slug(std::string_view label) {
  std::string joined;
  for (const std::string& word : schema::folded_words(label)) {
    if (!joined.empty()) joined.push_back('-');
    joined += word;
  }
  return joined;
}

std::map<std::string, std::vector<std::string>> stated_facets(const read::Article& article,
                                                              const taxonomy::Taxonomy& taxonomy) {
  std::map<std::string, std::vector<std::string>> stated;
  for (const auto& [name, values] : article.facets) {
    const auto facet = std::find_if(taxonomy.facets().begin(), taxonomy.facets().end(),
                                    [&, key = name](const schema::Facet& f) { return f.name == key; });
    if (facet == taxonomy.facets().end())
      throw std::invalid_argument("the article states the facet '" + name +
                                  "', which the taxonomy does not have");
    std::vector<std::string>& ids = stated[name];
    for (const std::string& value : values) ids.push_back(value_id(*facet, value));
  }
  return stated;
}

}  // namespace assay::extract
