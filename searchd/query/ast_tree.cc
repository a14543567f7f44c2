// The tree of a query as an S-expression.
#include "searchd/query/ast.h"
#include "searchd/query/chars.h"

namespace assay::query {
namespace {

std::string head(const Node& node) {
  switch (node.kind) {
    case Kind::kAll:
      return "all";
    case Kind::kWord:
      return "word";
    case Kind::kExact:
      return "exact";
    case Kind::kPrefix:
      return "prefix";
    case Kind::kPhrase:
      return node.compound ? "compound" : "phrase";
    case Kind::kProximity:
      return (node.ordered ? "adj/" : "near/") + std::to_string(node.window);
    case Kind::kFacet:
      return "facet";
    case Kind::kDate:
      return "date";
    case Kind::kAnd:
      return "and";
    case Kind::kOr:
      return "or";
    case Kind::kNot:
      return "not";
  }
  return {};
}

}  // namespace

std::string to_tree(const Node& node) {
  std::string out = '(' + head(node);
  if (node.kind == Kind::kPhrase && node.window > node.words.size())
    out += '~' + std::to_string(node.window - node.words.size());
  if (!node.field.empty() && node.kind != Kind::kProximity) out += ' ' + node.field + ':';
  for (const std::string& word : node.words) out += ' ' + word;
  for (const std::string& value : node.values) out += ' ' + (is_bare(value) ? value : '"' + value + '"');
  if (node.kind == Kind::kDate) out += ' ' + node.since + ".." + node.until;
  for (const NodePtr& child : node.children) out += ' ' + to_tree(*child);
  return out + ')';
}

}  // namespace assay::query
