#include "searchd/engine/snapshot_matching.h"

#include <optional>

#include "indexer/schema/terms.h"
#include "searchd/engine/compile.h"
#include "searchd/engine/document_sets.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/folded_counts.h"
#include "searchd/engine/matches.h"
#include "searchd/engine/page.h"
#include "searchd/engine/scorer.h"

namespace assay::engine {
namespace {

constexpr std::size_t kSeenPerCheck = 1024;

class SnapshotMatching : public Matching {
 public:
  SnapshotMatching(const Reader& reader, const query::PlanNode& root,
                   const std::vector<query::Filter>& filters, const Stop& stop)
      : schema_(*reader.schema),
        snapshot_(*reader.snapshot),
        root_(root),
        filters_(filters),
        stop_(stop),
        sets_(reader, stop) {}

  MatchResult match(const MatchOptions& options) override {
    check(stop_);
    const Matches matches(documents(options), snapshot_);
    MatchResult result;
    result.total = matches.size();
    if (options.fold != nullptr)
      count_folded(matches, options, result);
    else
      for (const Xapian::valueno slot : options.slots) matches.count(slot, result);
    if (options.observer) observe(matches, options.observer);
    if (options.limit > 0) result.page = page(matches, options);
    return result;
  }

 private:
  DocumentSet documents(const MatchOptions& options) {
    DocumentSet set = chosen(options.left_out);
    if (set == nullptr || options.is_one_of_several) {
      if (base_ == nullptr) base_ = sets_.matches(root_, nullptr);
      set = both(set, base_);
    } else {
      set = sets_.matches(root_, set);
    }
    return options.first <= 1 ? set : from(options.first, *set);
  }

  // What the filters leave; null: all.
  DocumentSet chosen(const std::string& left_out) {
    DocumentSet set;
    for (const query::Filter& filter : filters_) {
      if (filter.facet == left_out) continue;
      for (const std::vector<schema::Ordinal>& clause : filter.clauses)
        set = within(set, clause_terms(filter.facet, clause, schema_));
    }
    return set;
  }

  static DocumentSet from(Xapian::docid first, const Roaring& set) {
    std::vector<Xapian::docid> behind;
    auto document = set.begin();
    for (document.equalorlarger(first); document != set.end(); ++document) behind.push_back(*document);
    return std::make_shared<const Roaring>(behind.size(), behind.data());
  }

  DocumentSet within(const DocumentSet& set, const std::vector<std::string>& terms) {
    if (terms.empty()) return std::make_shared<const Roaring>();
    const auto posting = sets_.any(terms).posting;
    return both(set, {posting, &posting->documents()});
  }

  void observe(const Matches& matches, const Observer& observer) const {
    std::size_t seen = 0;
    for (const Xapian::docid document : matches.documents()) {
      if (++seen % kSeenPerCheck == 0) check(stop_);
      observer(document, values_of(document));
    }
  }

  ValueOf values_of(Xapian::docid document) const {
    return [this, document](Xapian::valueno slot) -> const std::string& {
      const snapshot::Column& column = snapshot_.column(slot);
      return column.value(column.code(document));
    };
  }

  // What has no copies is counted with the rest of its kind.
  void count_folded(const Matches& matches, const MatchOptions& options, MatchResult& result) const {
    FoldedCounts counts(*options.fold, options.slots);
    Roaring alone = matches.set();
    observe(matches, [&](Xapian::docid document, const ValueOf& value_of) {
      if (!options.fold->of(document)) return;
      counts.see(document, value_of);
      alone.remove(document);
    });
    const Matches others(std::make_shared<const Roaring>(std::move(alone)), snapshot_);
    for (const Xapian::valueno slot : options.slots) others.count(slot, result);
    counts.add_to(result);
    result.total -= counts.repeated();
  }

  std::vector<Found> page(const Matches& matches, const MatchOptions& options) {
    std::optional<Scorer> scorer;
    if (options.order != nullptr && options.order->by_relevance())
      scorer.emplace(root_, options.lifts, snapshot_, sets_);
    // Where nothing weighs anything the keys alone tell the order.
    const bool weighs = scorer && !scorer->is_empty();
    return engine::page(matches, options, snapshot_, weighs ? &*scorer : nullptr, stop_);
  }

  const schema::Schema& schema_;
  const snapshot::Snapshot& snapshot_;
  const query::PlanNode& root_;
  const std::vector<query::Filter> filters_;
  const Stop& stop_;
  DocumentSets sets_;
  DocumentSet base_;  // of the root without any filter, when it was asked for
};

}  // namespace

std::unique_ptr<Matching> snapshot_matching(const Reader& reader, const query::PlanNode& root,
                                            const std::vector<query::Filter>& filters, const Stop& stop) {
  return std::make_unique<SnapshotMatching>(reader, root, filters, stop);
}

}  // namespace assay::engine
