// Documents in which runs of words stand near each other: phrases as operands of NEAR and ADJ, which Xapian's
// own positional operators cannot express, and words of which one may stand for another, where its NEAR
// misses matches.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

using Positions = std::vector<Xapian::termpos>;  // sorted

// Whether the runs can be placed apart from each other within `window` words, in the order given or in any.
// `starts[i]` are the positions where run i begins, `lengths[i]` its words. Many phrases in any order may
// take long: throws Failure when it is time to stop.
bool runs_fit(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths, unsigned window,
              bool ordered, const Stop& stop = Stop::never());

// Meant to narrow a query that already demands every slot: it looks at the positions of the documents it is
// asked about. Weighs nothing.
class RunSource : public Xapian::PostingSource {
 public:
  // `node` is kNear or kPhrase; without runs each slot is one. Throws Failure when it is time to stop. Both
  // must outlive the source.
  RunSource(const query::PlanNode& node, const Stop& stop)
      : node_(node),
        lengths_(node.runs.empty() ? std::vector<std::size_t>(node.slots.size(), 1) : node.runs),
        stop_(stop) {}

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
  Positions positions(Xapian::docid did, const std::vector<std::string>& terms) const;

  const query::PlanNode& node_;
  const std::vector<std::size_t> lengths_;  // of the runs
  const Stop& stop_;
  unsigned looks_ = 0;
  Xapian::Database database_;
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount documents_ = 0;
};

}  // namespace assay::engine
