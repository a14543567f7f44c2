// Whether an index has an article already just as it is.
#pragma once

#include <xapian.h>

#include <filesystem>

#include "indexer/write/preparer.h"

namespace assay::indexer {

// Whether the document is what the draft, which is not prepared yet, would become, and knows its file.
bool is_same(const Xapian::Database& database, Xapian::docid document, const Draft& draft);

// A look at an index that another thread writes. Not thread-safe: one for each thread.
class KnownArticles {
 public:
  explicit KnownArticles(const std::filesystem::path& generation);

  // As of some commit that may be past: good enough to leave an article unprepared, while the writer has the
  // last word. Never throws what Xapian does: what cannot be told is not known.
  bool has(const Draft& draft);

 private:
  Xapian::Database database_;
  bool is_empty_ = true;
};

}  // namespace assay::indexer
