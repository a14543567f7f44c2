// Tree + schema -> plan: what to match, in the index's own terms, and what to filter by. A plan knows no
// Xapian; the engine carries it out.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/query/ast.h"
#include "searchd/query/error.h"
#include "searchd/query/synonyms.h"

namespace assay::query {

// The words of an index. Implemented by the engine; not thread-safe.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;
  // The words of the index that share `word`'s stem, sorted.
  virtual std::vector<std::string> conflation_class(const std::string& word) const = 0;
  // The first `limit` words of the index that begin with `prefix`, sorted.
  virtual std::vector<std::string> words_with_prefix(const std::string& prefix, std::size_t limit) const = 0;
};

enum class Match {
  kAll,
  kNone,
  kTerm,    // any of terms, weighed as one term
  kNear,    // slots, each any of its terms, in any order within `window` words
  kPhrase,  // slots in order within `window` words (window == slots.size(): side by side)
  kFacet,   // any of terms, not weighed
  kDate,    // the day lies in [since, until]
  kAnd,
  kOr,
  kAndNot,  // children[0] without children[1]
};

// `runs` is filled where a phrase stands beside NEAR or ADJ: the slots fall into runs of these lengths, the
// slots of one run are side by side and in order, and `match` orders the runs. Empty: each slot by itself.
struct PlanNode {
  Match match = Match::kAll;
  std::vector<std::string> terms = {};  // kTerm, kFacet
  std::string written =
      {};  // kTerm: the word of which terms are the forms; empty if it has to stand as it is
  std::vector<std::vector<std::string>> slots = {};  // kNear, kPhrase
  std::vector<std::size_t> runs = {};                // kNear, kPhrase: as above
  unsigned window = 0;
  std::string since = {}, until = {};  // kDate: schema date values (YYYYMMDD), empty: open
  std::vector<PlanNode> children = {};
};

// What every match must satisfy of one facet: of each clause, any of its values. Kept apart from the rest of
// the query so that the facet's own counts can leave it out (disjunctive counts).
struct Filter {
  std::string facet;
  std::vector<std::vector<schema::Ordinal>> clauses;  // each sorted; an empty one matches nothing
};

// What a snippet marks: the places where all slots stand, each slot any of its folded words. A word has one
// slot, a phrase one for each of its words. From the parts of the query that are neither negated nor about
// the title alone.
struct Highlight {
  std::vector<std::vector<std::string>> slots;
  std::vector<std::size_t> runs;  // as in PlanNode
  unsigned window = 0;            // slots.size(): side by side; more: in order within so many words
  bool any_order = false;
  bool operator==(const Highlight&) const = default;
};

// A word of the query that no article holds.
struct MissingWord {
  std::string word;  // folded
  Span span;         // of the leaf that it stands in
};

struct Plan {
  PlanNode root;                // without the filters
  std::vector<Filter> filters;  // at most one a facet, in the schema's order
  std::vector<Highlight> highlights;
  std::string canonical;  // the query in canonical form, the request's filters included
  std::vector<Note> notes;
  std::vector<MissingWord> missing;
  NodePtr tree;  // what was planned, synonyms included
};

// What a request adds to the query text. Values are named as in the text, by id, label or alias.
struct RequestFilter {
  std::string facet;
  std::vector<std::string> values;
};

struct Request {
  std::string_view text;
  std::vector<RequestFilter> filters;
  std::string since, until;  // partial dates; empty: open
  std::chrono::sys_days today;
  const SynonymTable* synonyms = nullptr;  // null: words are taken as they are
};

// Parses and plans. Facet clauses of the query that stand at its top level, joined by AND and not negated,
// become filters, merged with the request's (a facet given twice must satisfy both clauses).
// Throws QueryError: a limit; a request's filter or date that is unknown or ambiguous (the message names the
// nearest value, or the candidates). Such a value inside the query text matches nothing and is noted.
Plan plan(const Request& request, const schema::Schema& schema, const Vocabulary& vocabulary);

// For tests: (and (term assess|assessed) (phrase direct payments)).
std::string to_tree(const PlanNode& node);

}  // namespace assay::query
