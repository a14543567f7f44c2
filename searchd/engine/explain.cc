#include "searchd/engine/explain.h"

#include <algorithm>

#include "indexer/schema/terms.h"
#include "searchd/engine/selection.h"
#include "searchd/engine/vocabulary.h"
#include "searchd/query/limits.h"

namespace assay::engine {
namespace {

using query::Kind;
using query::Node;
using schema::Field;

class Expander {
 public:
  explicit Expander(const Xapian::Database& database) : database_(database), vocabulary_(database) {}

  void expand(const Node& node, std::vector<Expansion>& out) const {
    const bool of_words = !node.words.empty();
    for (const std::string& word : node.words) {
      Expansion expansion{(node.field.empty() ? "" : node.field + ":") + word, how(node), {}};
      for (const std::string& form : forms(node, word)) expansion.terms.push_back(counted(node.field, form));
      const auto is_known = [&](const Expansion& known) {
        return known.written == expansion.written && known.how == expansion.how;
      };
      if (std::none_of(out.begin(), out.end(), is_known)) out.push_back(std::move(expansion));
    }
    if (of_words) return;
    for (const query::NodePtr& child : node.children) expand(*child, out);
  }

 private:
  static std::string how(const Node& node) {
    if (node.implied) return "synonym";
    if (node.kind == Kind::kPrefix) return "prefix";
    return node.kind == Kind::kWord ? "forms" : "exact";
  }

  std::vector<std::string> forms(const Node& node, const std::string& word) const {
    if (node.kind == Kind::kWord) return vocabulary_.conflation_class(word);
    if (node.kind == Kind::kPrefix) return vocabulary_.words_with_prefix(word, query::kMaxExpansions);
    return {word};
  }

  TermCount counted(const std::string& field, const std::string& word) const {
    const std::string term = schema::word_term(field.empty() ? Field::kText : Field::kTitle, word);
    return {word, database_.get_termfreq(term), database_.get_collection_freq(term)};
  }

  const Xapian::Database& database_;
  const IndexVocabulary vocabulary_;
};

}  // namespace

Explanation explain(const Reader& reader, const SearchRequest& request, const Stop& stop) {
  const Selection selection(reader, request, stop);
  Explanation result;
  result.canonical_query = selection.plan().canonical;
  result.tree = to_tree(*selection.plan().tree);
  result.plan = to_tree(selection.plan().root);
  Expander(reader.database).expand(*selection.plan().tree, result.expansions);
  result.notes = selection.plan().notes;
  MatchOptions options;
  if (request.fold) options.fold = &reader.copy_groups(stop);
  result.total = selection.match(options).total;
  result.counts_groups = request.fold;
  result.revision = reader.revision();
  return result;
}

std::string plan_text(const Reader& reader, const SearchRequest& request) {
  return to_tree(Selection(reader, request, Stop::never()).plan().root);
}

}  // namespace assay::engine
