#include "searchd/query/match.h"

#include <algorithm>
#include <utility>

namespace assay::query {
namespace {

bool is_everything(const PlanNode& node) {
  return node.match == Match::kAll ||
         (node.match == Match::kOr && std::any_of(node.children.begin(), node.children.end(), is_everything));
}

// `parts` under one node of `kind`; parts of that kind are spliced in, one part alone stands for itself.
PlanNode combined(Match kind, std::vector<PlanNode> parts) {
  PlanNode result = match(kind);
  for (PlanNode& part : parts) {
    if (part.match == kind)
      std::move(part.children.begin(), part.children.end(), std::back_inserter(result.children));
    else
      result.children.push_back(std::move(part));
  }
  if (result.children.size() > 1) return result;
  return PlanNode(std::move(result.children.front()));
}

}  // namespace

PlanNode match(Match kind) {
  PlanNode node;
  node.match = kind;
  return node;
}

PlanNode all_of(std::vector<PlanNode> parts) {
  const auto is = [](Match kind) { return [kind](const PlanNode& part) { return part.match == kind; }; };
  if (std::any_of(parts.begin(), parts.end(), is(Match::kNone))) return match(Match::kNone);
  std::erase_if(parts, is(Match::kAll));
  return parts.empty() ? match(Match::kAll) : combined(Match::kAnd, std::move(parts));
}

PlanNode any_of(std::vector<PlanNode> parts) {
  std::erase_if(parts, [](const PlanNode& part) { return part.match == Match::kNone; });
  return parts.empty() ? match(Match::kNone) : combined(Match::kOr, std::move(parts));
}

PlanNode without(PlanNode kept, PlanNode dropped) {
  if (dropped.match == Match::kNone) return kept;
  if (kept.match == Match::kNone || is_everything(dropped)) return match(Match::kNone);
  PlanNode result = match(Match::kAndNot);
  result.children.push_back(std::move(kept));
  result.children.push_back(std::move(dropped));
  return result;
}

}  // namespace assay::query
