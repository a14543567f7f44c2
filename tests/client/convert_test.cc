#include "client/convert.h"

#include <gtest/gtest.h>

#include "tests/client/samples.h"

namespace assay::client {
namespace {

void expect_invalid(const SearchRequest& request, std::uint32_t offset) {
  try {
    to_wire(request);
    ADD_FAILURE() << "taken for UTF-8";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::kInvalid);
    EXPECT_EQ(error.offset, offset);
    EXPECT_EQ(error.length, 1U);
  }
}

TEST(Convert, RequestReachesTheWireWhole) {
  SearchRequest request;
  request.query = "\"direct payments\" café";
  request.filters = {{"rating", {"good", "outstanding"}}, {"council", {"Leeds"}}};
  request.since = "2025";
  request.until = "2025-06";
  request.sort = Sort::kDateDescending;
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
  EXPECT_EQ(wire.sort(), v1::SORT_DATE_DESCENDING);
  EXPECT_EQ(wire.offset(), 20U);
  EXPECT_EQ(wire.limit(), 5U);
  EXPECT_TRUE(wire.feedback());
  EXPECT_EQ(wire.facets(0), "*");
  request.sort = Sort::kDateAscending;
  EXPECT_EQ(to_wire(request).sort(), v1::SORT_DATE_ASCENDING);
}

TEST(Convert, TextThatIsNotUtf8IsRefusedWhereItBreaks) {
  expect_invalid({.query = "caf\xe9"}, 3);
  expect_invalid({.query = "\xc3"}, 0);
  expect_invalid({.filters = {{"council", {"Kent", "Le\xff"}}}}, 2);
  expect_invalid({.since = "\xff"}, 0);
  EXPECT_THROW(to_wire(std::string("a\xff")), Error);
}

TEST(Convert, ReplyComesBackWhole) {
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
  EXPECT_EQ(got.hits[0].snippet.marks, sent.hits[0].snippet.marks);
  EXPECT_TRUE(got.hits[0].snippet.cut_before);
  ASSERT_EQ(got.facets.size(), 3U);
  EXPECT_EQ(got.facets[0].values[1].count, 60U);
  EXPECT_TRUE(got.facets[0].values[1].selected);
}

TEST(Convert, MarksThatBreakTheContractAreLeftOut) {
  v1::SearchReply reply;
  v1::Snippet& snippet = *reply.add_hits()->mutable_snippet();
  snippet.set_text("a café in Leeds");  // é is bytes 5 and 6
  const std::pair<std::uint32_t, std::uint32_t> marks[] = {{2, 7}, {6, 8},  {3, 9},  {8, 6},
                                                           {9, 9}, {8, 10}, {11, 99}};
  for (const auto& [begin, end] : marks) {
    v1::Mark& mark = *snippet.add_marks();
    mark.set_begin(begin);
    mark.set_end(end);
  }
  EXPECT_EQ(from_wire(reply).hits[0].snippet.marks, (std::vector<Mark>{{2, 7}, {8, 10}}));
}

TEST(Convert, EveryIdHasALabelEvenIfTheDaemonSendsFewer) {
  v1::SearchReply reply;
  v1::FacetValues& facet = *reply.add_hits()->add_facets();
  facet.add_ids("good");
  facet.add_ids("bad");
  facet.add_labels("Good");
  EXPECT_EQ(from_wire(reply).hits[0].facets[0].labels, (std::vector<std::string>{"Good", ""}));
}

TEST(Convert, StatusCodesBecomeKinds) {
  const std::pair<v1::Code, ErrorKind> kinds[] = {{v1::CODE_INVALID_ARGUMENT, ErrorKind::kInvalid},
                                                  {v1::CODE_DEADLINE_EXCEEDED, ErrorKind::kDeadline},
                                                  {v1::CODE_NOT_FOUND, ErrorKind::kNotFound},
                                                  {v1::CODE_RESOURCE_EXHAUSTED, ErrorKind::kInvalid},
                                                  {v1::CODE_UNAVAILABLE, ErrorKind::kServer},
                                                  {v1::CODE_CANCELLED, ErrorKind::kServer},
                                                  {v1::CODE_FAILED_PRECONDITION, ErrorKind::kServer},
                                                  {v1::CODE_UNIMPLEMENTED, ErrorKind::kServer},
                                                  {v1::CODE_INTERNAL, ErrorKind::kServer},
                                                  {v1::CODE_DATA_LOSS, ErrorKind::kServer},
                                                  {v1::CODE_UNKNOWN, ErrorKind::kServer},
                                                  {v1::CODE_OK, ErrorKind::kServer}};
  for (const auto& [code, kind] : kinds) {
    v1::Status status;
    status.set_code(code);
    EXPECT_EQ(from_wire(status).kind, kind) << v1::Code_Name(code);
    EXPECT_EQ(from_wire(status).what(), v1::Code_Name(code));
  }
}

TEST(Convert, BadQueryReachesTheError) {
  v1::Status status;
  status.set_code(v1::CODE_INVALID_ARGUMENT);
  status.set_message("too short");
  v1::BadQuery& where = *status.add_details()->mutable_bad_query();
  where.set_offset(8);
  where.set_length(3);
  status.add_details()->mutable_limit()->set_name("prefix letters");
  const Error error = from_wire(status);
  EXPECT_EQ(error.kind, ErrorKind::kInvalid);
  EXPECT_STREQ(error.what(), "too short");
  EXPECT_EQ(error.offset, 8U);
  EXPECT_EQ(error.length, 3U);
}

TEST(Convert, RetryInfoTellsABusyDaemonFromARequestThatIsTooLarge) {
  v1::Status status;
  status.set_code(v1::CODE_RESOURCE_EXHAUSTED);
  status.add_details()->mutable_limit()->set_name("max_queued");
  EXPECT_EQ(from_wire(status).kind, ErrorKind::kInvalid);
  status.add_details()->mutable_retry_info()->set_retry_after_ms(250);
  EXPECT_EQ(from_wire(status).kind, ErrorKind::kOverloaded);
  EXPECT_EQ(from_wire(status).retry_after.count(), 250);
}

}  // namespace
}  // namespace assay::client
