// One revision of an index in memory: what matching looks at again and again, decoded. Xapian stays the store
// and the truth; all of this can be made anew from it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <roaring/roaring.hh>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/snapshot/article_cache.h"
#include "searchd/snapshot/by_document.h"
#include "searchd/snapshot/column.h"
#include "searchd/snapshot/form_cache.h"
#include "searchd/snapshot/places_cache.h"
#include "searchd/snapshot/posting_cache.h"
#include "searchd/snapshot/word_store.h"

namespace assay::snapshot {

// c of normalisation 2 of the DFR framework: a term counts log2(1 + c * average length / length) times as
// much in a document as it occurs there.
inline constexpr double kLengthNormalisation = 1.0;

// Of the memory a sixteenth is for articles, with the forms of words in it, five for postings, six for words
// in order and four for their places.
struct Caches {
  explicit Caches(std::size_t most_bytes)
      : articles(most_bytes / 16 - most_bytes / 256),
        forms(most_bytes / 256),
        postings(most_bytes / 16 * 5),
        words(most_bytes / 16 * 6),
        places(most_bytes / 16 * 4) {}
  ArticleCache articles;
  FormCache forms;
  PostingCache postings;
  WordStore words;
  PlacesCache places;
};

// Immutable and thread-safe.
class Snapshot {
 public:
  // `number` is the revision's and grows with each; `slots` are those to keep as columns. Of `before`, an
  // earlier revision of the same database (null: none), it takes over what it can. Throws Xapian::Error.
  static std::shared_ptr<const Snapshot> read(const Xapian::Database& database, std::uint64_t number,
                                              const std::vector<Xapian::valueno>& slots,
                                              const Snapshot* before, std::size_t cache_bytes);

  std::uint64_t number() const { return number_; }
  Xapian::docid last() const { return last_; }
  // Every document of the revision.
  const Roaring& documents() const { return documents_; }
  Xapian::doccount size() const { return size_; }
  // By document id, as said at kLengthNormalisation; 0 where there is no document.
  std::span<const double> length_norms() const { return length_norms_.all(); }
  // Throws std::out_of_range for a slot that is none of `slots`.
  const Column& column(Xapian::valueno slot) const { return *columns_.at(slot).column; }
  // How many documents have each code of that column; computed when it is first asked for.
  std::span<const std::uint32_t> code_counts(Xapian::valueno slot) const;
  // Documents by their date, the newest first and those without one last, then by their own ids.
  std::span<const Xapian::docid> by_newest() const { return by_newest_; }
  // Each document's place among them, by document id.
  std::span<const std::uint32_t> newest_places() const { return newest_places_.all(); }
  // The document's own id: what orders documents that are equal in all else.
  std::string_view id(Xapian::docid document) const;
  Caches& caches() const { return *caches_; }

 private:
  struct Counted {
    std::shared_ptr<const Column> column;
    mutable std::once_flag is_counted;
    mutable std::vector<std::uint32_t> counts;
  };

  // Of ids_.
  struct Part {
    std::uint32_t begin = 0, size = 0;
  };

  Snapshot() = default;
  void read_lengths(const Xapian::Database& database);
  void read_ids(const Xapian::Database& database, const Snapshot* before);
  void order_by_newest(const Snapshot* before);

  std::uint64_t number_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount size_ = 0;
  Roaring documents_;
  ByDocument<double> length_norms_;
  std::map<Xapian::valueno, Counted> columns_;
  std::string ids_;  // one behind the other
  ByDocument<Part> id_parts_;
  std::vector<Xapian::docid> by_newest_;
  ByDocument<std::uint32_t> newest_places_;
  std::shared_ptr<Caches> caches_;
};

}  // namespace assay::snapshot
