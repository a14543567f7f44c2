#include "searchd/query/plan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searchd/query/clauses.h"
#include "searchd/query/limits.h"
#include "searchd/query/parse.h"
#include "searchd/query/planner.h"
#include "searchd/query/values.h"

namespace assay::query {

Plan plan(const Request& request, const schema::Schema& schema, const Vocabulary& vocabulary) {
  std::set<std::string> facets;
  for (const schema::Facet& facet : schema.facets) facets.insert(facet.name);
  Parsed parsed = parse(request.text, facets);

  ValueFinder finder;
  resolve_values(*parsed.root, schema, finder, parsed.notes);
  NodePtr tree = with_request(std::move(parsed.root), request, schema, finder);

  Plan result;
  result.canonical = to_query(*tree);
  if (request.synonyms != nullptr) tree = request.synonyms->widened(std::move(tree), parsed.notes);
  std::vector<const Node*> conditions = conjuncts(*tree);
  result.filters = filters(conditions, schema);
  std::erase_if(conditions, [](const Node* condition) { return condition->kind == Kind::kFacet; });
  result.root = Planner(schema, vocabulary, request.today, result, parsed.notes).conjunction(conditions);
  result.notes = std::move(parsed.notes);
  std::stable_sort(result.notes.begin(), result.notes.end(),
                   [](const Note& a, const Note& b) { return a.span.begin < b.span.begin; });
  if (result.notes.size() > kMaxNotes)
    result.notes.erase(result.notes.begin() + kMaxNotes, result.notes.end());
  result.tree = std::move(tree);
  return result;
}

}  // namespace assay::query
