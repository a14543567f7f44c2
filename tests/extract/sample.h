// Short texts through the whole extractor with the built-in taxonomy.
#pragma once

#include <string>

#include "indexer/extract/extract.h"

namespace assay::tests {

inline const taxonomy::Taxonomy& built_in_taxonomy() {
  static const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  return taxonomy;
}

inline extract::Extraction extract_article(const read::Article& article) {
  static const extract::Extractor extractor(built_in_taxonomy());
  return extractor.extract(article);
}

inline extract::Extraction extract_text(const std::string& text) {
  read::Article article;
  article.text = text;
  return extract_article(article);
}

// The first value of a facet, "" for none.
inline std::string value_of(const extract::Extraction& extraction, const std::string& facet) {
  const auto values = extraction.facets.find(facet);
  return values == extraction.facets.end() || values->second.empty() ? "" : values->second.front();
}

}  // namespace assay::tests
