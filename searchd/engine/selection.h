// What a request selects in one index: its query planned and compiled.
#pragma once

#include <xapian.h>

#include <set>
#include <string>

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

std::chrono::sys_days today();

// Throws Failure (kInvalid).
const schema::Facet& facet_named(const std::string& name, const schema::Schema& schema);

// Reader and stop must outlive it, and it every query that it gives.
class Selection {
 public:
  // Throws Failure, query::QueryError, Xapian::Error.
  Selection(const Reader& reader, const SearchRequest& request, const Stop& stop);
  Selection(const Selection&) = delete;
  Selection& operator=(const Selection&) = delete;

  const query::Plan& plan() const { return plan_; }
  // All that the request asks, but for its filter on `left_out`.
  Xapian::Query matches(const std::string& left_out = "") const;
  // Null where nobody chose from the facet.
  const query::Filter* filter_on(const schema::Facet& facet) const;
  std::set<schema::Ordinal> chosen(const schema::Facet& facet) const;

 private:
  const schema::Schema& schema_;
  query::Plan plan_;
  Xapian::Query base_;  // without the filters
};

}  // namespace assay::engine
