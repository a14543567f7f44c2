#include "searchd/engine/engine.h"

#include <algorithm>
#include <mutex>
#include <set>

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/compile.h"
#include "searchd/engine/facet_counts.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/index.h"
#include "searchd/engine/match.h"
#include "searchd/engine/ranking.h"
#include "searchd/engine/vocabulary.h"

namespace assay::engine {
namespace {

using Clock = std::chrono::steady_clock;
using schema::Facet;

// Tries, when commits overtake a reader in the middle of its work.
constexpr int kMaxTries = 4;

std::chrono::sys_days today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::vector<FacetValues> facets_of(const schema::StoredArticle& article, const schema::Schema& schema) {
  std::vector<FacetValues> result;
  for (const schema::StoredFacetValues& stored : article.facets) {
    FacetValues values{stored.facet, stored.values, {}};
    const Facet* facet = schema.find(stored.facet);
    for (const std::string& id : stored.values) {
      const auto ordinal = facet ? facet->ordinal(id) : std::nullopt;
      values.labels.push_back(ordinal ? facet->values()[*ordinal].label : id);
    }
    result.push_back(std::move(values));
  }
  return result;
}

// Which facets to count, in the schema's order.
std::vector<const Facet*> wanted_facets(const std::vector<std::string>& names, const schema::Schema& schema) {
  const std::set<std::string> wanted(names.begin(), names.end());
  for (const std::string& name : wanted)
    if (name != "*" && schema.find(name) == nullptr)
      throw Failure(FailureKind::kInvalid, "the index has no facet '" + name + "'");
  std::vector<const Facet*> facets;
  for (const Facet& facet : schema.facets)
    if (wanted.contains("*") || wanted.contains(facet.name)) facets.push_back(&facet);
  return facets;
}

// One search on one open database.
class Search {
 public:
  Search(const Reader& reader, const SearchRequest& request, const Stop& stop)
      : reader_(reader), request_(request), stop_(stop) {}

  SearchResult run() {
    const IndexVocabulary vocabulary(reader_.database);
    plan_ = query::plan({request_.query, request_.filters, request_.since, request_.until, today()},
                        *reader_.schema, vocabulary);
    base_ = compile(plan_.root, stop_);
    const std::vector<const Facet*> facets = wanted_facets(request_.facets, *reader_.schema);
    std::vector<Xapian::valueno>
        open_slots;  // of facets that nobody chose from: counted with the match itself
    for (const Facet* facet : facets)
      if (filter_on(*facet) == nullptr) open_slots.push_back(facet->slot);

    MatchResult found = match(reader_.database, in_order(narrowed(base_, plan_.filters, *reader_.schema, "")),
                              request_.sort, request_.offset, request_.limit, open_slots, stop_);
    SearchResult result;
    result.total = found.total;
    result.canonical_query = plan_.canonical;
    result.notes = plan_.notes;
    result.revision = reader_.revision();
    for (const Facet* facet : facets)
      result.facets.push_back(filter_on(*facet) ? disjunctive_counts(*facet)
                                                : facet_counts(*facet, found.counts[facet->slot], {}));
    for (auto it = found.page.begin(); it != found.page.end(); ++it) result.hits.push_back(hit(it));
    return result;
  }

 private:
  // `query`, with feedback if the request wants it and anything in the query weighs.
  Xapian::Query in_order(const Xapian::Query& query) const {
    if (!request_.feedback || request_.sort != Sort::kRelevance || request_.limit == 0) return query;
    const Xapian::MSet best =
        match(reader_.database, query, request_.sort, 0, kFeedbackArticles, {}, stop_).page;
    if (best.empty() || best[0].get_weight() == 0) return query;
    return with_feedback(reader_.database, query, best);
  }

  const query::Filter* filter_on(const Facet& facet) const {
    const auto found = std::find_if(plan_.filters.begin(), plan_.filters.end(),
                                    [&](const query::Filter& filter) { return filter.facet == facet.name; });
    return found == plan_.filters.end() ? nullptr : &*found;
  }

