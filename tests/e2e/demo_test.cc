// What a newcomer does first, on the sample corpus.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::StartsWith;

class Demo : public testing::Test {
 protected:
  static void SetUpTestSuite() { service_ = new Service({kCorpus}); }
  static void TearDownTestSuite() { delete service_; }

  json::object ask_json(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return json::parse(service_->ask(std::move(arguments)).out).as_object();
  }

  static Service* service_;
};

Service* Demo::service_ = nullptr;

TEST_F(Demo, APhraseIsFoundAndMarked) {
  const json::object reply = ask_json({"search", "\"direct payments\"", "--limit", "100"});
  EXPECT_EQ(reply.at("format_version").as_int64(), 1);
  EXPECT_EQ(reply.at("query").as_string(), "\"direct payments\"");
  const json::array& hits = reply.at("hits").as_array();
  EXPECT_EQ(hits.size(), reply.at("total").to_number<std::size_t>());
  EXPECT_GE(hits.size(), 5u);
  bool marked = false;
  for (const json::value& hit : hits) {
    for (const char* key :
         {"id", "title", "date", "rating", "councils", "themes", "url", "publisher", "score", "snippet"})
      EXPECT_TRUE(hit.as_object().contains(key)) << key;
    const std::string snippet(hit.at("snippet").as_string());
    marked |= snippet.find("irect payments</mark>") != std::string::npos;
  }
  EXPECT_TRUE(marked);
}

TEST_F(Demo, NarrowingByRatingKeepsTheOtherRatingsCounts) {
  const json::object all = ask_json({"search", "carers"});
  const json::object good = ask_json({"search", "carers", "--rating", "good"});
  EXPECT_LT(good.at("total").to_number<int>(), all.at("total").to_number<int>());
  const auto ratings = [](const json::object& reply) {
    std::map<std::string, int> counts;
    for (const json::value& facet : reply.at("facets").as_array())
      if (facet.at("name").as_string() == "rating")
        for (const json::value& value : facet.at("values").as_array())
          counts[std::string(value.at("value").as_string())] = value.at("count").to_number<int>();
    return counts;
  };
  EXPECT_EQ(ratings(all), ratings(good));
  EXPECT_EQ(ratings(all)["good"], good.at("total").to_number<int>());
  for (const json::value& hit : good.at("hits").as_array()) EXPECT_EQ(hit.at("rating").as_string(), "good");
}

TEST_F(Demo, CountingEachRatingAddsUp) {
  int sum = 0;
  for (const char* rating : {"outstanding", "good", "requires-improvement", "inadequate", "none"})
    sum += std::stoi(service_->ask({"count", "carers", "--rating", rating}).out);
  EXPECT_EQ(sum, std::stoi(service_->ask({"count", "carers"}).out));
}

TEST_F(Demo, FormatsForScripts) {
  EXPECT_THAT(service_->ask({"search", "carers", "--format", "csv"}).out,
              StartsWith("id,title,date,rating,"));
  const Finished ids = service_->ask({"search", "carers", "--format", "ids", "--limit", "2"});
  ASSERT_EQ(std::count(ids.out.begin(), ids.out.end(), '\n'), 2);
  const std::string id = ids.out.substr(0, ids.out.find('\n'));
  const Finished got = service_->ask({"get", id, "--format", "json"});
  EXPECT_EQ(json::parse(got.out).at("id").as_string(), id);
  const Finished lines = service_->ask({"search", "carers", "--format", "ndjson", "--limit", "3"});
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 3);
}

TEST_F(Demo, ExitCodesAreThoseOfGrep) {
  EXPECT_EQ(service_->ask({"search", "carers"}).exit_code, 0);
  EXPECT_EQ(service_->ask({"search", "xyzzyplugh"}).exit_code, 1);
  EXPECT_EQ(service_->ask({"count", "xyzzyplugh"}).exit_code, 1);
  EXPECT_EQ(service_->ask({"get", "no such id"}).exit_code, 1);
  EXPECT_EQ(service_->ask({"search", "carers", "--rating", "splendid"}).exit_code, 2);
  EXPECT_EQ(service_->ask({"search", "carers", "--sort", "sideways"}).exit_code, 2);
}

TEST_F(Demo, SortsByDateBothWaysWithUndatedLast) {
  const auto dates = [&](const char* sort) {
    std::vector<std::string> result;
    const json::object reply = ask_json({"search", "care", "--limit", "500", "--sort", sort});
    for (const json::value& hit : reply.at("hits").as_array())
      result.push_back(hit.at("date").is_null() ? "" : std::string(hit.at("date").as_string()));
    return result;
  };
  std::vector<std::string> up = dates("date"), down = dates("-date");
  const auto undated = static_cast<std::size_t>(std::count(up.begin(), up.end(), ""));
  ASSERT_GT(undated, 0u);
  ASSERT_GT(up.size(), undated);
  EXPECT_EQ(std::count(down.end() - static_cast<std::ptrdiff_t>(undated), down.end(), ""),
            static_cast<std::ptrdiff_t>(undated));
  up.resize(up.size() - undated);
  down.resize(down.size() - undated);
  EXPECT_TRUE(std::is_sorted(up.begin(), up.end()));
  EXPECT_TRUE(std::is_sorted(down.rbegin(), down.rend()));
}

TEST_F(Demo, PagesFollowEachOther) {
  const std::string all = service_->ask({"search", "carers", "--format", "ids", "--limit", "30"}).out;
  std::string pages;
  for (const char* offset : {"0", "10", "20"})
    pages += service_->ask({"search", "carers", "--format", "ids", "--limit", "10", "--offset", offset}).out;
  EXPECT_EQ(all, pages);
}

TEST_F(Demo, InfoDescribesTheIndex) {
  const json::object info = ask_json({"info"});
  EXPECT_GE(info.at("articles").to_number<int>(), 80);
  EXPECT_THAT(std::string(info.at("server").as_string()), HasSubstr("assay-searchd"));
}

}  // namespace
}  // namespace assay::tests
