#include "searchd/query/lexer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searchd/query/cursor.h"
#include "searchd/query/leaf.h"
#include "searchd/query/limits.h"
#include "searchd/query/operand.h"

namespace assay::query {
namespace {

// AND, OR, NOT, NEAR, ADJ, NEAR/n, ADJ/n; nothing for other text.
std::optional<Token> operator_word(std::string_view chunk) {
  Token token;
  if (chunk == "AND" || chunk == "OR" || chunk == "NOT") {
    token.kind = chunk == "AND" ? TokenKind::kAnd : chunk == "OR" ? TokenKind::kOr : TokenKind::kNot;
    return token;
  }
  const std::size_t slash = std::min(chunk.find('/'), chunk.size());
  const std::string_view name = chunk.substr(0, slash);
  if (name != "NEAR" && name != "ADJ") return std::nullopt;
  const auto distance = slash == chunk.size() ? kDefaultNear : parse_number(chunk.substr(slash + 1));
  if (!distance) return std::nullopt;
  token.kind = TokenKind::kNear;
  token.distance = std::max(1U, *distance);  // NEAR/0, nothing between, is what NEAR/1 says
  token.ordered = name == "ADJ";
  return token;
}

class Lexer {
 public:
  Lexer(std::string_view text, const std::set<std::string>& facets, std::vector<Note>& notes)
      : cursor_(text, notes), facets_(facets) {}

  std::vector<Token> run() {
    while (!cursor_.done()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const std::size_t begin = cursor_.at();
    const Char c = cursor_.peek();
    if (c == Char::kOther || c == Char::kQuote) return read_text();
    cursor_.skip_char();
    sign_may_follow_ = c != Char::kClose;
    if (c == Char::kOpen) push({.kind = TokenKind::kOpen, .span = cursor_.from(begin)});
    if (c == Char::kClose) push({.kind = TokenKind::kClose, .span = cursor_.from(begin)});
    if (c == Char::kBar) push({.kind = TokenKind::kOr, .span = cursor_.from(begin)});
  }

  // An operator that is a word, or an operand with its signs.
  void read_text() {
    const std::size_t begin = cursor_.at(), signs = tokens_.size();
    if (sign_may_follow_) read_signs();
    if (cursor_.peek() == Char::kOpen || read_operator()) return;
    NodePtr node = read_operand(cursor_, facets_);
    const Span span = cursor_.from(begin);
    if (!node) {
      tokens_.resize(signs);
      cursor_.note(quoted(cursor_.text(span)) + " holds no word and is ignored", span);
    } else {
      if (!sign_may_follow_ && cursor_.text(span).starts_with('-'))
        cursor_.note("a '-' negates only behind a space", {begin, begin + 1});
      push({.span = span, .node = std::move(node)});
    }
    sign_may_follow_ = false;
  }

  // A sign counts where something follows it at once. `+` asks for what holds anyway.
  void read_signs() {
    while ((cursor_.stands("-") || cursor_.stands("+")) &&
           (cursor_.text_stands(1) || cursor_.peek(1) == Char::kOpen)) {
      const bool negates = cursor_.stands("-");
      cursor_.skip(1);
      if (negates) push({.kind = TokenKind::kNot, .span = cursor_.from(cursor_.at() - 1)});
    }
  }

  bool read_operator() {
    const std::size_t begin = cursor_.at();
    const std::string_view chunk = cursor_.chunk();
    std::optional<Token> token = operator_word(chunk);
    if (!token) return false;
    cursor_.skip(chunk.size());
    token->span = cursor_.from(begin);
    token->node = chunk_leaf(chunk, "", false, token->span);
    push(std::move(*token));
    sign_may_follow_ = false;
    return true;
  }

  void push(Token token) { tokens_.push_back(std::move(token)); }

  Cursor cursor_;
  const std::set<std::string>& facets_;
  std::vector<Token> tokens_;
  bool sign_may_follow_ = true;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text, const std::set<std::string>& facets,
                            std::vector<Note>& notes) {
  return Lexer(text, facets, notes).run();
}

}  // namespace assay::query
