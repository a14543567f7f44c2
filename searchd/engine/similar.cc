#include "searchd/engine/similar.h"

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/matching.h"
#include "searchd/engine/selection.h"
#include "searchd/engine/stop_words.h"

namespace assay::engine {
namespace {

constexpr Xapian::termcount kWords = 25;

// Words of the text that are long enough to tell anything, and that other articles have too.
class TellingWords : public Xapian::ExpandDecider {
 public:
  // `own`: how many articles are the same one, its copies included.
  TellingWords(const Xapian::Database& database, std::size_t own) : database_(database), own_(own) {}

  bool operator()(const std::string& term) const override {
    return schema::is_word_term(term) && term.size() > 2 && !is_stop_word(term) &&
           term.find_first_not_of("0123456789") != std::string::npos && database_.get_termfreq(term) > own_;
  }

 private:
  const Xapian::Database& database_;
  const std::size_t own_;
};

// By Bo1, the weight that feedback learns words with.
std::vector<std::string> telling_words(const Reader& reader, Xapian::docid document, std::size_t own) {
  Xapian::Enquire enquire(reader.database);
  enquire.set_query(Xapian::Query(std::string()));
  enquire.set_expansion_scheme("bo1");
  Xapian::RSet article;
  article.add_document(document);
  const TellingWords telling(reader.database, own);
  std::vector<std::string> words;
  const Xapian::ESet best = enquire.get_eset(kWords, article, 0, &telling);
  for (auto word = best.begin(); word != best.end(); ++word) words.push_back(*word);
  return words;
}

// Any of the words, each by itself, in a document that has none of the terms.
query::PlanNode words_without(const std::vector<std::string>& words, const std::vector<std::string>& terms) {
  query::PlanNode any{.match = query::Match::kOr};
  for (const std::string& word : words)
    any.children.push_back({.match = query::Match::kTerm, .terms = {word}});
  query::PlanNode result{.match = query::Match::kAndNot};
  result.children.push_back(std::move(any));
  result.children.push_back({.match = query::Match::kFacet, .terms = terms});
  return result;
}

}  // namespace

SimilarResult similar(const Reader& reader, const SimilarRequest& request, const Stop& stop) {
  SimilarResult result;
  result.revision = reader.revision();
  const Xapian::docid document = document_of(reader, request.id);
  std::vector<std::string> own{schema::id_term(request.id)};
  for (const std::string& copy : schema::copies_of(reader.database, request.id))
    if (copy != request.id) own.push_back(schema::id_term(copy));
  result.words = telling_words(reader, document, own.size());
  if (result.words.empty()) return result;
  SearchRequest filters;
  filters.filters = request.filters;
  const Selection selection(reader, filters, stop);
  const query::PlanNode others = words_without(result.words, own);
  const SortOrder order({}, *reader.schema);
  MatchOptions options;
  options.order = &order;
  options.limit = request.limit;
  options.fold = &reader.copy_groups(stop);
  const MatchResult found = matching(reader, others, selection.plan().filters, stop)->match(options);
  query::Highlight words{{result.words}, {}, 1, false};
  result.hits = hits(reader, found.page, {{{words}, 1}}, stop);
  return result;
}

}  // namespace assay::engine
