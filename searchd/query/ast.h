// The query as its author wrote it: a tree without any knowledge of an index.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace assay::query {

// Bytes [begin, end) of the query text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

enum class Kind {
  kAll,        // every article (the empty query)
  kWord,       // one word, found in all its forms; words[0]
  kExact,      // one word as written; words[0]
  kPrefix,     // words that begin with words[0]
  kPhrase,     // words in a row, as written; with window > words.size(): in order within that window
  kProximity,  // children (words or phrases side by side) at most `window` words apart; ordered for ADJ
  kFacet,      // field: a facet's name; values: any of them
  kDate,       // field "date"; since and until as written, one may be empty
  kAnd,        // all children
  kOr,         // any child
  kNot,        // not the one child
};

struct Node {
  Kind kind = Kind::kAll;
  Span span;
  std::string field;                // "" text and title, "title" title alone; see kFacet and kDate
  std::vector<std::string> words;   // folded by schema's analyzer
  std::vector<std::string> values;  // as written
  std::string since, until;         // as written
  unsigned window = 0;
  bool ordered = false;
  bool compound = false;  // kPhrase: written as one piece, like co-production, not in quotes
  bool implied = false;   // not written: a synonym of what is
  bool backed = false;    // a word beside which synonyms stand
  std::vector<std::unique_ptr<Node>> children;
};

using NodePtr = std::unique_ptr<Node>;

// The kAnd or kOr of `parts`: parts of the same kind are spliced in, a single part stands for itself, kAll
// is dropped from a kAnd. Null without parts.
NodePtr join(Kind kind, std::vector<NodePtr> parts);

// The tree as a query in canonical form; parsing it again gives an equal tree. Like all that walks a tree,
// recursive: the parser bounds the depth.
std::string to_query(const Node& node);

// the tree as an S-expression, for tests: (and (word budgets) (phrase direct payments)).
std::string to_tree(const Node& node);

}  // namespace assay::query
