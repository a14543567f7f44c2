// Documents in which words, or runs of words, stand side by side or near each other: phrases, NEAR and ADJ.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "indexer/schema/word_sequence.h"
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
  // `node` is kNear or kPhrase. Throws Failure when it is time to stop. Both must outlive the source.
  RunSource(const query::PlanNode& node, const Stop& stop);

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
  // One of the words at one place.
  struct Slot {
    std::vector<schema::WordId> words;  // sorted
    bool title_only = false;
  };

  Slot slot_of(const std::vector<std::string>& terms) const;
  bool matches(Xapian::docid did);
  void find_places(const schema::WordSequence& words, const Slot& slot, Positions& places) const;

  const query::PlanNode& node_;
  std::vector<std::size_t> lengths_;  // of the runs
  const Stop& stop_;
  unsigned looks_ = 0;
  Xapian::Database database_;
  std::vector<Slot> slots_;
  Xapian::ValueIterator words_, words_end_;  // of the documents
  std::vector<Positions> starts_;            // of the runs in the document at hand
  Positions next_;
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount documents_ = 0;
};

}  // namespace assay::engine
