#include "searchd/engine/suggest.h"

#include <algorithm>
#include <set>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/matching.h"
#include "searchd/query/limits.h"
#include "searchd/query/values.h"

namespace assay::engine {
namespace {

using schema::Field;

constexpr std::size_t kSeenPerCheck = 1024;
constexpr Xapian::termcount kMaxEndings = 200;  // of a title's last word
constexpr std::uint32_t kMaxLimit = 100;
constexpr std::uint32_t kCopiesPerTitle = 4;  // that are looked past

bool is_better(const Suggestion& a, const Suggestion& b) {
  return a.count != b.count ? a.count > b.count : a.text < b.text;
}

// The best `limit` of all that are offered.
class Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}
  void offer(Suggestion suggestion) {
    if (limit_ == 0 || (found_.size() == limit_ && !is_better(suggestion, found_.front()))) return;
    if (found_.size() == limit_) {
      std::pop_heap(found_.begin(), found_.end(), is_better);
      found_.pop_back();
    }
    found_.push_back(std::move(suggestion));
    std::push_heap(found_.begin(), found_.end(), is_better);
  }
  std::vector<Suggestion> take() {
    std::sort_heap(found_.begin(), found_.end(), is_better);
    return std::move(found_);
  }

 private:
  const std::size_t limit_;
  std::vector<Suggestion> found_;  // a heap, the worst first
};

std::vector<Suggestion> words(const Reader& reader, const std::string& beginning, std::size_t limit,
                              const Stop& stop) {
  Best best(limit);
  const std::string prefix = schema::word_term(Field::kText, beginning);
  std::size_t seen = 0;
  for (auto term = reader.database.allterms_begin(prefix); term != reader.database.allterms_end(prefix);
       ++term) {
    if (++seen % kSeenPerCheck == 0) check(stop);
    best.offer({SuggestionKind::kWord, *term, {}, {}, term.get_termfreq()});
  }
  return best.take();
}

std::vector<Suggestion> values(const Reader& reader, const std::string& folded, std::size_t limit,
                               const Stop& stop) {
  Best best(limit);
  std::size_t seen = 0;
  for (const schema::Facet& facet : reader.schema->facets)
    for (const schema::FacetValue& value : facet.values()) {
      if (++seen % kSeenPerCheck == 0) check(stop);
      if (value.id != facet.default_value && query::has_name_with(value, folded))
        best.offer({SuggestionKind::kValue, value.label, facet.name, value.id,
                    reader.database.get_termfreq(schema::facet_term(facet.name, value.id))});
    }
  return best.take();
}

// Words of titles that begin so.
std::vector<std::string> most_frequent_endings(const Reader& reader, const std::string& begin) {
  const std::string prefix = schema::word_term(Field::kTitle, begin);
  std::vector<std::pair<Xapian::doccount, std::string>> endings;
  for (auto term = reader.database.allterms_begin(prefix); term != reader.database.allterms_end(prefix);
       ++term)
    endings.emplace_back(term.get_termfreq(), *term);
  const std::size_t kept = std::min<std::size_t>(kMaxEndings, endings.size());
  std::partial_sort(endings.begin(), endings.begin() + static_cast<std::ptrdiff_t>(kept), endings.end(),
                    [](const auto& a, const auto& b) {
                      return a.first != b.first ? a.first > b.first : a.second < b.second;
                    });
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < kept; ++i) terms.push_back(std::move(endings[i].second));
  return terms;
}

// Titles with all the words, of which the last may go on; the newest first.
std::vector<Suggestion> titles(const Reader& reader, const std::vector<std::string>& words,
                               std::uint32_t limit, const Stop& stop) {
  query::PlanNode all{.match = query::Match::kAnd};
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    all.children.push_back(
        {.match = query::Match::kTerm, .terms = {schema::word_term(Field::kTitle, words[i])}});
  std::vector<std::string> endings = most_frequent_endings(reader, words.back());
  if (endings.empty()) return {};
  all.children.push_back({.match = query::Match::kFacet, .terms = std::move(endings)});
  const SortOrder newest({{"date", true}}, *reader.schema);
  MatchOptions options;
  options.order = &newest;
  options.limit = limit * kCopiesPerTitle;
  const MatchResult found = matching(reader, all, {}, stop)->match(options);
  std::vector<Suggestion> titles;
  std::set<std::string> told;  // copies have one title
  for (const Found& each : found.page) {
    if (titles.size() == limit) break;
    schema::StoredArticle article = stored_article(reader, each.document);
    if (told.insert(article.title).second)
      titles.push_back({SuggestionKind::kTitle, std::move(article.title), {}, std::move(article.id), 1});
  }
  return titles;
}

}  // namespace

Suggestions suggest(const Reader& reader, const SuggestRequest& request, const Stop& stop) {
  Suggestions result;
  result.revision = reader.revision();
  if (request.text.size() > query::kMaxQueryBytes)
    throw Failure(FailureKind::kInvalid, "the text is longer than a query may be");
  const std::vector<std::string> typed = schema::folded_words(request.text);
  if (typed.empty()) return result;
  if (typed.size() > query::kMaxTerms)
    throw Failure(FailureKind::kInvalid, "the text has more words than a query may have");
  const std::uint32_t limit = std::min(request.limit, kMaxLimit);
  const std::string folded = schema::folded_phrase(request.text);
  for (std::vector<Suggestion> found :
       {words(reader, typed.back(), limit, stop), values(reader, folded, limit, stop),
        titles(reader, typed, limit, stop)})
    std::move(found.begin(), found.end(), std::back_inserter(result.found));
  return result;
}

}  // namespace assay::engine
