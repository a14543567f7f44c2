#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {

v1::PivotRequest to_wire(const PivotRequest& request) {
  v1::PivotRequest to;
  *to.mutable_search() = to_wire(request.search);
  to.set_rows(require_utf8(request.rows, "the name of a facet"));
  to.set_columns(require_utf8(request.columns, "the name of a facet"));
  return to;
}

PivotReply from_wire(const v1::PivotReply& reply) {
  PivotReply to;
  to.total = reply.total();
  to.rows = from_wire(reply.rows());
  to.columns = from_wire(reply.columns());
  for (const v1::PivotRow& row : reply.cells()) to.cells.emplace_back(row.cells().begin(), row.cells().end());
  to.cells.resize(to.rows.values.size());
  for (auto& row : to.cells) row.resize(to.columns.values.size());
  to.canonical_query = reply.canonical_query();
  to.notes = each_from_wire(reply.notes());
  to.revision = reply.revision();
  to.counts_groups = reply.counts_groups();
  return to;
}

}  // namespace assay::client
