// What a request selects in one index: its query planned and compiled.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "searchd/engine/index.h"
#include "searchd/engine/matching.h"
#include "searchd/engine/request.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

std::chrono::sys_days today();

// Throws Failure (kInvalid).
const schema::Facet& facet_named(const std::string& name, const schema::Schema& schema);

// Reader and stop must outlive it.
class Selection {
 public:
  // Throws Failure, query::QueryError, Xapian::Error.
  Selection(const Reader& reader, const SearchRequest& request, const Stop& stop);
  Selection(const Selection&) = delete;
  Selection& operator=(const Selection&) = delete;

  const query::Plan& plan() const { return plan_; }
  MatchResult match(const MatchOptions& options) const { return matching_->match(options); }
  // Null where nobody chose from the facet.
  const query::Filter* filter_on(const schema::Facet& facet) const;
  std::set<schema::Ordinal> chosen(const schema::Facet& facet) const;

 private:
  query::Plan plan_;
  std::unique_ptr<Matching> matching_;
};

}  // namespace assay::engine
