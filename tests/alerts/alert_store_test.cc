#include "searchd/alerts/alert_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/temp_folder.h"

namespace assay::alerts {
namespace {

using testing::ElementsAre;
using testing::Pair;

class AlertStoreTest : public testing::Test {
 protected:
  std::vector<std::pair<std::uint64_t, std::string>> waiting(const AlertStore& store, std::uint64_t after = 0,
                                                             std::uint32_t limit = 100) const {
    std::vector<std::pair<std::uint64_t, std::string>> hits;
    for (const StoredHit& hit : store.waiting("one", after, limit)) hits.emplace_back(hit.number, hit.hit);
    return hits;
  }

  // How many of the matches were new.
  static std::uint64_t record(AlertStore& store, const std::string& mark,
                              const std::vector<NewMatch>& matches) {
    const std::optional<StoredAlert> before = store.find("one");
    if (!before || !store.record(*before, mark, matches)) return 0;
    return store.find("one")->total - before->total;
  }

  const tests::TempFolder folder_;
  const std::string bytes_ = std::string("\0bytes", 6);
};

TEST_F(AlertStoreTest, KeepsAlertsOverARestart) {
  {
    AlertStore store(folder_.path());
    EXPECT_TRUE(store.add({"one", bytes_, "care", "uuid:7", 1'700'000'000}, {}));
    EXPECT_FALSE(store.add({"one", "other", "other", "", 0}, {}));
    EXPECT_TRUE(store.add({"all", "", "", "uuid:9", 0}, {}));
  }
  const AlertStore store(folder_.path());
  ASSERT_EQ(store.list().size(), 2u);
  EXPECT_EQ(store.list()[0].name, "all");
  const StoredAlert one = store.find("one").value();
  EXPECT_EQ(one.request, bytes_);
  EXPECT_EQ(one.canonical_query, "care");
  EXPECT_EQ(one.mark, "uuid:7");
  EXPECT_EQ(one.added_at, 1'700'000'000);
  EXPECT_EQ(one.waiting, 0u);
  EXPECT_FALSE(store.find("two"));
}

TEST_F(AlertStoreTest, TellsEachArticleOnce) {
  AlertStore store(folder_.path());
  store.add({"one", "", "", "m0"}, {"Qold"});
  EXPECT_EQ(record(store, "m1", {{"Qold", "old"}, {"Qa", "a"}, {"Qb", bytes_}}), 2u);
  EXPECT_EQ(record(store, "m2", {{"Qa", "a again"}, {"Qc", "c"}}), 1u);
  EXPECT_THAT(waiting(store), ElementsAre(Pair(1, "a"), Pair(2, bytes_), Pair(3, "c")));
  EXPECT_THAT(waiting(store, 1, 1), ElementsAre(Pair(2, bytes_)));
  EXPECT_EQ(store.find("one")->mark, "m2");
  EXPECT_EQ(store.find("one")->total, 3u);
}

TEST_F(AlertStoreTest, WhatIsAcknowledgedIsGoneForGood) {
  AlertStore store(folder_.path());
  store.add({"one", "", "", ""}, {});
  record(store, "m1", {{"Qa", "a"}, {"Qb", "b"}, {"Qc", "c"}});
  store.acknowledge("one", 2);
  store.acknowledge("one", 1);  // never goes back
  EXPECT_THAT(waiting(store), ElementsAre(Pair(3, "c")));
  EXPECT_EQ(store.find("one")->waiting, 1u);
  EXPECT_EQ(record(store, "m2", {{"Qa", "a again"}}), 0u);
  store.acknowledge("one", UINT64_MAX);
  EXPECT_THAT(waiting(store), ElementsAre());
  record(store, "m3", {{"Qd", "d"}});
  EXPECT_THAT(waiting(store), ElementsAre(Pair(4, "d")));
}

TEST_F(AlertStoreTest, ForgetsWhatIsRemoved) {
  AlertStore store(folder_.path());
  store.add({"one", "", "", ""}, {});
  record(store, "m1", {{"Qa", "a"}});
  EXPECT_TRUE(store.remove("one"));
  EXPECT_FALSE(store.remove("one"));
  EXPECT_EQ(record(store, "m2", {{"Qb", "b"}}), 0u);
  EXPECT_THAT(waiting(store), ElementsAre());
  store.add({"one", "", "", ""}, {});
  EXPECT_EQ(record(store, "m1", {{"Qa", "a"}}), 1u);
}

TEST_F(AlertStoreTest, RecordsNothingForAnotherAlertOfTheName) {
  AlertStore store(folder_.path());
  store.add({"one", "old query", "", "m0"}, {});
  const StoredAlert looked_at = store.find("one").value();
  store.remove("one");
  store.add({"one", "new query", "", "m0"}, {});
  EXPECT_FALSE(store.record(looked_at, "m1", {{"Qa", "a"}}));
  EXPECT_EQ(store.find("one")->mark, "m0");
  EXPECT_TRUE(store.record(store.find("one").value(), "m1", {{"Qa", "a"}}));
  EXPECT_FALSE(store.record({"one", "new query", "", "m0"}, "m2", {}));  // the mark moved on
}

TEST_F(AlertStoreTest, RefusesAFileThatIsNone) {
  std::ofstream(folder_.path() / "alerts.sqlite3") << std::string(4096, 'x');
  EXPECT_THROW(AlertStore{folder_.path()}, StoreError);
  EXPECT_THROW(AlertStore{folder_.path() / "nowhere"}, StoreError);
}

}  // namespace
}  // namespace assay::alerts
