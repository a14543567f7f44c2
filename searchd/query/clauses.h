// The facet clauses of a query and what the request adds to its text, before any planning.
#pragma once

#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/query/ast.h"
#include "searchd/query/plan.h"
#include "searchd/query/values.h"

namespace assay::query {

// Replaces the values of every facet clause by the ids they name, in the facet's order and each once.
// Values that name none stay behind them as they were written, and are noted.
void resolve_values(Node& tree, const schema::Schema& schema, ValueFinder& finder, std::vector<Note>& notes);

// The tree AND the request's filters and dates. Throws QueryError as plan() does.
NodePtr with_request(NodePtr tree, const Request& request, const schema::Schema& schema, ValueFinder& finder);

// The clauses that every match must satisfy: the tree's top-level conjuncts, or the tree itself.
std::vector<const Node*> conjuncts(const Node& tree);

// The filters that the facet clauses among `conjuncts` make, their values resolved.
std::vector<Filter> filters(const std::vector<const Node*>& conjuncts, const schema::Schema& schema);

// The ordinals of a resolved facet clause, sorted.
std::vector<schema::Ordinal> ordinals(const Node& clause, const schema::Facet& facet);

}  // namespace assay::query
