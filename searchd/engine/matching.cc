#include "searchd/engine/matching.h"

#include "searchd/engine/index.h"
#include "searchd/engine/snapshot_matching.h"
#include "searchd/engine/stock_matching.h"

namespace assay::engine {

std::unique_ptr<Matching> matching(const Reader& reader, const query::PlanNode& root,
                                   const std::vector<query::Filter>& filters, const Stop& stop) {
  return reader.snapshot != nullptr ? snapshot_matching(reader, root, filters, stop)
                                    : stock_matching(reader, root, filters, stop);
}

}  // namespace assay::engine
