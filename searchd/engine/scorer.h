// What matches weigh, by the same formula as Xapian's matcher: IneB2, of the divergence from randomness
// models (Amati and van Rijsbergen, ACM TOIS 20(4), 2002).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "searchd/engine/document_sets.h"
#include "searchd/engine/lifts.h"
#include "searchd/query/plan.h"

namespace assay::engine {

// Of one plan in one snapshot. Used by one thread.
class Scorer {
 public:
  // `sets` has looked at `root`; both sets and snapshot must outlive it. `lifts` may be null. Throws
  // Xapian::Error.
  Scorer(const query::PlanNode& root, const Lifts* lifts, const snapshot::Snapshot& snapshot,
         DocumentSets& sets);

  // Whether nothing weighs anything.
  bool is_empty() const { return leaves_.empty() && freshness_of_.empty(); }
  // For each block of documents (snapshot::kBlockDocuments) what none of them weighs more than.
  std::vector<double> block_bounds() const;
  // Sets the weight of each document; they are matches, sorted.
  void score(std::span<const Xapian::docid> documents, std::span<double> weights);
  // The same for all ids from `first` on, of which those of matches alone mean anything.
  void score_from(Xapian::docid first, std::span<double> weights);

 private:
  // Terms that are weighed as one. Below a part of an OR they count in the documents of that part alone.
  struct Leaf {
    snapshot::Term term;
    double after_effect = 0;  // (occurrences of the term + 1) / its documents
    double information = 0;   // in bits, times the share of it that counts
    DocumentSet only_in;      // null: everywhere
  };

  static double weight_of(double normalised, const Leaf& leaf);
  void collect(const query::PlanNode& node, const DocumentSet& only_in);
  void add(const Share& share, const DocumentSet& only_in);
  // `id_at(i)` is the document of weight i, `count(posting)` reads how often each holds a term.
  template <typename IdAt, typename Count>
  void weigh(std::span<double> weights, const IdAt& id_at, const Count& count);

  const snapshot::Snapshot& snapshot_;
  DocumentSets& sets_;
  std::vector<Leaf> leaves_;
  std::vector<double> freshness_of_;  // by the date column's codes
  std::vector<std::uint32_t> occurrences_;
};

}  // namespace assay::engine
