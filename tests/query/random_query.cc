#include "tests/query/random_query.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searchd/query/limits.h"

namespace assay::tests {
namespace {

using query::Kind;
using query::Node;
using query::NodePtr;

std::size_t below(Random& random, std::size_t count) { return random() % count; }

template <typename List>
std::string pick(Random& random, const List& list) {
  return std::string(list[below(random, list.size())]);
}

constexpr std::array<std::string_view, 10> kWords = {"care", "council", "payments", "assessed", "and",
                                                     "not",  "24",      "home",     "xyz",      "strass"};
constexpr std::array<std::string_view, 6> kValues = {"good", "Requires Improvement", "a,b", "x..y", "-",
                                                     "(odd)"};
constexpr std::array<std::string_view, 6> kDates = {"2025",  "2025-06",       "3months",
                                                    "today", "the other day", "x|y"};

// What random text is put together from.
constexpr std::array<std::string_view, 54> kPieces = {" ",
                                                      " ",
                                                      " ",
                                                      " ",
                                                      "(",
                                                      ")",
                                                      "((",
                                                      "|",
                                                      "\"",
                                                      "\"",
                                                      "-",
                                                      "+",
                                                      "=",
                                                      "*",
                                                      "~",
                                                      "~3",
                                                      ":",
                                                      ",",
                                                      "..",
                                                      "AND ",
                                                      "OR ",
                                                      " NOT ",
                                                      " NEAR ",
                                                      " ADJ/3 ",
                                                      " NEAR/999",
                                                      "rating:",
                                                      "council:",
                                                      "title:",
                                                      "date:",
                                                      "since:",
                                                      "until:",
                                                      "text:",
                                                      "foo:",
                                                      "good",
                                                      "stoke",
                                                      "2025-06",
                                                      "3m",
                                                      "care",
                                                      "CARE",
                                                      "payments",
                                                      "24/7",
                                                      "a b",
                                                      "o'clock",
                                                      "caf\xC3\xA9",
                                                      "\xEF\xAC\x81ne",
                                                      "\n",
                                                      "\t",
                                                      "\xC2\xA0",
                                                      "\xE2\x80\x9C",
                                                      "\xE2\x80\x9D",
                                                      "\xE2\x80\x94",
                                                      "\xCC\x81",
                                                      "\xFF",
                                                      "\xE2"};

NodePtr make(Kind kind) {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  return node;
}

NodePtr random_words(Random& random, const std::string& field, bool loose) {
  constexpr std::array kKinds = {Kind::kWord, Kind::kWord, Kind::kExact, Kind::kPrefix, Kind::kPhrase};
  NodePtr node = make(kKinds[below(random, kKinds.size())]);
  node->field = field;
  const std::size_t count = node->kind == Kind::kPhrase ? 2 + below(random, 3) : 1;
  for (std::size_t i = 0; i < count; ++i) node->words.push_back(pick(random, kWords));
  if (node->kind == Kind::kPrefix) node->words.front() = "pre";
  if (node->kind == Kind::kPhrase)
    node->window = static_cast<unsigned>(count + (loose ? below(random, 2) * below(random, 100) : 0));
  return node;
}

NodePtr random_proximity(Random& random, const std::string& field) {
  NodePtr node = make(Kind::kProximity);
  node->field = field;
  node->window = static_cast<unsigned>(1 + below(random, query::kMaxWindow));
  node->ordered = below(random, 2) == 0;
  for (std::size_t i = 0; i < 2 + below(random, 2); ++i)
    node->children.push_back(random_words(random, field, false));
  return node;
}

NodePtr random_facet(Random& random) {
  NodePtr node = make(Kind::kFacet);
  node->field = below(random, 2) == 0 ? "rating" : "council";
  for (std::size_t i = 0; i < 1 + below(random, 3); ++i) node->values.push_back(pick(random, kValues));
  return node;
}

NodePtr random_date(Random& random) {
  NodePtr node = make(Kind::kDate);
  node->field = "date";
  const std::size_t sides = below(random, 4);
  if (sides != 1) node->since = pick(random, kDates);
  if (sides != 2) node->until = sides == 3 ? node->since : pick(random, kDates);
  return node;
}

NodePtr random_leaf(Random& random) {
  const std::string field = below(random, 4) == 0 ? "title" : "";
  switch (below(random, 6)) {
    case 0:
      return random_facet(random);
    case 1:
      return random_date(random);
    case 2:
      return random_proximity(random, field);
    default:
      return random_words(random, field, true);
  }
}

// Below an AND there is no AND, and so on: the parser splices them.
NodePtr random_node(Random& random, Kind parent, std::size_t depth) {
  constexpr std::array kKinds = {Kind::kAnd, Kind::kOr, Kind::kNot};
  const Kind kind = kKinds[below(random, kKinds.size())];
  if (depth == 0 || kind == parent || below(random, 3) == 0) return random_leaf(random);
  NodePtr node = make(kind);
  const std::size_t count = kind == Kind::kNot ? 1 : 2 + below(random, 2);
  for (std::size_t i = 0; i < count; ++i) node->children.push_back(random_node(random, kind, depth - 1));
  return node;
}

}  // namespace

NodePtr random_tree(Random& random) { return random_node(random, Kind::kAll, below(random, 4)); }

std::string random_text(Random& random) {
  std::string text;
  for (std::size_t count = below(random, 30); count > 0; --count)
    text += below(random, 12) == 0 ? std::string(1, static_cast<char>(random())) : pick(random, kPieces);
  return text;
}

bool equal(const Node& a, const Node& b) {
  const auto same = [](const NodePtr& x, const NodePtr& y) { return equal(*x, *y); };
  return a.kind == b.kind && a.field == b.field && a.words == b.words && a.values == b.values &&
         a.since == b.since && a.until == b.until && a.window == b.window && a.ordered == b.ordered &&
         a.compound == b.compound &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same);
}

}  // namespace assay::tests
