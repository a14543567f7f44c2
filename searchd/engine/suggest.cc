#include "searchd/engine/suggest.h"

#include <algorithm>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/match.h"
#include "searchd/query/values.h"

namespace assay::engine {
namespace {

using schema::Field;

constexpr std::size_t kMaxWordsSeen = 20'000;   // that begin so
constexpr Xapian::termcount kMaxEndings = 200;  // of a title's last word
constexpr std::uint32_t kMaxLimit = 100;

void keep_best(std::vector<Suggestion>& found, std::size_t limit) {
  std::sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  if (found.size() > limit) found.resize(limit);
}

std::vector<Suggestion> words(const Reader& reader, const std::string& beginning, std::size_t limit,
                              const Stop& stop) {
  std::vector<Suggestion> found;
  const std::string prefix = schema::word_term(Field::kText, beginning);
  std::size_t seen = 0;
  for (auto term = reader.database.allterms_begin(prefix);
       term != reader.database.allterms_end(prefix) && seen < kMaxWordsSeen; ++term, ++seen) {
    if (seen % 1024 == 0) check(stop);
    found.push_back({SuggestionKind::kWord, *term, {}, {}, term.get_termfreq()});
  }
  keep_best(found, limit);
  return found;
}

std::vector<Suggestion> values(const Reader& reader, const std::string& folded, std::size_t limit,
                               const Stop& stop) {
  std::vector<Suggestion> found;
  for (const schema::Facet& facet : reader.schema->facets) {
    check(stop);
    for (const schema::FacetValue& value : facet.values())
      if (value.id != facet.default_value && query::has_name_with(value, folded))
        found.push_back({SuggestionKind::kValue, value.label, facet.name, value.id,
                         reader.database.get_termfreq(schema::facet_term(facet.name, value.id))});
  }
  keep_best(found, limit);
  return found;
}

// Titles with all the words, of which the last may go on; the newest first.
std::vector<Suggestion> titles(const Reader& reader, const std::vector<std::string>& words,
                               std::uint32_t limit, const Stop& stop) {
  std::vector<Xapian::Query> all;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    all.emplace_back(schema::word_term(Field::kTitle, words[i]));
  all.emplace_back(Xapian::Query::OP_WILDCARD, schema::word_term(Field::kTitle, words.back()), kMaxEndings,
                   Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
  const SortOrder newest({{"date", true}}, *reader.schema);
  const MatchResult found =
      match(reader.database, Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end()),
            {&newest, 0, limit, {}, &reader.copy_groups(), nullptr}, stop);
  std::vector<Suggestion> titles;
  for (const Found& each : found.page) {
    const schema::StoredArticle article = stored_article(reader, each.document);
    titles.push_back({SuggestionKind::kTitle, article.title, {}, article.id, 1});
  }
  return titles;
}

}  // namespace

Suggestions suggest(const Reader& reader, const SuggestRequest& request, const Stop& stop) {
  Suggestions result;
  result.revision = reader.revision();
  const std::vector<std::string> typed = schema::folded_words(request.text);
  if (typed.empty()) return result;
  const std::uint32_t limit = std::min(request.limit, kMaxLimit);
  std::string folded;
  for (const std::string& word : typed) folded += (folded.empty() ? "" : " ") + word;
  for (std::vector<Suggestion> found :
       {words(reader, typed.back(), limit, stop), values(reader, folded, limit, stop),
        titles(reader, typed, limit, stop)})
    std::move(found.begin(), found.end(), std::back_inserter(result.found));
  return result;
}

}  // namespace assay::engine
