#include "searchd/query/clauses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "searchd/query/chars.h"
#include "searchd/query/dates.h"

namespace assay::query {
namespace {

// The ids of the values that are named, in the facet's order, and the others' problems.
struct Resolved {
  std::vector<std::string> ids;
  std::vector<std::string> unknown;
  std::vector<std::string> problems;  // one for each unknown
};

Resolved resolve(const schema::Facet& facet, const std::vector<std::string>& values, ValueFinder& finder) {
  Resolved result;
  std::set<schema::Ordinal> found;
  for (const std::string& value : values) {
    NamedValue named = finder.find(facet, value);
    if (named.ordinal) {
      found.insert(*named.ordinal);
    } else {
      result.unknown.push_back(value);
      result.problems.push_back(std::move(named.problem));
    }
  }
  for (const schema::Ordinal ordinal : found) result.ids.push_back(facet.values()[ordinal].id);
  return result;
}

NodePtr facet_clause(const RequestFilter& filter, const schema::Schema& schema, ValueFinder& finder) {
  const schema::Facet* const facet = schema.find(filter.facet);
  if (facet == nullptr) {
    std::vector<std::string> names;
    for (const schema::Facet& known : schema.facets) names.push_back(known.name);
    throw QueryError(fmt::format("{} is no facet of this index; its facets are {}", quoted(filter.facet),
                                 fmt::join(names, ", ")),
                     {});
  }
  if (filter.values.empty())
    throw QueryError(fmt::format("the filter on {} names no value", facet->name), {});
  Resolved resolved = resolve(*facet, filter.values, finder);
  if (!resolved.problems.empty()) throw QueryError(resolved.problems.front(), {});
  auto node = std::make_unique<Node>();
  node->kind = Kind::kFacet;
  node->field = facet->name;
  node->values = std::move(resolved.ids);
  return node;
}

NodePtr date_clause(const Request& request) {
  for (const std::string& date : {request.since, request.until})
    if (!date.empty() && !parse_days(date, request.today))
      throw QueryError(fmt::format("{} is no date; {}", quoted(date), kDateForms), {});
  auto node = std::make_unique<Node>();
  node->kind = Kind::kDate;
  node->field = "date";
  node->since = request.since;
  node->until = request.until;
  return node;
}

}  // namespace

void resolve_values(Node& tree, const schema::Schema& schema, ValueFinder& finder, std::vector<Note>& notes) {
  for (const NodePtr& child : tree.children) resolve_values(*child, schema, finder, notes);
  if (tree.kind != Kind::kFacet) return;
  Resolved resolved = resolve(*schema.find(tree.field), tree.values, finder);
  for (std::string& problem : resolved.problems)
    notes.push_back({std::move(problem) + "; as it stands it matches nothing", tree.span});
  tree.values = std::move(resolved.ids);
  std::move(resolved.unknown.begin(), resolved.unknown.end(), std::back_inserter(tree.values));
}

NodePtr with_request(NodePtr tree, const Request& request, const schema::Schema& schema,
                     ValueFinder& finder) {
  std::vector<NodePtr> parts;
  parts.push_back(std::move(tree));
  for (const RequestFilter& filter : request.filters) parts.push_back(facet_clause(filter, schema, finder));
  if (!request.since.empty() || !request.until.empty()) parts.push_back(date_clause(request));
  return join(Kind::kAnd, std::move(parts));
}

std::vector<const Node*> conjuncts(const Node& tree) {
  if (tree.kind != Kind::kAnd) return {&tree};
  std::vector<const Node*> result;
  for (const NodePtr& child : tree.children) result.push_back(child.get());
  return result;
}

std::vector<schema::Ordinal> ordinals(const Node& clause, const schema::Facet& facet) {
  std::vector<schema::Ordinal> result;
  for (const std::string& value : clause.values)
    if (const auto ordinal = facet.ordinal(value)) result.push_back(*ordinal);
  return result;
}

std::vector<Filter> filters(const std::vector<const Node*>& conjuncts, const schema::Schema& schema) {
  std::vector<Filter> result;
  for (const schema::Facet& facet : schema.facets) {
    Filter filter{facet.name, {}};
    for (const Node* clause : conjuncts)
      if (clause->kind == Kind::kFacet && clause->field == facet.name)
        filter.clauses.push_back(ordinals(*clause, facet));
    if (!filter.clauses.empty()) result.push_back(std::move(filter));
  }
  return result;
}

}  // namespace assay::query
