#include "searchd/engine/run_source.h"

#include <algorithm>

#include "indexer/schema/fields.h"

namespace assay::engine {

void RunSource::init(const Xapian::Database& database) {
  at_ = 0;
  last_ = database.get_lastdocid();
  documents_ = database.get_doccount();
  runs_.emplace(node_, database, stop_);
  words_ = database.valuestream_begin(spec(schema::Field::kWords).slot);
  words_end_ = database.valuestream_end(spec(schema::Field::kWords).slot);
}

bool RunSource::matches(Xapian::docid did) {
  words_.skip_to(did);
  if (words_ == words_end_ || words_.get_docid() != did) return false;
  return runs_->fit(*words_);
}

void RunSource::next(double min_weight) { skip_to(at_ + 1, min_weight); }

void RunSource::skip_to(Xapian::docid did, double) {
  for (at_ = std::max(at_, did); at_ <= last_ && !matches(at_);) ++at_;
}

bool RunSource::check(Xapian::docid did, double) {
  if (did <= at_) return true;
  if (!matches(did)) return false;
  at_ = did;
  return true;
}

}  // namespace assay::engine
