#include "tests/oracle/expectation.h"

#include <utility>
#include <vector>

#include "searchd/query/parse.h"

namespace assay::tests {
namespace {

// One of the conditions that all must hold; `facet` is the one it chooses from, or empty.
struct Condition {
  std::string facet;
  Oracle::Set matches;
};

Condition condition(const query::Node& node, const Oracle& oracle) {
  return {node.kind == query::Kind::kFacet ? node.field : "", oracle.matches(node)};
}

std::vector<Condition> conditions(const engine::SearchRequest& request, const Oracle& oracle,
                                  const std::set<std::string>& facets, const query::SynonymTable& synonyms) {
  std::vector<Condition> result;
  std::vector<query::Note> notes;
  query::NodePtr tree = query::parse(request.query, facets).root;
  if (request.synonyms) tree = synonyms.widened(std::move(tree), notes);
  if (tree->kind == query::Kind::kAnd)
    for (const query::NodePtr& child : tree->children) result.push_back(condition(*child, oracle));
  else
    result.push_back(condition(*tree, oracle));
  for (const query::RequestFilter& filter : request.filters)
    result.push_back({filter.facet, oracle.with_any(filter.facet, filter.values)});
  query::Node dates;
  dates.kind = query::Kind::kDate;
  dates.since = request.since;
  dates.until = request.until;
  if (!dates.since.empty() || !dates.until.empty()) result.push_back(condition(dates, oracle));
  return result;
}

Oracle::Set all_but(const std::string& facet, const std::vector<Condition>& conditions,
                    std::size_t articles) {
  Oracle::Set result(true, articles);
  for (const Condition& condition : conditions)
    if (facet.empty() || condition.facet != facet) result = result && condition.matches;
  return result;
}

}  // namespace

Expectation expect(const engine::SearchRequest& request, const Oracle& oracle,
                   const std::set<std::string>& facets, const query::SynonymTable& synonyms) {
  const std::vector<Condition> all = conditions(request, oracle, facets, synonyms);
  const std::size_t articles = oracle.articles().size();
  Expectation result{all_but("", all, articles), {}};
  result.counts = oracle.counts(result.matches);
  for (const Condition& condition : all)
    if (!condition.facet.empty()) {
      Oracle::Counts counts = oracle.counts(all_but(condition.facet, all, articles));
      result.counts[condition.facet] = std::move(counts[condition.facet]);
    }
  return result;
}

}  // namespace assay::tests
