// The documents that a plan matches, as sets.
#pragma once

#include <memory>
#include <roaring/roaring.hh>
#include <string>
#include <unordered_map>
#include <vector>

#include "searchd/engine/index.h"
#include "searchd/query/plan.h"
#include "searchd/snapshot/snapshot.h"
#include "searchd/stop.h"

namespace assay::engine {

using DocumentSet = std::shared_ptr<const Roaring>;

// What is in both; null stands for every document.
DocumentSet both(const DocumentSet& a, const DocumentSet& b);

// Of one reader that has a snapshot. Used by one thread.
class DocumentSets {
 public:
  // Both must outlive it.
  DocumentSets(const Reader& reader, const Stop& stop);

  // The documents of the snapshot that the node matches, among the given ones (null: all). Throws Failure
  // when it is time to stop, Xapian::Error.
  DocumentSet matches(const query::PlanNode& node, const DocumentSet& among);
  // Which of the matches of a node made of others (below kOr) were found while matches() looked at the whole:
  // true of all that the whole matches, of others it may lack some. Null for any other node.
  DocumentSet part(const query::PlanNode& node) const;

  // Any of the terms (not empty), as one.
  snapshot::Term any(const std::vector<std::string>& terms);
  // The same, with the block maxima.
  snapshot::Term weighed(const std::vector<std::string>& terms);

 private:
  // Documents of the node, and all of it that are `among` the given (null: any).
  DocumentSet of(const query::PlanNode& node, const DocumentSet& among);
  DocumentSet all_of(const query::PlanNode& node, DocumentSet among);
  DocumentSet any_of(const query::PlanNode& node, const DocumentSet& among);
  DocumentSet on_days(const query::PlanNode& node, const DocumentSet& among);
  DocumentSet in_place(const query::PlanNode& node, DocumentSet among);

  const Reader& reader_;
  const snapshot::Snapshot& snapshot_;
  const snapshot::Revision revision_;
  const DocumentSet documents_;
  const Stop& stop_;
  std::unordered_map<const query::PlanNode*, DocumentSet> parts_;
};

}  // namespace assay::engine
