// Five real articles, where a checkout has them beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

const fs::path kSeeds = fs::path(ASSAY_SOURCE_DIR) / ".." / "shared" / "seeds";

struct Expected {
  const char *rating, *council, *date;
};

const std::map<std::string, Expected> kExpected = {{"000", {"good", "Staffordshire", "2025-05-30"}},
                                                   {"001", {"good", "Stoke-on-Trent", ""}},
                                                   {"002", {"good", "Stoke-on-Trent", "2025-11-05"}},
                                                   {"003", {"good", "Liverpool", ""}},
                                                   {"004", {"", "Staffordshire", "2023-01-16"}}};

std::string text_or_empty(const json::value& value) {
  return value.is_null() ? "" : std::string(value.as_string());
}

TEST(Seeds, HaveTheirFacets) {
  if (!fs::exists(kSeeds)) GTEST_SKIP() << "no seeds beside the project";
  const Service service({kSeeds.string()});
  const Finished all = service.ask({"search", "--format", "json"});
  const json::array hits = json::parse(all.out).at("hits").as_array();
  ASSERT_EQ(hits.size(), kExpected.size());
  for (const json::value& hit : hits) {
    const std::string id(hit.at("id").as_string());
    const Expected& expected = kExpected.at(id.substr(0, 3));
    EXPECT_EQ(text_or_empty(hit.at("rating")), expected.rating) << id;
    EXPECT_EQ(text_or_empty(hit.at("date")), expected.date) << id;
    ASSERT_EQ(hit.at("councils").as_array().size(), 1u) << id;
    EXPECT_EQ(hit.at("councils").at(0).as_string(), expected.council) << id;
  }
  const std::string found = service.ask({"search", "\"direct payments\"", "--format", "ids"}).out;
  EXPECT_EQ(found.substr(0, 3), "000");
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 1);
  for (const char* word : {"cookie", "cookies", "analytical", "privacy", "\"accept cookies\""})
    EXPECT_EQ(service.ask({"count", word}).out, "0\n") << word;
}

}  // namespace
}  // namespace assay::tests
