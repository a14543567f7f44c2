#include "searchd/query/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searchd/query/budget.h"
#include "searchd/query/chars.h"
#include "searchd/query/lexer.h"
#include "searchd/query/limits.h"

namespace assay::query {
namespace {

bool is_words(const Node& node) {
  return node.kind == Kind::kWord || node.kind == Kind::kExact || node.kind == Kind::kPrefix ||
         node.kind == Kind::kPhrase;
}

NodePtr negation(NodePtr node) {
  if (node->kind == Kind::kNot) return std::move(node->children.front());
  auto result = std::make_unique<Node>();
  result->kind = Kind::kNot;
  result->span = node->span;
  result->children.push_back(std::move(node));
  return result;
}

// What is between two parentheses, or the whole query, as far as it is read.
struct Group {
  std::vector<NodePtr> alternatives;  // left of the last OR
  std::vector<NodePtr> required;      // since then
  Span open;                          // the parenthesis
  bool negated = false;               // as a whole

  NodePtr close() {
    end_alternative();
    return join(Kind::kOr, std::move(alternatives));
  }
  void end_alternative() {
    if (NodePtr node = join(Kind::kAnd, std::exchange(required, {}))) alternatives.push_back(std::move(node));
  }
};

class Parser {
 public:
  Parser(std::string_view text, const std::set<std::string>& facets)
      : text_(text), tokens_(tokenise(text, facets, parsed_.notes)) {}

  Parsed run() {
    for (; at_ < tokens_.size(); ++at_) step(tokens_[at_]);
    while (groups_.size() > 1) {
      note("this parenthesis is not closed and runs to the end of the query", groups_.back().open);
      close_group();
    }
    parsed_.root = groups_.back().close();
    if (!parsed_.root) parsed_.root = std::make_unique<Node>();
    std::stable_sort(parsed_.notes.begin(), parsed_.notes.end(),
                     [](const Note& a, const Note& b) { return a.span.begin < b.span.begin; });
    return std::move(parsed_);
  }

 private:
  void step(Token& token) {
    if (!stands_in_place(token)) {
      if (!token.node) return note("this '|' joins nothing and is ignored", token.span);
      const std::string_view word = text_.substr(token.span.begin, token.span.end - token.span.begin);
      note(fmt::format("{} is read as text: {}", quoted(word),
                       token.kind == TokenKind::kNear ? "it joins only words and phrases, of one field"
                                                      : "it has nothing to join here"),
           token.span);
      token.kind = TokenKind::kOperand;
    }
    switch (token.kind) {
      case TokenKind::kOperand:
        return add(operand(), std::exchange(negate_, false));
      case TokenKind::kOpen:
        return open_group(token.span);
      case TokenKind::kClose:
        return close_or_ignore(token.span);
      case TokenKind::kNot:
        negate_ = !negate_;
        break;
      case TokenKind::kOr:
        groups_.back().end_alternative();
        break;
      case TokenKind::kAnd:
      case TokenKind::kNear:
        break;
    }
    behind_operand_ = false;
  }

  // Whether an operator has what it needs on both sides.
  bool stands_in_place(const Token& token) const {
    switch (token.kind) {
      case TokenKind::kNot:
        return operand_follows();
      case TokenKind::kAnd:
      case TokenKind::kOr:
        return behind_operand_ && operand_follows();
      case TokenKind::kNear:
        return false;  // operand() takes those that are in place
      default:
        return true;
    }
  }

  // An operator that is a word counts: right behind another operator it is text, or NOT.
  bool operand_follows() const {
    if (at_ + 1 == tokens_.size()) return false;
    const Token& next = tokens_[at_ + 1];
    return next.node != nullptr || next.kind == TokenKind::kOpen || next.kind == TokenKind::kNot;
  }

  // The operand at at_, together with those that NEAR and ADJ join to it.
  NodePtr operand() {
    NodePtr first = take_leaf();
    if (!near_follows(*first)) return first;
    auto chain = std::make_unique<Node>();
    chain->kind = Kind::kProximity;
    chain->field = first->field;
    chain->ordered = tokens_[at_ + 1].ordered;
    chain->span.begin = first->span.begin;
    chain->children.push_back(std::move(first));
    while (near_follows(*chain->children.back())) extend(*chain);
    chain->span.end = chain->children.back()->span.end;
    for (NodePtr& child : chain->children) tighten(*child);
    return chain;
  }

  bool near_follows(const Node& left) const {
    if (at_ + 2 >= tokens_.size() || tokens_[at_ + 1].kind != TokenKind::kNear || !is_words(left))
      return false;
    const Token& right = tokens_[at_ + 2];
    return right.kind == TokenKind::kOperand && is_words(*right.node) && right.node->field == left.field;
  }

  void extend(Node& chain) {
    const Token& near = tokens_[at_ + 1];
    if (near.distance > kMaxWindow)
      throw QueryError(fmt::format("the number behind NEAR and ADJ may be at most {}", kMaxWindow),
                       near.span);
    const bool first = chain.children.size() == 1;
    if (!first && (near.distance != chain.window || near.ordered != chain.ordered))
      note("one chain has one distance, the largest, and keeps the order only if all of it is ADJ",
           near.span);
    chain.window = std::max(chain.window, near.distance);
    chain.ordered = chain.ordered && near.ordered;
    at_ += 2;
    chain.children.push_back(take_leaf());
  }

  // Beside NEAR a phrase is one of words side by side.
  void tighten(Node& leaf) {
    if (leaf.kind != Kind::kPhrase || leaf.window == leaf.words.size()) return;
    note("the '~' of a phrase is ignored beside NEAR and ADJ", leaf.span);
    leaf.window = static_cast<unsigned>(leaf.words.size());
  }

  NodePtr take_leaf() {
    budget_.spend(*tokens_[at_].node);
    return std::move(tokens_[at_].node);
  }

  void add(NodePtr node, bool negated) {
    groups_.back().required.push_back(negated ? negation(std::move(node)) : std::move(node));
    behind_operand_ = true;
  }

  void open_group(Span span) {
    if (groups_.size() > kMaxDepth)
      throw QueryError(fmt::format("parentheses may be nested at most {} deep", kMaxDepth), span);
    groups_.push_back(Group{.alternatives = {}, .required = {}, .open = span, .negated = negate_});
    negate_ = behind_operand_ = false;
  }

  void close_or_ignore(Span span) {
    if (groups_.size() == 1) return note("this parenthesis closes nothing and is ignored", span);
    close_group();
  }

  void close_group() {
    Group group = std::move(groups_.back());
    groups_.pop_back();
    behind_operand_ = !groups_.back().required.empty();
    if (NodePtr node = group.close()) add(std::move(node), group.negated);
  }

  void note(std::string text, Span span) { parsed_.notes.push_back({std::move(text), span}); }

  std::string_view text_;
  Parsed parsed_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::vector<Group> groups_ = std::vector<Group>(1);  // the query itself, then what is open inside it
  Budget budget_;
  bool negate_ = false;          // an odd number of NOTs stands right before
  bool behind_operand_ = false;  // an operand, not an operator, stands right before
};

}  // namespace

Parsed parse(std::string_view text, const std::set<std::string>& facets) {
  if (text.size() > kMaxQueryBytes)
    throw QueryError(fmt::format("a query may have at most {} bytes", kMaxQueryBytes),
                     {kMaxQueryBytes, text.size()});
  return Parser(text, facets).run();
}

}  // namespace assay::query
