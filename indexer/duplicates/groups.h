// Which articles of an index are copies of one another: the same release on several sites, a lightly edited
// reprint. Copies of copies are in one group, so that the order in which articles come changes nothing.
// Articles whose subjects or verdicts differ (one of them having none, too) are no copies, however alike
// their words: councils' releases follow templates.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/duplicates/shingles.h"
#include "indexer/schema/stored_article.h"

namespace assay::duplicates {

// Keeps the groups in the database's metadata (schema/copies.h), in the transaction of its writer.
// Not thread-safe. The database must outlive it.
class Groups {
 public:
  // `telling`: the facets whose first value tells articles apart.
  Groups(Xapian::WritableDatabase& database, std::vector<std::string> telling);

  // By which copies of the article are found; none where its text is too short. What tells articles apart is
  // in them too, so that releases of many councils that follow one template are never even compared.
  std::vector<std::string> band_terms(const schema::StoredArticle& article,
                                      const Fingerprint& fingerprint) const;

  // The article is, or is about to be, in the database. Gives whether it has copies.
  bool add(const schema::StoredArticle& article, const Fingerprint& fingerprint);

  // The article will be deleted. What is left of its group may fall apart.
  void remove(const std::string& id);

 private:
  // An article by what tells it from others.
  struct Member {
    std::string id;
    std::vector<std::string> telling;
    Fingerprint fingerprint;
  };
  std::vector<std::string> group_of(const std::string& id) const;  // the article alone if it has no copies
  void join(std::set<std::string> members);
  void clear(const std::vector<std::string>& members);
  std::set<Xapian::docid> candidates(const std::vector<std::string>& band_terms) const;
  std::vector<std::string> telling_of(const schema::StoredArticle& article) const;
  Member load(Xapian::docid document) const;

  Xapian::WritableDatabase& database_;
  const std::vector<std::string> telling_;
};

}  // namespace assay::duplicates
