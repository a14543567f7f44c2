// Documents in which words stand where a phrase, NEAR or ADJ wants them, for Xapian's matcher.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "searchd/engine/runs.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

// Meant to narrow a query that already demands every slot: it looks at the words of the documents it is asked
// about. Weighs nothing.
class RunSource : public Xapian::PostingSource {
 public:
  // `node` is kNear or kPhrase. Throws Failure when it is time to stop. Both must outlive the source.
  RunSource(const query::PlanNode& node, const Stop& stop) : node_(node), stop_(stop) {}

  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid did, double min_weight) override;
  bool check(Xapian::docid did, double min_weight) override;
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  bool matches(Xapian::docid did);

  const query::PlanNode& node_;
  const Stop& stop_;
  std::optional<Runs> runs_;
  Xapian::ValueIterator words_, words_end_;  // of the documents
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount documents_ = 0;
};

}  // namespace assay::engine
