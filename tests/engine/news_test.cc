// What commits brought, and an index that goes bad under its reader.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <xapian.h>

#include <fstream>
#include <thread>

#include "indexer/schema/index_directory.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
using tests::SmallIndex;
using Articles = std::vector<std::pair<std::string, std::string>>;

class NewsTest : public testing::Test {
 protected:
  News news(const std::string& mark, std::uint32_t limit = 10) const {
    SearchRequest request;
    request.query = "care";
    request.limit = limit;
    return engine_.news(request, mark, Stop::never());
  }
  static std::vector<std::string> ids(const News& news) {
    std::vector<std::string> ids;
    for (const Hit& hit : news.hits) ids.push_back(hit.id);
    return ids;
  }

  SmallIndex index_{Articles{{"a", "Care."}, {"b", "Nothing."}}};
  const Engine engine_{index_.path()};
};

TEST_F(NewsTest, BeginsWithAMarkAndNoHits) {
  const News first = news("");
  EXPECT_TRUE(first.hits.empty());
  EXPECT_EQ(first.canonical_query, "care");
  EXPECT_TRUE(news(first.mark).hits.empty());
  EXPECT_EQ(news(first.mark).mark, first.mark);
}

TEST_F(NewsTest, HoldsWhatWasAddedOrChangedSince) {
  const std::string mark = news("").mark;
  index_.add({{"c", "More care."}, {"d", "Nothing."}});
  index_.add({{"b", "Care at last."}});
  const News since = news(mark);
  EXPECT_THAT(ids(since), ElementsAre("c", "b"));
  EXPECT_FALSE(since.more);
  EXPECT_FALSE(since.restarted);
  EXPECT_EQ(since.hits[0].snippets.at(0).marks.size(), 1u);
  EXPECT_TRUE(news(since.mark).hits.empty());
}

TEST_F(NewsTest, ComesInPartsWithoutGapOrRepetition) {
  std::string mark = news("").mark;
  for (const char* id : {"c", "d", "e", "f", "g"}) index_.add({{id, "Care."}});
  std::vector<std::string> told;
  for (bool more = true; more;) {
    const News part = news(mark, 2);
    for (const std::string& id : ids(part)) told.push_back(id);
    EXPECT_NE(part.mark, mark);
    mark = part.mark;
    more = part.more;
  }
  EXPECT_THAT(told, ElementsAre("c", "d", "e", "f", "g"));
}

TEST_F(NewsTest, StartsAgainWithAnotherDatabase) {
  const News all = news("another:7");
  EXPECT_TRUE(all.restarted);
  EXPECT_THAT(ids(all), ElementsAre("a"));
  EXPECT_THROW(news("7"), Failure);
  EXPECT_THROW(news("a:b"), Failure);
}

TEST_F(NewsTest, KeysAreThoseOfAllMatches) {
  index_.add({{"c", "Care."}, {std::string(300, 'x'), "Care."}});
  SearchRequest request;
  request.query = "care";
  EXPECT_THAT(engine_.keys_of_matches(request, Stop::never()),
              UnorderedElementsAre(schema::id_term("a"), schema::id_term("c"),
                                   schema::id_term(std::string(300, 'x'))));
}

// In each of these the engine goes on with what it saw last.
class HealthTest : public NewsTest {
 protected:
  std::uint64_t total() const {
    SearchRequest request;
    request.query = "care";
    return engine_.search(request, Stop::never()).total;
  }
  void expect_degraded(const std::string& why) const {
    engine_.keep_up();
    EXPECT_TRUE(engine_.health().degraded);
    EXPECT_THAT(engine_.health().reason, HasSubstr(why));
    EXPECT_EQ(total(), 1u);
    SearchRequest request;
    request.query = "nothing";
    EXPECT_EQ(engine_.search(request, Stop::never()).hits.at(0).snippets.size(), 1u);
  }
  void expect_well(std::uint64_t matches) const {
    engine_.keep_up();
    EXPECT_FALSE(engine_.health().degraded);
    EXPECT_EQ(total(), matches);
  }
};

TEST_F(HealthTest, AnIndexThatIsDeletedIsServedUntilThereIsAnother) {
  expect_well(1);
  std::filesystem::rename(index_.path(), index_.path().string() + ".away");
  expect_degraded("no folder");
  std::filesystem::remove_all(index_.path().string() + ".away");
  expect_degraded("no folder");
  index_.add({{"x", "Care."}, {"y", "Care."}});
  expect_well(2);
}

TEST_F(HealthTest, APointerThatNamesNothingIsNotFollowed) {
  expect_well(1);
  std::ofstream(index_.path() / "XAPIANDB") << "auto gen-000009\n";
  expect_degraded("");
}

TEST_F(HealthTest, ADatabaseThatCannotBeOpenedIsNotFollowed) {
  expect_well(1);
  std::ofstream(schema::live_generation(index_.path()) / "iamglass", std::ios::trunc) << "no glass";
  expect_degraded("");
}

TEST_F(HealthTest, AnIndexOfAnotherFormatIsNotFollowed) {
  expect_well(1);
  const auto fresh = schema::next_generation(index_.path());
  std::filesystem::create_directories(fresh);
  Xapian::WritableDatabase(fresh.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS).commit();
  schema::publish_generation(index_.path(), fresh);
  expect_degraded("");
}

TEST_F(HealthTest, SeveralReadersShareOneThatIsGood) {
  expect_well(1);
  std::filesystem::rename(index_.path(), index_.path().string() + ".away");
  engine_.keep_up();
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([this] {
      for (int j = 0; j < 50; ++j) EXPECT_EQ(total(), 1u);
    });
  threads.clear();
  std::filesystem::rename(index_.path().string() + ".away", index_.path());
  expect_well(1);
}

}  // namespace
}  // namespace assay::engine
