// bench_steps: what each step of a query costs on an index, which ASSAY_BENCH_INDEX names, and what Xapian
// takes for the same. Figures are for each document; see docs/performance.md.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "indexer/schema/index_directory.h"
#include "indexer/schema/word_ids.h"
#include "searchd/snapshot/ids.h"
#include "searchd/snapshot/snapshot.h"

namespace {

using namespace assay;
using snapshot::Posting;

// Two common words, one that few articles hold.
const std::string kCommon = "care", kOther = "council", kSeldom = "payments";
constexpr std::size_t kCacheBytes = std::size_t{1} << 30;

struct Opened {
  Opened() : database(open()), slots{spec(schema::Field::kDate).slot, schema::kFirstFacetSlot} {
    current = snapshot::Snapshot::read(database, 1, slots, nullptr, kCacheBytes);
  }

  static Xapian::Database open() {
    const char* const index = std::getenv("ASSAY_BENCH_INDEX");
    if (index == nullptr) throw std::runtime_error("ASSAY_BENCH_INDEX names no index");
    return schema::open_live_generation(
        index, [](const std::filesystem::path& live) { return Xapian::Database(live.string()); });
  }

  std::shared_ptr<const Posting> posting(const std::string& word) const {
    return Posting::read(database, word, current->last(), nullptr, 0);
  }

  const Xapian::Database database;
  const std::vector<Xapian::valueno> slots;
  std::shared_ptr<const snapshot::Snapshot> current;
};

const Opened& opened() {
  static const Opened kOpened;
  return kOpened;
}

void per_document(benchmark::State& state, std::uint64_t documents) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * documents));
  state.counters["documents"] = static_cast<double>(documents);
}

void ReadSnapshot(benchmark::State& state) {
  const Opened& index = opened();
  for (auto _ : state)
    benchmark::DoNotOptimize(snapshot::Snapshot::read(index.database, 1, index.slots, nullptr, kCacheBytes));
  per_document(state, index.current->size());
}

void ExtendSnapshotByNothing(benchmark::State& state) {
  const Opened& index = opened();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        snapshot::Snapshot::read(index.database, 2, index.slots, index.current.get(), kCacheBytes));
  per_document(state, index.current->size());
}

void DecodePosting(benchmark::State& state) {
  const Opened& index = opened();
  for (auto _ : state) benchmark::DoNotOptimize(index.posting(kCommon));
  per_document(state, index.database.get_termfreq(kCommon));
}

void BlockMaxima(benchmark::State& state) {
  const auto posting = opened().posting(kCommon);
  for (auto _ : state) benchmark::DoNotOptimize(posting->block_maxima(opened().current->length_norms()));
  per_document(state, posting->documents().cardinality());
}

void IntersectSets(benchmark::State& state) {
  const auto one = opened().posting(kCommon), other = opened().posting(kOther);
  for (auto _ : state) benchmark::DoNotOptimize(one->documents() & other->documents());
  per_document(state, one->documents().cardinality());
}

void LookUpOccurrences(benchmark::State& state) {
  const auto posting = opened().posting(kCommon);
  const std::vector<Xapian::docid> ids = snapshot::ids_of(opened().posting(kOther)->documents());
  std::vector<std::uint32_t> counts(ids.size());
  for (auto _ : state) {
    posting->occurrences(ids, counts);
    benchmark::DoNotOptimize(counts.data());
  }
  per_document(state, ids.size());
}

void CountAColumn(benchmark::State& state) {
  const snapshot::Column& column = opened().current->column(schema::kFirstFacetSlot);
  const std::vector<Xapian::docid> ids = snapshot::ids_of(opened().posting(kCommon)->documents());
  std::vector<std::uint32_t> counts(column.size());
  for (auto _ : state) {
    for (const Xapian::docid document : ids) ++counts[column.code(document)];
    benchmark::DoNotOptimize(counts.data());
  }
  per_document(state, ids.size());
}

void CountAValueByXapian(benchmark::State& state) {
  const Xapian::Database& database = opened().database;
  for (auto _ : state) {
    std::map<std::string, std::size_t> counts;
    for (auto at = database.valuestream_begin(schema::kFirstFacetSlot);
         at != database.valuestream_end(schema::kFirstFacetSlot); ++at)
      ++counts[*at];
    benchmark::DoNotOptimize(counts);
  }
  per_document(state, opened().current->size());
}

void ReadPlaces(benchmark::State& state) {
  const Opened& index = opened();
  const auto posting = index.posting(kSeldom);
  const auto word = schema::find_word_id(index.database, kSeldom);
  if (!word) return state.SkipWithError("the index does not have the word");
  for (auto _ : state) {
    snapshot::WordStore::Cursor words(index.current->caches().words,
                                      {index.database, 1, index.current->last()});
    benchmark::DoNotOptimize(snapshot::WordPlaces(*word, *posting, words, nullptr, 0, [] {}));
  }
  per_document(state, posting->documents().cardinality());
}

BENCHMARK(ReadSnapshot)->Unit(benchmark::kMillisecond);
BENCHMARK(ExtendSnapshotByNothing)->Unit(benchmark::kMillisecond);
BENCHMARK(DecodePosting)->Unit(benchmark::kMicrosecond);
BENCHMARK(BlockMaxima)->Unit(benchmark::kMicrosecond);
BENCHMARK(IntersectSets)->Unit(benchmark::kMicrosecond);
BENCHMARK(LookUpOccurrences)->Unit(benchmark::kMicrosecond);
BENCHMARK(CountAColumn)->Unit(benchmark::kMicrosecond);
BENCHMARK(CountAValueByXapian)->Unit(benchmark::kMicrosecond);
BENCHMARK(ReadPlaces)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
