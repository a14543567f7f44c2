#include "searchd/engine/match.h"

#include <memory>

#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/ranking.h"

namespace assay::engine {
namespace {

using schema::Field;

// Xapian's own time limit truncates counts silently. This source instead matches everything, weighs nothing
// and throws when it is time to stop, which ends a match cleanly.
class StopSource : public Xapian::PostingSource {
 public:
  explicit StopSource(const Stop& stop) : stop_(stop) {}
  void init(const Xapian::Database& database) override {
    at_ = 0;
    last_ = database.get_lastdocid();
    documents_ = database.get_doccount();
  }
  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid did, double) override {
    if (did > at_) move_to(did);
  }
  bool check(Xapian::docid did, double) override {
    if (did > at_) move_to(did);
    return true;
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
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount documents_ = 0;
  unsigned ticks_ = 0;
};

// Keys are compared greatest first, so what shall rise is added reversed.
std::unique_ptr<Xapian::MultiValueKeyMaker> key_maker(Sort sort) {
  auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
  if (sort == Sort::kDateAscending)
    keys->add_value(spec(Field::kDate).slot, true, schema::kBehindEveryDay);
  else
    keys->add_value(spec(Field::kDate).slot, false);
  keys->add_value(spec(Field::kId).slot, true);
  return keys;
}

}  // namespace

MatchResult match(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
                  std::uint32_t offset, std::uint32_t limit, const std::vector<Xapian::valueno>& slots,
                  const Stop& stop) {
  check(stop);
  StopSource source(stop);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&source)));
  const auto keys = key_maker(sort);
  if (limit == 0) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  } else if (sort == Sort::kRelevance) {
    enquire.set_weighting_scheme(*weight());
    enquire.set_sort_by_relevance_then_key(keys.get(), true);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_key(keys.get(), true);
  }
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  for (const Xapian::valueno slot : slots) {
    spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
    enquire.add_matchspy(spies.back().get());
  }
  MatchResult result;
  // Looking at every match makes total and counts exact.
  result.page = enquire.get_mset(offset, limit, database.get_doccount());
  result.total = result.page.get_matches_estimated();
  for (std::size_t i = 0; i < slots.size(); ++i)
    for (auto it = spies[i]->values_begin(); it != spies[i]->values_end(); ++it)
      result.counts[slots[i]][*it] = it.get_termfreq();
  return result;
}

}  // namespace assay::engine
