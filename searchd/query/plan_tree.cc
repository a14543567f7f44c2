// A plan as an S-expression.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "searchd/query/plan.h"

namespace assay::query {
namespace {

std::string head(const PlanNode& node) {
  switch (node.match) {
    case Match::kAll:
      return "all";
    case Match::kNone:
      return "none";
    case Match::kTerm:
      return "term";
    case Match::kNear:
      return fmt::format("near/{}", node.window);
    case Match::kPhrase:
      return node.window == node.slots.size() ? "phrase" : fmt::format("phrase/{}", node.window);
    case Match::kFacet:
      return "facet";
    case Match::kDate:
      return fmt::format("date {}..{}", node.since, node.until);
    case Match::kAnd:
      return "and";
    case Match::kOr:
      return "or";
    case Match::kAndNot:
      return "and-not";
  }
  return {};
}

std::string any(const std::vector<std::string>& terms) { return fmt::format("{}", fmt::join(terms, "|")); }

// The slots, those of one run in brackets.
std::string slots(const PlanNode& node) {
  std::string out;
  std::size_t run = 0, left = 0;  // slots of the run still to come
  for (const std::vector<std::string>& slot : node.slots) {
    const bool opens = left == 0;
    if (opens) left = run < node.runs.size() ? node.runs[run++] : 1;
    const bool bracket = opens && left > 1, inside = !opens;
    out += bracket ? " [" : " ";
    out += any(slot);
    if (--left == 0 && inside) out += ']';
  }
  return out;
}

}  // namespace

std::string to_tree(const PlanNode& node) {
  std::string out = '(' + head(node);
  if (!node.terms.empty()) out += ' ' + any(node.terms);
  out += slots(node);
  for (const PlanNode& child : node.children) out += ' ' + to_tree(child);
  return out + ')';
}

}  // namespace assay::query
