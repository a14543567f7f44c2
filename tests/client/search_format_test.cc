#include "client/cli/search_format.h"

#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "tests/client/golden.h"
#include "tests/client/samples.h"

namespace assay::cli {
namespace {

constexpr Screen kPlain{false, 80};

std::string render(const SearchFormat& format, const SearchReply& reply, const Screen& screen = kPlain,
                   std::uint64_t offset = 0) {
  const View view{screen, offset, reply.hits.size()};
  std::string text = format.head(reply, view);
  for (std::uint64_t i = 0; i < reply.hits.size(); ++i) text += format.hit(reply.hits[i], i, view);
  return text + format.tail(reply, view);
}

SearchReply nothing_found() {
  SearchReply reply;
  reply.canonical_query = "nowhere";
  reply.elapsed = std::chrono::microseconds(80);
  return reply;
}

TEST(SearchFormat, EachIsAsItsGoldenFile) {
  for (const SearchFormat* format : search_formats()) {
    const std::string name = "search." + std::string(format->name);
    tests::expect_golden(name, render(*format, tests::sample_reply()));
    tests::expect_golden("nothing-" + name, render(*format, nothing_found()));
  }
}

TEST(SearchFormat, TextWithColourOnANarrowTerminal) {
  tests::expect_golden("search-colour.text", render(kSearchText, tests::sample_reply(), {true, 40}));
}

TEST(SearchFormat, TextSaysWhichHitsAreShown) {
  SearchReply reply = tests::sample_reply();
  const auto first_line = [&](std::uint64_t offset) {
    const std::string text = render(kSearchText, reply, kPlain, offset);
    return text.substr(0, text.find('\n'));
  };
  EXPECT_EQ(first_line(10), "120 articles, 11 to 13 shown (1.2 ms)");
  reply.total = 3;
  EXPECT_EQ(first_line(0), "3 articles (1.2 ms)");
  reply.hits.resize(1);
  reply.total = 1;
  reply.elapsed = std::chrono::microseconds(1'234'567);
  EXPECT_EQ(first_line(0), "1 article (1.23 s)");
}

TEST(SearchFormat, TextSaysWhatWasCountedAndWhatMayBeMeant) {
  SearchReply reply;
  reply.total = 2;
  reply.counts_groups = true;
  reply.suggestion = "carers\x1b";
  EXPECT_EQ(render(kSearchText, reply), "2 articles or groups of copies (0.0 ms)\ndid you mean: carers \n");
  reply.total = 1;
  EXPECT_THAT(render(kSearchText, reply), testing::StartsWith("1 article or group of copies"));
}

TEST(SearchFormat, JsonHasThePromisedFieldsInOrder) {
  const boost::json::object document =
      boost::json::parse(render(kSearchJson, tests::sample_reply())).as_object();
  std::vector<std::string> names;
  for (const auto& entry : document) names.emplace_back(entry.key());
  EXPECT_EQ(names, (std::vector<std::string>{"format_version", "query", "total", "counts", "suggestion",
                                             "hits", "facets", "notes", "revision"}));
  const boost::json::array& hits = document.at("hits").as_array();
  EXPECT_EQ(hits.at(0).at("councils").as_array().at(0), "Stoke-on-Trent");
  EXPECT_EQ(hits.at(0).at("themes").as_array().at(0), "direct-payments");
  EXPECT_TRUE(hits.at(1).at("rating").is_null());
  EXPECT_TRUE(hits.at(1).at("date").is_null());
  EXPECT_TRUE(hits.at(2).at("rating").is_null());
  EXPECT_EQ(document.at("facets").at(0).at("values").at(1).at("selected"), true);
}

TEST(SearchFormat, NdjsonIsTheHitsOfJson) {
  const SearchReply reply = tests::sample_reply();
  const boost::json::value document = boost::json::parse(render(kSearchJson, reply));
  std::string lines;
  for (const boost::json::value& hit : document.at("hits").as_array())
    lines += boost::json::serialize(hit) + '\n';
  EXPECT_EQ(render(kSearchNdjson, reply), lines);
}

}  // namespace
}  // namespace assay::cli
