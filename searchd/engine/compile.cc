#include "searchd/engine/compile.h"

#include "indexer/schema/terms.h"
#include "searchd/engine/ranking.h"
#include "searchd/engine/run_source.h"

namespace assay::engine {
namespace {

using query::Match;
using query::PlanNode;
using Xapian::Query;

// Not Query::MatchAll: copies of that global share a reference count that is no atomic.
Query match_all() { return Query(std::string()); }

Query weighed(const Share& share) {
  const Query terms = share.terms.size() == 1
                          ? Query(share.terms.front())
                          : Query(Query::OP_SYNONYM, share.terms.begin(), share.terms.end());
  return share.factor == 1 ? terms : Query(Query::OP_SCALE_WEIGHT, terms, share.factor);
}

Query any_share(const std::vector<Share>& shares) {
  std::vector<Query> queries;
  for (const Share& share : shares) queries.push_back(weighed(share));
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query word(const PlanNode& node) {
  const WordWeights weights = word_weights(node);
  const Query all_forms = weighed(weights.all_forms);
  return weights.more.empty() ? all_forms : Query(Query::OP_AND_MAYBE, all_forms, any_share(weights.more));
}

// Weighs the articles that have a date by it.
class FreshnessSource : public Xapian::ValuePostingSource {
 public:
  explicit FreshnessSource(const Freshness& freshness)
      : ValuePostingSource(spec(schema::Field::kDate).slot), freshness_(freshness) {}
  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(freshness_.most);
  }
  double get_weight() const override { return freshness_.weight(get_value()); }

 private:
  const Freshness freshness_;
};

Query any_of(Query::op op, const std::vector<std::string>& terms) {
  return Query(op, terms.begin(), terms.end());
}

// Every slot somewhere, and then all where they belong.
Query positional(const PlanNode& node, const Stop& stop) {
  std::vector<Query> slots;
  for (const std::vector<std::string>& terms : node.slots)
    slots.push_back(terms.size() == 1 ? Query(terms.front()) : any_of(Query::OP_OR, terms));
  return Query(Query::OP_FILTER, Query(Query::OP_AND, slots.begin(), slots.end()),
               Query((new RunSource(node, stop))->release()));
}

Query compile_children(const PlanNode& node, Query::op op, const Stop& stop) {
  std::vector<Query> children;
  for (const PlanNode& child : node.children) children.push_back(compile(child, stop));
  return Query(op, children.begin(), children.end());
}

// Every document that does not match. Xapian 1.4 has OP_AND_NOT, but never sets the weights below its right
// side, and where those it finds in memory are large, an OR inside an AND there is taken for an AND. So what
// is negated is turned inside out down to its leaves; OP_XOR around more would take time exponential in the
// depth.
Query all_but(const PlanNode& node, const Stop& stop) {
  std::vector<Query> children;
  if (node.match == Match::kAnd || node.match == Match::kOr) {
    for (const PlanNode& child : node.children) children.push_back(all_but(child, stop));
    return Query(node.match == Match::kAnd ? Query::OP_OR : Query::OP_AND, children.begin(), children.end());
  }
  if (node.match == Match::kAndNot)
    return Query(Query::OP_OR, all_but(node.children[0], stop), compile(node.children[1], stop));
  return Query(Query::OP_XOR, match_all(), compile(node, stop));
}

}  // namespace

Query compile(const PlanNode& node, const Stop& stop) {
  switch (node.match) {
    case Match::kAll:
      return match_all();
    case Match::kNone:
      return Query();
    case Match::kTerm:
      return word(node);
    case Match::kNear:
    case Match::kPhrase:
      return positional(node, stop);
    case Match::kFacet:
      return Query(Query::OP_SCALE_WEIGHT, any_of(Query::OP_OR, node.terms), 0);
    case Match::kDate:
      return Query(Query::OP_VALUE_RANGE, spec(schema::Field::kDate).slot,
                   node.since.empty() ? schema::kBeforeEveryDay : node.since,
                   node.until.empty() ? schema::kBehindEveryDay : node.until);
    case Match::kAnd:
      return compile_children(node, Query::OP_AND, stop);
    case Match::kOr:
      return compile_children(node, Query::OP_OR, stop);
    case Match::kAndNot:
      return Query(Query::OP_FILTER, compile(node.children[0], stop), all_but(node.children[1], stop));
  }
  return Query();
}

Query lifted(const Query& base, const Lifts& lifts) {
  Query result = base;
  if (!lifts.words.empty()) result = Query(Query::OP_AND_MAYBE, result, any_share(lifts.words));
  if (lifts.freshness)
    result = Query(Query::OP_AND_MAYBE, result, Query((new FreshnessSource(*lifts.freshness))->release()));
  return result;
}

std::vector<std::string> clause_terms(const std::string& facet, const std::vector<schema::Ordinal>& clause,
                                      const schema::Schema& schema) {
  std::vector<std::string> terms;
  for (const schema::Ordinal ordinal : clause)
    terms.push_back(schema::facet_term(facet, schema.find(facet)->values()[ordinal].id));
  return terms;
}

Query narrowed(const Query& base, const std::vector<query::Filter>& filters, const schema::Schema& schema,
               const std::string& left_out) {
  Query result = base;
  for (const query::Filter& filter : filters) {
    if (filter.facet == left_out) continue;
    for (const std::vector<schema::Ordinal>& clause : filter.clauses)
      result =
          Query(Query::OP_FILTER, result, any_of(Query::OP_OR, clause_terms(filter.facet, clause, schema)));
  }
  return result;
}

}  // namespace assay::engine
