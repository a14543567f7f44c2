#include "indexer/extract/stated.h"

#include <stdexcept>

#include "indexer/schema/analyzer.h"

namespace assay::extract {

std::string slug(std::string_view label) {
  std::string joined;
  for (const std::string& word : schema::folded_words(label)) {
    if (!joined.empty()) joined.push_back('-');
    joined += word;
  }
  return joined;
}

// Where two values share a name it is the first one's.
StatedFacets::StatedFacets(const taxonomy::Taxonomy& taxonomy) {
  for (const schema::Facet& facet : taxonomy.facets()) {
    Names& names = facets_[facet.name];
    names.facet = &facet;
    for (const schema::FacetValue& value : facet.values()) {
      names.ids.emplace(slug(value.id), value.id);
      names.ids.emplace(slug(value.label), value.id);
      for (const std::string& alias : value.aliases) names.ids.emplace(slug(alias), value.id);
    }
  }
}

std::map<std::string, std::vector<std::string>> StatedFacets::of(const read::Article& article) const {
  std::map<std::string, std::vector<std::string>> stated;
  for (const auto& [name, values] : article.facets) {
    const auto known = facets_.find(name);
    if (known == facets_.end())
      throw std::invalid_argument("the article states the facet '" + name +
                                  "', which the taxonomy does not have");
    std::vector<std::string>& ids = stated[name];
    for (const std::string& value : values) {
      std::string wanted = slug(value);
      const auto id = known->second.ids.find(wanted);
      if (id == known->second.ids.end() && !known->second.facet->open)
        throw std::invalid_argument("the article states " + name + " '" + value +
                                    "', which the taxonomy does not have");
      ids.push_back(id != known->second.ids.end() ? id->second : std::move(wanted));
    }
  }
  return stated;
}

}  // namespace assay::extract
