#include "searchd/engine/engine.h"

#include <chrono>
#include <mutex>
#include <utility>

#include "searchd/engine/explain.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/history.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/index.h"
#include "searchd/engine/news.h"
#include "searchd/engine/pivot.h"
#include "searchd/engine/search.h"
#include "searchd/engine/similar.h"
#include "searchd/engine/suggest.h"

namespace assay::engine {
namespace {

using Clock = std::chrono::steady_clock;

// How often work is begun again that commits overtook.
constexpr int kMaxTries = 20;

}  // namespace

struct Engine::Impl {
  Impl(const std::filesystem::path& directory, const MatcherOptions& options) : index(directory, options) {}

  // Runs `work` on a reader of the last commit. A reader that several commits overtook fails in strange ways
  // (modified, corrupt, document not found); if the index moved meanwhile it is simply run again, until it is
  // time to stop.
  template <typename Work>
  auto with_reader(const Stop& stop, Work work) {
    bool is_anew = false;
    // A reader that fails though the index did not move: its files may be broken, or were when it opened
    // them.
    const auto mend = [&](Index::Lease& lease) {
      return lease.catch_up() || (!std::exchange(is_anew, true) && lease.open_anew());
    };
    for (int tries = 1;; ++tries) {
      try {
        Index::Lease lease = index.lease(stop);
        try {
          remember(*lease);
          return work(*lease);
        } catch (const Xapian::DatabaseModifiedError&) {
          if (tries == kMaxTries) throw;
        } catch (const Xapian::DatabaseError&) {
          if (tries == kMaxTries || !mend(lease)) throw;
        } catch (const Xapian::DocNotFoundError&) {
          if (tries == kMaxTries || !mend(lease)) throw;
        }
        check(stop);
      } catch (...) {
        throw translate_current_exception();
      }
    }
  }

  void remember(const Reader& reader) {
    const std::lock_guard lock(mutex);
    // A request that began before a commit may end after it.
    if (identity.revision >= reader.revision() && identity.index_id == reader.schema->index_id) return;
    identity = {reader.schema->index_id, reader.revision()};
  }

  Index index;
  ResultLists lists;
  std::mutex mutex;
  Identity identity;  // guarded by mutex
};

Engine::Engine(const std::filesystem::path& directory, const MatcherOptions& options)
    : impl_(std::make_unique<Impl>(directory, options)) {
  impl_->with_reader(Stop::never(), [](const Reader& reader) { return reader.revision(); });
}
Engine::~Engine() = default;

SearchResult Engine::search(const SearchRequest& request, const Stop& stop) const {
  const Clock::time_point start = Clock::now();
  SearchResult result = impl_->with_reader(
      stop, [&](const Reader& reader) { return engine::search(reader, request, impl_->lists, stop); });
  result.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
  return result;
}

SimilarResult Engine::similar(const SimilarRequest& request, const Stop& stop) const {
  return impl_->with_reader(stop,
                            [&](const Reader& reader) { return engine::similar(reader, request, stop); });
}

PivotResult Engine::pivot(const PivotRequest& request, const Stop& stop) const {
  return impl_->with_reader(stop, [&](const Reader& reader) { return engine::pivot(reader, request, stop); });
}

Explanation Engine::explain(const SearchRequest& request, const Stop& stop) const {
  return impl_->with_reader(stop,
                            [&](const Reader& reader) { return engine::explain(reader, request, stop); });
}

std::string Engine::plan_text(const SearchRequest& request, const Stop& stop) const {
  return impl_->with_reader(stop, [&](const Reader& reader) { return engine::plan_text(reader, request); });
}

Suggestions Engine::suggest(const SuggestRequest& request, const Stop& stop) const {
  return impl_->with_reader(stop,
                            [&](const Reader& reader) { return engine::suggest(reader, request, stop); });
}

Article Engine::get(const std::string& id, const Stop& stop) const {
  check(stop);
  return impl_->with_reader(stop, [&](const Reader& reader) { return article(reader, id); });
}

History Engine::history(const std::string& subject, const Stop& stop) const {
  return impl_->with_reader(stop,
                            [&](const Reader& reader) { return engine::history(reader, subject, stop); });
}

Comparison Engine::compare(const std::vector<std::string>& subjects, const Stop& stop) const {
  return impl_->with_reader(stop,
                            [&](const Reader& reader) { return engine::compare(reader, subjects, stop); });
}

News Engine::news(const SearchRequest& request, const std::string& mark, const Stop& stop) const {
  return impl_->with_reader(stop,
                            [&](const Reader& reader) { return engine::news(reader, request, mark, stop); });
}

std::vector<std::string> Engine::keys_of_matches(const SearchRequest& request, const Stop& stop) const {
  return impl_->with_reader(
      stop, [&](const Reader& reader) { return engine::keys_of_matches(reader, request, stop); });
}

void Engine::keep_up() const {
  impl_->index.keep_up();
  try {
    impl_->with_reader(Stop::never(), [](const Reader& reader) { return reader.revision(); });
  } catch (const Failure&) {  // which health() tells
  }
}

bool Engine::read_ahead(const Stop& stop) const {
  return impl_->with_reader(stop, [&](const Reader& reader) {
    const snapshot::Snapshot* const snapshot = reader.snapshot.get();
    if (snapshot == nullptr) return true;
    return snapshot->caches().words.read_ahead({reader.database, snapshot->number(), snapshot->last()},
                                               [&] { return stop.reason() == StopReason::kNone; });
  });
}

Health Engine::health() const { return impl_->index.health(); }

Identity Engine::identity() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->identity;
}

std::size_t Engine::result_lists() const { return impl_->lists.size(); }

Info Engine::info(const Stop& stop) const {
  return impl_->with_reader(stop, [](const Reader& reader) {
    Info info{reader.schema->index_id,
              reader.schema->format_version,
              reader.revision(),
              reader.database.get_doccount(),
              {}};
    for (const schema::Facet& facet : reader.schema->facets)
      info.facets.push_back({facet.name, facet.label, facet.values().size()});
    return info;
  });
}

}  // namespace assay::engine
