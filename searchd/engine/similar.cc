#include "searchd/engine/similar.h"

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/compile.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/match.h"
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
  const Xapian::Query with_words(Xapian::Query::OP_OR, result.words.begin(), result.words.end());
  const Xapian::Query others(Xapian::Query::OP_FILTER, with_words, without_any(own));
  const SortOrder order({}, *reader.schema);
  const MatchResult found =
      match(reader.database, narrowed(others, selection.plan().filters, *reader.schema, ""),
            {&order, 0, request.limit, {}, &reader.copy_groups(stop), nullptr}, stop);
  query::Highlight words{{result.words}, {}, 1, false};
  result.hits = hits(reader, found.page, {words}, 1, stop);
  return result;
}

}  // namespace assay::engine
