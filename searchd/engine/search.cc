#include "searchd/engine/search.h"

#include <algorithm>
#include <limits>
#include <set>

#include "indexer/schema/analyzer.h"
#include "searchd/engine/facet_counts.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/ranking.h"
#include "searchd/engine/selection.h"
#include "searchd/engine/spelling.h"

namespace assay::engine {
namespace {

using schema::Facet;
using schema::Field;

constexpr std::string_view kFirstCursor = "*";

// Which facets to count, in the schema's order.
std::vector<const Facet*> wanted_facets(const std::vector<std::string>& names, const schema::Schema& schema) {
  const std::set<std::string> wanted(names.begin(), names.end());
  for (const std::string& name : wanted)
    if (name != "*") facet_named(name, schema);
  std::vector<const Facet*> facets;
  for (const Facet& facet : schema.facets)
    if (wanted.contains("*") || wanted.contains(facet.name)) facets.push_back(&facet);
  return facets;
}

class Search {
 public:
  Search(const Reader& reader, const SearchRequest& request, ResultLists& lists, const Stop& stop)
      : reader_(reader),
        request_(request),
        lists_(lists),
        stop_(stop),
        order_(request.sort, *reader.schema),
        selection_(reader, request, stop),
        fold_(request.fold ? &reader.copy_groups(stop) : nullptr) {}

  SearchResult run() {
    const std::vector<const Facet*> facets = wanted_facets(request_.facets, *reader_.schema);
    MatchOptions options;
    options.order = &order_;
    options.offset = request_.offset;
    options.limit = request_.limit;
    options.fold = fold_;
    const Lifts lifts = this->lifts();
    options.lifts = &lifts;
    if (pages()) options.limit = reader_.database.get_doccount();
    for (const Facet* facet : facets) {
      if (selection_.filter_on(*facet) == nullptr)
        options.slots.push_back(facet->slot);
      else  // counted by a match of its own
        options.is_one_of_several = true;
    }
    if (!request_.histogram.empty()) options.slots.push_back(spec(Field::kDate).slot);
    if (request_.score_bands) options.slots.push_back(spec(Field::kScore).slot);
    MatchResult found = selection_.match(options);

    SearchResult result;
    result.total = found.total;
    result.canonical_query = selection_.plan().canonical;
    result.notes = selection_.plan().notes;
    result.suggestion = respelt(reader_.database, request_.query, selection_.plan().missing);
    result.counts_groups = request_.fold;
    result.revision = reader_.revision();
    advise(result);
    count(facets, found, result);
    if (pages()) result.next_cursor = keep_list(found, result);
    result.hits = hits(reader_, found.page,
                       {{selection_.plan().highlights, request_.snippets}, request_.hit_facets}, stop_);
    return result;
  }

 private:
  bool pages() const { return request_.cursor == kFirstCursor; }

  // What the request wants to lift.
  Lifts lifts() const {
    Lifts lifts;
    if (!order_.by_relevance() || request_.limit == 0) return lifts;
    if (request_.feedback) {
      const std::vector<Found> best = best_of(kFeedbackArticles, lifts);
      if (!best.empty() && best.front().weight > 0) lifts.words = feedback(reader_.database, best);
    }
    if (request_.freshness_days == 0) return lifts;
    const std::vector<Found> best = best_of(1, lifts);
    if (!best.empty()) lifts.freshness = freshness(best.front().weight, request_.freshness_days, today());
    return lifts;
  }

  // Copies of an article teach nothing more than it does.
  std::vector<Found> best_of(std::uint32_t count, const Lifts& lifts) const {
    MatchOptions options;
    options.order = &order_;
    options.limit = count;
    options.fold = &reader_.copy_groups(stop_);
    options.lifts = &lifts;
    return selection_.match(options).page;
  }

