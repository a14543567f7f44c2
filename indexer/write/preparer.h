// What of putting an article into an index needs neither the index nor the values that it has by then, so
// that many threads can do it while one writes.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/duplicates/groups.h"
#include "indexer/extract/extract.h"
#include "indexer/read/article.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"
#include "indexer/write/document.h"

namespace assay::indexer {

// An article on its way into the index. Owned by one thread at a time.
struct Draft {
  read::Article article;
  std::string file;         // the absolute path of the file that it came from; empty: none
  std::string fingerprint;  // of everything that its entry in the index depends on

  struct Prepared {
    schema::StoredArticle stored;
    std::vector<NewValue> new_values;
    // Complete but for the ordinals of open facets, the order of the words and the files that give the
    // article.
    Xapian::Document document;
    ArticleWords words;
    duplicates::Signs signs;
  };
  std::optional<Completed> as_it_stands;  // of an article from an export, until it is prepared
  std::optional<Prepared> prepared;
};

// Thread-safe. Taxonomy and known words must outlive it.
class Preparer {
 public:
  // `schema`: of the index, as it is when its writer begins. `reading` as reading_of.
  Preparer(const taxonomy::Taxonomy& taxonomy, schema::Schema schema, std::string reading,
           const KnownWords& known_words);

  // Cheap beside prepare(). Throws std::invalid_argument for an article from an export that has a facet, or
  // for a closed facet a value, that the schema does not have.
  Draft draft(read::Article article, std::string file) const;

  // Extracts, and makes the document. Of the article only id and path stay. Throws std::invalid_argument for
  // an article whose stated facets the taxonomy does not know, and for one that cannot be prepared for
  // another reason (blame_article); the draft is good for nothing then.
  void prepare(Draft& draft) const;

  // The facets whose values make articles different ones, however alike their words are.
  const std::vector<std::string>& telling_facets() const { return telling_; }

 private:
  void make(Draft& draft) const;

  const taxonomy::Taxonomy& taxonomy_;
  const schema::Schema schema_;
  const std::string reading_;
  const KnownWords& known_words_;
  const std::vector<std::string> telling_;
  const extract::Extractor extractor_;
};

}  // namespace assay::indexer
