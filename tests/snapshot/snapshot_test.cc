#include "searchd/snapshot/snapshot.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/snapshot/sample.h"

namespace assay::snapshot {
namespace {

const std::vector<Xapian::valueno> kSlots = {spec(schema::Field::kDate).slot, schema::kFirstFacetSlot};

std::shared_ptr<const Snapshot> read(const Sample& sample, std::uint64_t number,
                                     const Snapshot* before = nullptr) {
  return Snapshot::read(sample.database(), number, kSlots, before, 1 << 20);
}

void expect_equal_to_database(const Snapshot& snapshot, const Sample& sample) {
  const Xapian::Database& database = sample.database();
  EXPECT_EQ(snapshot.size(), database.get_doccount());
  EXPECT_EQ(snapshot.documents().cardinality(), database.get_doccount());
  std::map<std::string, std::uint32_t> sets;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    EXPECT_TRUE(snapshot.documents().contains(*at));
    EXPECT_EQ(snapshot.id(*at), document.get_value(spec(schema::Field::kId).slot));
    EXPECT_DOUBLE_EQ(snapshot.length_norms()[*at],
                     std::log2(1 + database.get_avlength() / database.get_doclength(*at)));
    for (const Xapian::valueno slot : kSlots) {
      const Column& column = snapshot.column(slot);
      EXPECT_EQ(column.value(column.code(*at)), document.get_value(slot));
    }
    ++sets[document.get_value(schema::kFirstFacetSlot)];
  }
  const Column& column = snapshot.column(schema::kFirstFacetSlot);
  for (Column::Code code = 0; code < column.size(); ++code) {
    EXPECT_EQ(snapshot.code_counts(schema::kFirstFacetSlot)[code], sets[column.value(code)]);
    const auto ordinals = column.ordinals(code);
    EXPECT_EQ(std::vector(ordinals.begin(), ordinals.end()), schema::ordinals(column.value(code)));
  }
}

void expect_newest_first(const Snapshot& snapshot) {
  const Column& dates = snapshot.column(spec(schema::Field::kDate).slot);
  const auto key = [&](Xapian::docid document) { return dates.value(dates.code(document)); };
  const auto order = snapshot.by_newest();
  ASSERT_EQ(order.size(), snapshot.size());
  for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(snapshot.newest_places()[order[i]], i);
  for (std::size_t i = 1; i < order.size(); ++i) {
    EXPECT_GE(key(order[i - 1]), key(order[i]));
    if (key(order[i - 1]) == key(order[i])) {
      EXPECT_LE(snapshot.id(order[i - 1]), snapshot.id(order[i]));
    }
  }
}

TEST(Snapshot, HoldsWhatTheDatabaseHolds) {
  Sample sample(7);
  sample.add(300);
  const auto snapshot = read(sample, 1);
  expect_equal_to_database(*snapshot, sample);
  expect_newest_first(*snapshot);
}

TEST(Snapshot, GrowsWithCommits) {
  Sample sample(8);
  sample.add(50);
  std::shared_ptr<const Snapshot> snapshot = read(sample, 1);
  for (std::uint64_t number = 2; number < 6; ++number) {
    sample.remove(static_cast<Xapian::docid>(number * 5));
    sample.add(40);
    snapshot = read(sample, number, snapshot.get());
    expect_equal_to_database(*snapshot, sample);
    expect_newest_first(*snapshot);
  }
}

TEST(Snapshot, OfNothingHoldsNothing) {
  const Sample sample(9);
  const auto snapshot = read(sample, 1);
  EXPECT_EQ(snapshot->size(), 0u);
  EXPECT_TRUE(snapshot->by_newest().empty());
}

}  // namespace
}  // namespace assay::snapshot