  // Where no article holds all the words, each of which some article holds.
  void advise(SearchResult& result) const {
    const query::PlanNode& root = selection_.plan().root;
    const bool all_of_words =
        root.match == query::Match::kAnd &&
        std::all_of(root.children.begin(), root.children.end(),
                    [](const query::PlanNode& part) { return part.match == query::Match::kTerm; });
    if (result.total == 0 && all_of_words && selection_.plan().filters.empty())
      result.notes.push_back({"no article holds all of these words; OR between words finds any of them", {}});
  }

  void count(const std::vector<const Facet*>& facets, MatchResult& found, SearchResult& result) const {
    const std::string prefix = schema::folded_phrase(request_.facet_prefix);
    for (const Facet* facet : facets) {
      if (selection_.filter_on(*facet) != nullptr) count_others(*facet, found);
      result.facets.push_back(
          facet_counts(*facet, found.facets[facet->slot], selection_.chosen(*facet), prefix));
    }
    if (!request_.histogram.empty())
      result.histogram =
          date_histogram(request_.histogram, found.values[spec(Field::kDate).slot], found.total);
    if (request_.score_bands)
      result.score_bands = score_bands(*reader_.schema, found.values[spec(Field::kScore).slot]);
  }

  // What choosing another value of the facet would match: everything but its own filter holds.
  void count_others(const Facet& facet, MatchResult& found) const {
    MatchOptions options;
    options.slots = {facet.slot};
    options.fold = fold_;
    options.left_out = facet.name;
    options.is_one_of_several = true;
    found.facets[facet.slot] = selection_.match(options).facets[facet.slot];
  }

  // Keeps all hits, leaves the first page in `found`.
  std::string keep_list(MatchResult& found, const SearchResult& result) const {
    if (found.page.size() <= request_.limit) return {};
    auto list = std::make_shared<ResultList>(ResultList{
        reader_.generation, reader_.uuid, selection_.plan().highlights, request_.snippets,
        request_.hit_facets, request_.fold, found.total, result.canonical_query, std::move(found.page)});
    found.page.assign(list->found.begin(), list->found.begin() + request_.limit);
    return lists_.keep(std::move(list), request_.limit);
  }

  const Reader& reader_;
  const SearchRequest& request_;
  ResultLists& lists_;
  const Stop& stop_;
  const SortOrder order_;
  const Selection selection_;
  const CopyGroups* const fold_;
};

SearchResult next_page(const Reader& reader, const SearchRequest& request, ResultLists& lists,
                       const Stop& stop) {
  const ResultLists::Place place = lists.find(request.cursor);
  const ResultList& list = *place.list;
  if (list.generation != reader.generation || list.uuid != reader.uuid)
    throw Failure(FailureKind::kInvalid, "the index was built anew since the cursor was given; ask again");
  SearchResult result;
  result.total = list.total;
  result.canonical_query = list.canonical_query;
  result.counts_groups = list.counts_groups;
  result.revision = reader.revision();
  const HitParts parts{{list.highlights, list.snippets}, list.hit_facets};
  std::size_t at = place.position;
  for (; at < list.found.size() && result.hits.size() < request.limit; ++at) {
    check(stop);
    try {
      result.hits.push_back(hit(reader, list.found[at], parts));
    } catch (const Xapian::DocNotFoundError&) {
      // Deleted since, unless it is the reader that commits overtook.
      if (reader.is_overtaken()) throw Xapian::DatabaseModifiedError("commits overtook a page");
    }
  }
  if (at < list.found.size()) result.next_cursor = ResultLists::cursor(place.token, at);
  return result;
}

}  // namespace

SearchResult search(const Reader& reader, const SearchRequest& request, ResultLists& lists,
                    const Stop& stop) {
  if (!request.cursor.empty() && request.limit == 0)
    throw Failure(FailureKind::kInvalid, "pages by cursor need a limit over 0");
  if (!request.cursor.empty() && request.cursor != kFirstCursor)
    return next_page(reader, request, lists, stop);
  return Search(reader, request, lists, stop).run();
}

}  // namespace assay::engine
