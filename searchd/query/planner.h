// The nodes of a query tree -> what the index matches.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "searchd/query/plan.h"

namespace assay::query {

// Puts highlights and missing words into `plan` on the way, and notes. Facet values must be resolved. For one
// query.
class Planner {
 public:
  Planner(const schema::Schema& schema, const Vocabulary& vocabulary, std::chrono::sys_days today, Plan& plan,
          std::vector<Note>& notes)
      : schema_(schema), vocabulary_(vocabulary), today_(today), plan_(plan), notes_(notes) {}

  // All of `conditions`. Throws QueryError where a prefix stands for too many words.
  PlanNode conjunction(const std::vector<const Node*>& conditions) { return conjunction(conditions, true); }

 private:
  // The words of a leaf or of a chain of NEAR, as in PlanNode.
  struct Words {
    std::vector<std::vector<std::string>> slots;
    std::vector<std::size_t> runs;
  };

  // `marked`: not negated, so that it is to be highlighted.
  PlanNode build(const Node& node, bool marked);
  PlanNode conjunction(const std::vector<const Node*>& conditions, bool marked);
  PlanNode alternatives(const Node& node, bool marked);
  PlanNode words(const Node& node, bool marked);
  PlanNode facet(const Node& node) const;
  PlanNode date(const Node& node);

  void add_words(const Node& leaf, Words& words);
  // The words of the index that one word of the query stands for; empty, and noted, when there are none.
  std::vector<std::string> forms(const Node& leaf, Kind kind, const std::string& word);
  void note(std::string text, Span span) { notes_.push_back({std::move(text), span}); }

  const schema::Schema& schema_;
  const Vocabulary& vocabulary_;
  std::chrono::sys_days today_;
  Plan& plan_;
  std::vector<Note>& notes_;
};

}  // namespace assay::query
