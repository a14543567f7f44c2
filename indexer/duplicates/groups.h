// Which articles of an index are copies of one another: the same release on several sites, a lightly edited
// reprint. Copies of copies are in one group, so that the order in which articles come changes nothing.
// Articles whose subjects or verdicts differ (one of them having none, too) are no copies, however alike
// their words: councils' releases follow templates.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/duplicates/band_index.h"
#include "indexer/duplicates/shingles.h"
#include "indexer/schema/stored_article.h"

namespace assay::duplicates {

// What copies of an article are found and known by. None of it where the text is too short.
struct Signs {
  std::vector<std::string> telling;  // the values that tell it from others; empty strings for none
  Fingerprint fingerprint;
  // What the index keeps of the bands: kBands, or none. What tells articles apart is in them too, so that
  // releases of many councils that follow one template are never even compared.
  std::vector<schema::BandHash> bands;
};

// `telling`: the facets whose first value tells articles apart. Thread-safe.
Signs signs_of(const schema::StoredArticle& article, const std::vector<std::string>& telling);

// Keeps the groups in the database's metadata (schema/copies.h), in the transaction of its writer. Reads the
// bands of all articles once, when it first needs them, and keeps them in memory (BandIndex). Not
// thread-safe. The database must outlive it.
class Groups {
 public:
  // `telling` as for signs_of.
  Groups(Xapian::WritableDatabase& database, std::vector<std::string> telling);

  // The article is, or is about to be, in the database as `document`. Gives whether it has copies.
  bool add(const std::string& id, Xapian::docid document, const Signs& signs);

  // The document will be deleted. What is left of its article's group may fall apart.
  void remove(Xapian::docid document);

 private:
  struct Member {
    std::string id;
    Signs signs;
  };
  std::vector<std::string> group_of(const std::string& id) const;  // the article alone if it has no copies
  void join(std::set<std::string> members);
  void clear(const std::vector<std::string>& members);
  void write(const std::string& key, const std::string& value);  // unless it is so already
  void take_apart(std::vector<Member> members);                  // none is in a group
  BandIndex& bands();
  Member load(Xapian::docid document) const;

  Xapian::WritableDatabase& database_;
  const std::vector<std::string> telling_;
  std::optional<BandIndex> bands_;  // of all articles of the database, once they were read
};

}  // namespace assay::duplicates
