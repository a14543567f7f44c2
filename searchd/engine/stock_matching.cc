#include "searchd/engine/stock_matching.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "indexer/schema/terms.h"
#include "searchd/engine/compile.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/folded_counts.h"
#include "searchd/engine/index.h"
#include "searchd/engine/ranking.h"

namespace assay::engine {
namespace {

// Xapian's own time limit truncates counts silently. This source instead matches everything from `first` on,
// weighs nothing and throws when it is time to stop, which ends a match cleanly.
class StopSource : public Xapian::PostingSource {
 public:
  StopSource(const Stop& stop, Xapian::docid first) : stop_(stop), first_(first) {}
  void init(const Xapian::Database& database) override {
    at_ = first_ - 1;
    last_ = database.get_lastdocid();
    documents_ = database.get_doccount();
  }
  Xapian::doccount get_termfreq_min() const override { return first_ == 1 ? documents_ : 0; }
  Xapian::doccount get_termfreq_est() const override {
    return std::min<Xapian::doccount>(documents_, last_ < first_ ? 0 : last_ - first_ + 1);
  }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid did, double) override {
    if (did > at_) move_to(did);
  }
  bool check(Xapian::docid did, double) override {
    if (did > at_) move_to(did);
    return did >= first_;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  std::string get_description() const override { return "StopSource"; }

 private:
  void move_to(Xapian::docid did) {
    at_ = did;
    if (++ticks_ % kTicksPerLook == 0) engine::check(stop_);
  }

  static constexpr unsigned kTicksPerLook = 16;
  const Stop& stop_;
  const Xapian::docid first_;
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount documents_ = 0;
  unsigned ticks_ = 0;
};

// What a document's slots hold, as Xapian gives it.
class DocumentValues {
 public:
  explicit DocumentValues(const Xapian::Document& document) : document_(document) {}
  const std::string& of(Xapian::valueno slot) { return last_ = document_.get_value(slot); }

 private:
  const Xapian::Document& document_;
  std::string last_;
};

// Shows every match to an observer.
class ObservingSpy : public Xapian::MatchSpy {
 public:
  explicit ObservingSpy(Observer observer) : observer_(std::move(observer)) {}
  void operator()(const Xapian::Document& document, double) override {
    DocumentValues values(document);
    observer_(document.get_docid(),
              [&](Xapian::valueno slot) -> const std::string& { return values.of(slot); });
  }

 private:
  const Observer observer_;
};

// Of each group the best; the page of what is left.
std::vector<Found> folded_page(const Xapian::MSet& best, const MatchOptions& options) {
  std::unordered_set<std::uint32_t> seen;
  std::vector<Found> page;
  std::uint32_t rank = 0;
  for (auto it = best.begin(); it != best.end() && page.size() < options.limit; ++it) {
    const auto group = options.fold->of(*it);
    if (group && !seen.insert(*group).second) continue;
    if (rank++ >= options.offset) page.push_back({*it, it.get_weight()});
  }
  return page;
}

void prepare(Xapian::Enquire& enquire, const MatchOptions& options) {
  const bool ordered = options.limit > 0 && options.order != nullptr;
  if (ordered && options.order->by_relevance())
    enquire.set_weighting_scheme(*weight());
  else
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (ordered) options.order->apply(enquire);
}

// Of a facet's sets how many matches have each value, of other slots each value's matches.
void add_counts(Xapian::valueno slot, ValueCounts counts, MatchResult& result) {
  if (slot < schema::kFirstFacetSlot) {
    result.values[slot] = std::move(counts);
    return;
  }
  for (const auto& [value, matches] : counts)
    add_ordinals(schema::ordinals(value), matches, result.facets[slot]);
}

class StockMatching : public Matching {
 public:
  StockMatching(const Reader& reader, const query::PlanNode& root, const std::vector<query::Filter>& filters,
                const Stop& stop)
      : database_(reader.database),
        schema_(*reader.schema),
        base_(compile(root, stop)),
        filters_(filters),
        stop_(stop) {}

  MatchResult match(const MatchOptions& options) override {
    check(stop_);
    StopSource source(stop_, options.first);
    Xapian::Enquire enquire(database_);
    Xapian::Query query = narrowed(base_, filters_, schema_, options.left_out);
    if (options.lifts != nullptr) query = lifted(query, *options.lifts);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&source)));
    prepare(enquire, options);
    ObservingSpy observer(options.observer);
    if (options.observer) enquire.add_matchspy(&observer);
    return options.fold != nullptr ? folded(enquire, options) : plain(enquire, options);
  }

 private:
  MatchResult plain(Xapian::Enquire& enquire, const MatchOptions& options) const {
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
    for (const Xapian::valueno slot : options.slots) {
      spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
      enquire.add_matchspy(spies.back().get());
    }
    MatchResult result;
    // Looking at every match makes total and counts exact.
    const Xapian::MSet page = enquire.get_mset(options.offset, options.limit, database_.get_doccount());
    result.total = page.get_matches_estimated();
    for (auto it = page.begin(); it != page.end(); ++it) result.page.push_back({*it, it.get_weight()});
    for (std::size_t i = 0; i < options.slots.size(); ++i) {
      ValueCounts counts;
      for (auto it = spies[i]->values_begin(); it != spies[i]->values_end(); ++it)
        counts[*it] = it.get_termfreq();
      add_counts(options.slots[i], std::move(counts), result);
    }
    return result;
  }

  // Counts with the first look at the matches; a page that copies leave too short asks for twice as many.
  MatchResult folded(Xapian::Enquire& enquire, const MatchOptions& options) const {
    MatchResult result;
    FoldedCounts counts(*options.fold, options.slots);
    ObservingSpy spy(
        [&](Xapian::docid document, const ValueOf& value_of) { counts.see(document, value_of); });
    enquire.add_matchspy(&spy);
    const Xapian::doccount documents = database_.get_doccount();
    std::uint64_t reach = options.limit == 0 ? 0 : 2 * (std::uint64_t{options.offset} + options.limit);
    const auto best = [&](Xapian::doccount look_at) {
      reach = std::min<std::uint64_t>(reach, documents);
      return enquire.get_mset(0, static_cast<Xapian::doccount>(reach), look_at);
    };
    Xapian::MSet found = best(documents);
    enquire.clear_matchspies();
    result.total = found.get_matches_estimated() - counts.repeated();
    counts.add_to(result);
    result.page = folded_page(found, options);
    while (result.page.size() < options.limit && found.size() == reach && reach < documents) {
      reach *= 2;
      found = best(0);
      result.page = folded_page(found, options);
    }
    return result;
  }

  const Xapian::Database& database_;
  const schema::Schema& schema_;
  const Xapian::Query base_;
  const std::vector<query::Filter> filters_;
  const Stop& stop_;
};

}  // namespace

std::unique_ptr<Matching> stock_matching(const Reader& reader, const query::PlanNode& root,
                                         const std::vector<query::Filter>& filters, const Stop& stop) {
  return std::make_unique<StockMatching>(reader, root, filters, stop);
}

}  // namespace assay::engine
