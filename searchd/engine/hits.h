// Documents of an index as hits and articles.
#pragma once

#include <string>
#include <vector>

#include "searchd/engine/index.h"
#include "searchd/engine/matching.h"
#include "searchd/engine/result.h"
#include "searchd/engine/snippet.h"
#include "searchd/stop.h"

namespace assay::engine {

// What a hit holds besides what each has.
struct HitParts {
  SnippetFinder snippets;
  bool facets = true;
};

// Throws Xapian::DocNotFoundError when the document is gone.
Hit hit(const Reader& reader, const Found& found, const HitParts& parts);
// In order. Throws Failure when it is time to stop.
std::vector<Hit> hits(const Reader& reader, const std::vector<Found>& page, const HitParts& parts,
                      const Stop& stop);

// The document of the article with that id. Throws Failure (kNotFound).
Xapian::docid document_of(const Reader& reader, const std::string& id);
schema::StoredArticle stored_article(const Reader& reader, Xapian::docid document);
Article article(const Reader& reader, const std::string& id);

}  // namespace assay::engine
