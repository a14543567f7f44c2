#include "searchd/query/ast.h"

#include <algorithm>
#include <utility>

#include "searchd/query/chars.h"

namespace assay::query {
namespace {

// How tightly an operator binds; an operand that binds less than its place asks for gets parentheses.
enum class Binding { kOr, kAnd, kUnary };

Binding binding(const Node& node) {
  if (node.kind == Kind::kOr) return Binding::kOr;
  return node.kind == Kind::kAnd ? Binding::kAnd : Binding::kUnary;
}

class Printer {
 public:
  void print(const Node& node, Binding place) {
    const bool enclosed = binding(node) < place;
    if (enclosed) out_ += '(';
    print_inside(node);
    if (enclosed) out_ += ')';
  }

  std::string take() { return std::move(out_); }

 private:
  void print_inside(const Node& node) {
    switch (node.kind) {
      case Kind::kAll:
        return;
      case Kind::kOr:
        return print_joined(node, " OR ", Binding::kAnd);
      case Kind::kAnd:
        return print_joined(node, " ", Binding::kUnary);
      case Kind::kProximity:
        return print_joined(node, (node.ordered ? " ADJ/" : " NEAR/") + std::to_string(node.window) + " ",
                            Binding::kUnary);
      case Kind::kNot:
        out_ += '-';
        return print(*node.children.front(), Binding::kUnary);
      case Kind::kFacet:
        return print_facet(node);
      case Kind::kDate:
        return print_date(node);
      default:
        return print_words(node);
    }
  }

  void print_joined(const Node& node, const std::string& separator, Binding place) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) out_ += separator;
      print(*node.children[i], place);
    }
  }

  void print_words(const Node& node) {
    if (!node.field.empty()) out_ += node.field + ':';
    if (node.kind == Kind::kPhrase) return print_phrase(node);
    if (node.kind == Kind::kExact) out_ += '=';
    out_ += node.words.front();
    if (node.kind == Kind::kPrefix) out_ += '*';
  }

  void print_phrase(const Node& node) {
    const char* const quote = node.compound ? "" : "\"";
    const char* const between = node.compound ? "-" : " ";
    out_ += quote;
    for (std::size_t i = 0; i < node.words.size(); ++i) (out_ += i > 0 ? between : "") += node.words[i];
    out_ += quote;
    if (node.window > node.words.size()) out_ += '~' + std::to_string(node.window - node.words.size());
  }

  void print_facet(const Node& node) {
    out_ += node.field + ':';
    for (std::size_t i = 0; i < node.values.size(); ++i) {
      if (i > 0) out_ += ',';
      print_value(node.values[i], node.values[i].find(',') == std::string::npos);
    }
  }

  void print_date(const Node& node) {
    if (node.until.empty() || node.since.empty()) {
      out_ += node.until.empty() ? "since:" : "until:";
      return print_value(node.since + node.until, true);
    }
    out_ += "date:";
    print_value(node.since == node.until ? node.since : node.since + ".." + node.until, true);
  }

  // A quote inside cannot be written; a space says the same, as values are compared by their words.
  void print_value(const std::string& value, bool may_be_bare) {
    if (may_be_bare && is_bare(value)) {
      out_ += value;
      return;
    }
    out_ += '"';
    for (std::size_t at = 0, from = 0; at < value.size(); from = at)
      out_ += read_char(value, at) == Char::kQuote ? " " : value.substr(from, at - from);
    out_ += '"';
  }

  std::string out_;
};

}  // namespace

NodePtr join(Kind kind, std::vector<NodePtr> parts) {
  std::vector<NodePtr> flat;
  for (NodePtr& part : parts) {
    if (part->kind == kind)
      std::move(part->children.begin(), part->children.end(), std::back_inserter(flat));
    else if (kind != Kind::kAnd || part->kind != Kind::kAll)
      flat.push_back(std::move(part));
  }
  if (flat.empty()) return parts.empty() ? nullptr : std::make_unique<Node>();
  if (flat.size() == 1) return std::move(flat.front());
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->span = {flat.front()->span.begin, flat.back()->span.end};
  node->children = std::move(flat);
  return node;
}

std::string to_query(const Node& node) {
  Printer printer;
  printer.print(node, Binding::kOr);
  return printer.take();
}

}  // namespace assay::query