  // What choosing another value of the facet would match: everything but its own filter holds.
  FacetCounts disjunctive_counts(const Facet& facet) const {
    const query::Filter& filter = *filter_on(facet);
    MatchResult others = match(reader_.database, narrowed(base_, plan_.filters, *reader_.schema, facet.name),
                               Sort::kRelevance, 0, 0, {facet.slot}, stop_);
    std::set<schema::Ordinal> selected;
    for (const std::vector<schema::Ordinal>& clause : filter.clauses)
      selected.insert(clause.begin(), clause.end());
    return facet_counts(facet, others.counts[facet.slot], selected);
  }

  Hit hit(const Xapian::MSetIterator& at) const {
    check(stop_);
    schema::StoredArticle article = schema::parse_article(at.get_document().get_data());
    Hit result;
    result.id = article.id;
    result.title = article.title;
    result.date = article.date;
    result.url = article.url;
    result.publisher = article.publisher;
    result.facets = facets_of(article, *reader_.schema);
    result.score = at.get_weight();
    result.snippet = snippet(article.text, plan_.highlights);
    result.rating_status = article.rating_status;
    result.overall_score = article.score;
    const std::vector<std::string> copies = schema::copies_of(reader_.database, article.id);
    result.group = copies.empty() ? article.id : copies.front();
    result.copies = std::max<std::size_t>(1, copies.size());
    return result;
  }

  const Reader& reader_;
  const SearchRequest& request_;
  const Stop& stop_;
  query::Plan plan_;
  Xapian::Query base_;
};

Article read_article(const Reader& reader, const std::string& id) {
  const std::string term = schema::id_term(id);
  const auto posting = reader.database.postlist_begin(term);
  if (posting == reader.database.postlist_end(term))
    throw Failure(FailureKind::kNotFound, "the index has no article with the id '" + id + "'");
  Article article;
  article.stored = schema::parse_article(reader.database.get_document(*posting).get_data());
  article.revision = reader.revision();
  article.copies = schema::copies_of(reader.database, id);
  article.facets = facets_of(article.stored, *reader.schema);
  return article;
}

}  // namespace

struct Engine::Impl {
  explicit Impl(const std::filesystem::path& directory) : index(directory) {}

  // Runs `work` on a reader of the last commit. A reader that several commits overtook fails in strange ways
  // (modified, corrupt, document not found); if the index moved meanwhile it is simply run again.
  template <typename Work>
  auto with_reader(Work work) {
    for (int tries = 1;; ++tries) {
      try {
        Index::Lease lease = index.lease();
        try {
          remember(*lease);
          return work(*lease);
        } catch (const Xapian::DatabaseModifiedError&) {
          if (tries == kMaxTries) throw;
        } catch (const Xapian::DatabaseError&) {
          if (tries == kMaxTries || !lease.catch_up()) throw;
        } catch (const Xapian::DocNotFoundError&) {
          if (tries == kMaxTries || !lease.catch_up()) throw;
        }
      } catch (const Xapian::DatabaseModifiedError&) {
        if (tries == kMaxTries) throw translate_current_exception();
      } catch (...) {
        throw translate_current_exception();
      }
    }
  }

  void remember(const Reader& reader) {
    const std::lock_guard lock(mutex);
    if (identity.revision == reader.revision() && identity.index_id == reader.schema->index_id) return;
    identity = {reader.schema->index_id, reader.revision()};
  }

  Index index;
  std::mutex mutex;
  Identity identity;  // guarded by mutex
};

Engine::Engine(const std::filesystem::path& directory) : impl_(std::make_unique<Impl>(directory)) {
  impl_->with_reader([](const Reader& reader) { return reader.revision(); });
}
Engine::~Engine() = default;

SearchResult Engine::search(const SearchRequest& request, const Stop& stop) const {
  const Clock::time_point start = Clock::now();
  SearchResult result =
      impl_->with_reader([&](const Reader& reader) { return Search(reader, request, stop).run(); });
  result.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
  return result;
}

Article Engine::get(const std::string& id, const Stop& stop) const {
  check(stop);
  return impl_->with_reader([&](const Reader& reader) { return read_article(reader, id); });
}

Identity Engine::identity() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->identity;
}

Info Engine::info() const {
  return impl_->with_reader([](const Reader& reader) {
    Info info{reader.schema->index_id,
              reader.schema->format_version,
              reader.revision(),
              reader.database.get_doccount(),
              {}};
    for (const Facet& facet : reader.schema->facets)
      info.facets.push_back({facet.name, facet.label, facet.values().size()});
    return info;
  });
}

}  // namespace assay::engine
