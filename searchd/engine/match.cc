#include "searchd/engine/match.h"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"
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

// Counts groups of copies once.
class FoldingSpy : public Xapian::MatchSpy {
 public:
  FoldingSpy(const CopyGroups& groups, const std::vector<Xapian::valueno>& slots)
      : groups_(groups), slots_(slots) {}

  void operator()(const Xapian::Document& document, double) override {
    const auto group = groups_.of(document.get_docid());
    if (group && !seen_.insert(*group).second) ++repeated_;
    for (const Xapian::valueno slot : slots_) {
      const std::string value = document.get_value(slot);
      if (value.empty()) continue;
      if (!group)
        ++counts_[slot][value];
      else if (slot < schema::kFirstFacetSlot)
        keep_least(*group, slot, value);
      else  // each value of the set by itself: copies may have different sets
        for (const schema::Ordinal ordinal : schema::ordinals(value)) values_.emplace(*group, slot, ordinal);
    }
  }

  // Matches that are not the first of their group.
  std::uint64_t repeated() const { return repeated_; }

  SlotCounts counts() const {
    SlotCounts all = counts_;
    for (const auto& [at, value] : least_) ++all[at.second][value];
    for (const auto& [group, slot, ordinal] : values_) ++all[slot][schema::ordinals_value({ordinal})];
    return all;
  }

 private:
  void keep_least(std::uint32_t group, Xapian::valueno slot, const std::string& value) {
    const auto [known, is_new] = least_.try_emplace({group, slot}, value);
    if (!is_new) known->second = std::min(known->second, value);
  }

  const CopyGroups& groups_;
  const std::vector<Xapian::valueno>& slots_;
  SlotCounts counts_;  // of documents without copies
  std::unordered_set<std::uint32_t> seen_;
  std::set<std::tuple<std::uint32_t, Xapian::valueno, schema::Ordinal>> values_;
  std::map<std::pair<std::uint32_t, Xapian::valueno>, std::string> least_;
  std::uint64_t repeated_ = 0;
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

// Counts with the first look at the matches; a page that copies leave too short asks for twice as many.
MatchResult folded_match(Xapian::Enquire& enquire, Xapian::doccount documents, const MatchOptions& options) {
  MatchResult result;
  FoldingSpy spy(*options.fold, options.slots);
  enquire.add_matchspy(&spy);
  if (options.spy != nullptr) enquire.add_matchspy(options.spy);
  std::uint64_t reach = options.limit == 0 ? 0 : 2 * (std::uint64_t{options.offset} + options.limit);
  const auto best = [&](Xapian::doccount look_at) {
    reach = std::min<std::uint64_t>(reach, documents);
    return enquire.get_mset(0, static_cast<Xapian::doccount>(reach), look_at);
  };
  Xapian::MSet found = best(documents);
  enquire.clear_matchspies();
  result.total = found.get_matches_estimated() - spy.repeated();
  result.counts = spy.counts();
  result.page = folded_page(found, options);
  while (result.page.size() < options.limit && found.size() == reach && reach < documents) {
    reach *= 2;
    found = best(0);
    result.page = folded_page(found, options);
  }
  return result;
}

}  // namespace

MatchResult match(const Xapian::Database& database, const Xapian::Query& query, const MatchOptions& options,
                  const Stop& stop) {
  check(stop);
  StopSource source(stop, options.first);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&source)));
  prepare(enquire, options);
  if (options.fold != nullptr) return folded_match(enquire, database.get_doccount(), options);
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  for (const Xapian::valueno slot : options.slots) {
    spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
    enquire.add_matchspy(spies.back().get());
  }
  if (options.spy != nullptr) enquire.add_matchspy(options.spy);
  MatchResult result;
  // Looking at every match makes total and counts exact.
  const Xapian::MSet page = enquire.get_mset(options.offset, options.limit, database.get_doccount());
  result.total = page.get_matches_estimated();
  for (auto it = page.begin(); it != page.end(); ++it) result.page.push_back({*it, it.get_weight()});
  for (std::size_t i = 0; i < options.slots.size(); ++i)
    for (auto it = spies[i]->values_begin(); it != spies[i]->values_end(); ++it)
      result.counts[options.slots[i]][*it] = it.get_termfreq();
  return result;
}

}  // namespace assay::engine
