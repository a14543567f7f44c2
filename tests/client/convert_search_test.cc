#include <gmock/gmock.h>

#include "client/convert.h"
#include "tests/client/messages.h"
#include "tests/client/samples.h"

namespace assay::client {
namespace {

using testing::ElementsAre;
using tests::counts_message;
using tests::message;
using tests::similar_message;

Error refusal(const SearchRequest& request) {
  try {
    to_wire(request);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::kInvalid);
    return error;
  }
  ADD_FAILURE() << "taken for UTF-8";
  return {ErrorKind::kServer, ""};
}

TEST(ConvertSearch, RequestReachesTheWireWhole) {
  SearchRequest request;
  request.query = "\"direct payments\" café";
  request.filters = {{"rating", {"good", "outstanding"}}, {"council", {"Leeds"}}};
  request.since = "2025";
  request.until = "2025-06";
  request.sort = {{"rating"}, {"date", true}};
  request.offset = 20;
  request.limit = 5;
  request.feedback = true;
  request.facets = {"*"};
  const v1::SearchRequest wire = to_wire(request);
  EXPECT_EQ(wire.query(), request.query);
  ASSERT_EQ(wire.filters_size(), 2);
  EXPECT_EQ(wire.filters(0).facet(), "rating");
  EXPECT_EQ(wire.filters(0).values(1), "outstanding");
  EXPECT_EQ(wire.since(), "2025");
  EXPECT_EQ(wire.until(), "2025-06");
  ASSERT_EQ(wire.sort_size(), 2);
  EXPECT_EQ(wire.sort(0).field(), "rating");
  EXPECT_FALSE(wire.sort(0).descending());
  EXPECT_EQ(wire.sort(1).field(), "date");
  EXPECT_TRUE(wire.sort(1).descending());
  EXPECT_EQ(wire.offset(), 20U);
  EXPECT_EQ(wire.limit(), 5U);
  EXPECT_TRUE(wire.feedback());
  EXPECT_EQ(wire.facets(0), "*");
}

TEST(ConvertSearch, OptionsReachTheWire) {
  SearchRequest request;
  request.no_synonyms = request.fold = request.score_bands = request.no_hit_facets = true;
  request.snippets = 3;
  request.histogram = "quarter";
  request.facet_prefix = "Sto";
  request.freshness_days = 90;
  request.cursor = "*";
  const v1::SearchRequest wire = to_wire(request);
  EXPECT_TRUE(wire.no_synonyms());
  EXPECT_TRUE(wire.fold());
  EXPECT_TRUE(wire.score_bands());
  EXPECT_TRUE(wire.no_hit_facets());
  EXPECT_EQ(wire.snippets(), 3U);
  EXPECT_EQ(wire.histogram(), "quarter");
  EXPECT_EQ(wire.facet_prefix(), "Sto");
  EXPECT_EQ(wire.freshness_days(), 90U);
  EXPECT_EQ(wire.cursor(), "*");
}

TEST(ConvertSearch, WhatIsNotAskedForIsNotOnTheWire) {
  EXPECT_EQ(to_wire(SearchRequest()).ShortDebugString(), "limit: 10 snippets: 1");
  EXPECT_EQ(to_wire(SearchRequest{.limit = 5, .cursor = "c"}).ShortDebugString(),
            "limit: 5 snippets: 1 cursor: \"c\"");
  EXPECT_EQ(to_wire(SearchRequest{.snippets = 0}).ShortDebugString(), "limit: 10 snippets: 0");
}

TEST(ConvertSearch, AQueryThatIsNotUtf8IsRefusedWhereItBreaks) {
  EXPECT_EQ(refusal({.query = "caf\xe9"}).offset, 3U);
  EXPECT_EQ(refusal({.query = "caf\xe9"}).length, 1U);
  EXPECT_EQ(refusal({.query = "\xc3"}).offset, 0U);
}

TEST(ConvertSearch, OtherTextThatIsNotUtf8IsRefusedByName) {
  const auto told = [](const SearchRequest& request) {
    const Error error = refusal(request);
    EXPECT_EQ(error.length, 0U);  // it is not about the query's text
    return std::string(error.what());
  };
  EXPECT_EQ(told({.filters = {{"council", {"Kent", "Le\xff"}}}}), "a value of council is not valid UTF-8");
  EXPECT_EQ(told({.since = "\xff"}), "the first date is not valid UTF-8");
  EXPECT_EQ(told({.until = "\xff"}), "the last date is not valid UTF-8");
  EXPECT_EQ(told({.sort = {{"ra\xff"}}}), "a sort key is not valid UTF-8");
  EXPECT_EQ(told({.facets = {"\xff"}}), "the name of a facet is not valid UTF-8");
  EXPECT_EQ(told({.histogram = "\xff"}), "the interval of the histogram is not valid UTF-8");
  EXPECT_EQ(told({.facet_prefix = "\xff"}), "the beginning of a value's name is not valid UTF-8");
  EXPECT_EQ(told({.cursor = "\xff"}), "the cursor is not valid UTF-8");
  EXPECT_THROW(get_request("a\xff"), Error);
  EXPECT_THROW(to_wire(SimilarRequest{.id = "\xff"}), Error);
  EXPECT_THROW(to_wire(SimilarRequest{.filters = {{"\xff", {}}}}), Error);
}

TEST(ConvertSearch, ReplyComesBackWhole) {
  const SearchReply sent = tests::sample_reply();
  const SearchReply got = from_wire(tests::to_message(sent));
  EXPECT_EQ(got.total, sent.total);
  EXPECT_EQ(got.canonical_query, sent.canonical_query);
  EXPECT_EQ(got.revision, sent.revision);
  EXPECT_EQ(got.elapsed, sent.elapsed);
  ASSERT_EQ(got.notes.size(), 1U);
  EXPECT_EQ(got.notes[0].text, sent.notes[0].text);
  EXPECT_EQ(got.notes[0].length, 4U);
  ASSERT_EQ(got.hits.size(), 3U);
  EXPECT_EQ(got.hits[0].title, sent.hits[0].title);
  EXPECT_EQ(got.hits[0].facets[1].labels, sent.hits[0].facets[1].labels);
  EXPECT_EQ(got.hits[0].score, 12.25);
  ASSERT_EQ(got.hits[0].snippets.size(), 2U);
  EXPECT_EQ(got.hits[0].snippets[0].marks, sent.hits[0].snippets[0].marks);
  EXPECT_TRUE(got.hits[0].snippets[0].cut_before);
  EXPECT_EQ(got.hits[0].snippets[0].offset, 210U);
  EXPECT_EQ(got.hits[0].snippets[1].text, "Direct payments rose & rose.");
  EXPECT_TRUE(got.hits[2].snippets.empty());
  ASSERT_EQ(got.facets.size(), 3U);
  EXPECT_EQ(got.facets[0].values[1].count, 60U);
  EXPECT_TRUE(got.facets[0].values[1].selected);
}

TEST(ConvertSearch, WhatAnOptionBringsComesBack) {
  const SearchReply got = from_wire(counts_message());
  EXPECT_EQ(got.suggestion, "carers");
  EXPECT_TRUE(got.counts_groups);
  EXPECT_THAT(got.facets.at(1).values.at(1).parents,
              ElementsAre(FacetParent{"kind", "borough"}, FacetParent{"region", "north-west"}));
  EXPECT_EQ(got.histogram.interval, "quarter");
  EXPECT_EQ(got.histogram.undated, 2U);
  ASSERT_EQ(got.histogram.buckets.size(), 3U);
  EXPECT_EQ(got.histogram.buckets[0].start, "2024-10-01");
  EXPECT_EQ(got.histogram.buckets[0].label, "2024-Q4");
  EXPECT_EQ(got.histogram.buckets[0].count, 6U);
  ASSERT_EQ(got.score_bands.size(), 2U);
  EXPECT_EQ(got.score_bands[1].first, 63U);
  EXPECT_EQ(got.score_bands[1].last, 87U);
  EXPECT_EQ(got.score_bands[1].value, "good");
  EXPECT_EQ(got.score_bands[1].label, "Good");
  EXPECT_EQ(got.score_bands[1].count, 5U);
  EXPECT_EQ(from_wire(message<v1::SearchReply>("next_cursor: 'c'")).next_cursor, "c");
}

TEST(ConvertSearch, SimilarGoesAndComesBackWhole) {
  const v1::SimilarRequest wire =
      to_wire(SimilarRequest{.id = "a.txt", .limit = 4, .filters = {{"rating", {"good"}}}});
  EXPECT_EQ(wire.id(), "a.txt");
  EXPECT_EQ(wire.limit(), 4U);
  EXPECT_EQ(wire.filters(0).values(0), "good");
  const SimilarReply got = from_wire(similar_message());
  EXPECT_THAT(got.words, ElementsAre("brokerage", "café"));
  EXPECT_EQ(got.revision, 7U);
  ASSERT_EQ(got.hits.size(), 2U);
  EXPECT_EQ(got.hits[0].snippets.at(0).marks, (std::vector<Mark>{{2, 11}}));
  EXPECT_EQ(got.hits[1].copies, 1U);
}

TEST(ConvertSearch, MarksThatBreakTheContractAreLeftOut) {
  v1::SearchReply reply;
  v1::Snippet& snippet = *reply.add_hits()->add_snippets();
  snippet.set_text("a café in Leeds");  // é is bytes 5 and 6
  const std::pair<std::uint32_t, std::uint32_t> marks[] = {{2, 7}, {6, 8},  {3, 9},  {8, 6},
                                                           {9, 9}, {8, 10}, {11, 99}};
  for (const auto& [begin, end] : marks) {
    v1::Mark& mark = *snippet.add_marks();
    mark.set_begin(begin);
    mark.set_end(end);
  }
  EXPECT_EQ(from_wire(reply).hits[0].snippets[0].marks, (std::vector<Mark>{{2, 7}, {8, 10}}));
}

TEST(ConvertSearch, EveryIdHasALabelEvenIfTheDaemonSendsFewer) {
  v1::SearchReply reply;
  v1::FacetValues& facet = *reply.add_hits()->add_facets();
  facet.add_ids("good");
  facet.add_ids("bad");
  facet.add_labels("Good");
  EXPECT_EQ(from_wire(reply).hits[0].facets[0].labels, (std::vector<std::string>{"Good", ""}));
}

}  // namespace
}  // namespace assay::client
