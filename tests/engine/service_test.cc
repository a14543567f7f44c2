#include "searchd/service.h"

#include <gtest/gtest.h>

#include "proto/limits.h"
#include "tests/engine/small_index.h"

namespace assay::searchd {
namespace {

using tests::SmallIndex;

class ServiceTest : public testing::Test {
 protected:
  v1::Envelope answer(const v1::Envelope& request) {
    return service_.answer(request, v1::SCOPE_READ, Stop::never()).envelope;
  }

  SmallIndex index_{
      {{"a", "Published: 1 May 2025\nThe CQC rated Leeds City Council as good for direct payments.\n"}}};
  engine::Engine engine_{index_.path()};
  Service service_{engine_};
};

TEST_F(ServiceTest, Searches) {
  v1::Envelope request;
  request.mutable_search()->set_query("direct");
  request.mutable_search()->set_limit(5);
  request.mutable_search()->add_facets("rating");
  const v1::Envelope reply = answer(request);
  ASSERT_TRUE(reply.has_search_reply()) << reply.DebugString();
  EXPECT_EQ(reply.search_reply().total(), 1u);
  ASSERT_EQ(reply.search_reply().hits_size(), 1);
  EXPECT_EQ(reply.search_reply().hits(0).date(), "2025-05-01");
  EXPECT_EQ(reply.search_reply().hits(0).snippets(0).marks_size(), 1);
  EXPECT_EQ(reply.search_reply().facets(0).facet(), "rating");
}

TEST_F(ServiceTest, ASearchSaysHowManySnippetsItWantsOrGetsOne) {
  v1::Envelope request;
  request.mutable_search()->set_limit(5);
  EXPECT_EQ(answer(request).search_reply().hits(0).snippets_size(), 1);
  request.mutable_search()->set_snippets(0);
  EXPECT_EQ(answer(request).search_reply().hits(0).snippets_size(), 0);
  request.mutable_search()->set_snippets(1);
  EXPECT_EQ(answer(request).search_reply().hits(0).snippets_size(), 1);
}

TEST_F(ServiceTest, HitsOfEveryPageComeWithoutTheirFacetsWhereNoneAreWanted) {
  const auto has_facets = [&](v1::SearchRequest search, const std::string& cursor) {
    search.set_limit(1);
    search.set_cursor(cursor);
    v1::Envelope request;
    *request.mutable_search() = search;
    const v1::SearchReply reply = answer(request).search_reply();
    return std::pair(reply.hits(0).facets_size() > 0, reply.next_cursor());
  };
  index_.add({{"b", "The CQC rated York City Council as good for direct payments.\n"}});
  v1::SearchRequest search;
  const auto [whole, whole_next] = has_facets(search, "*");
  EXPECT_TRUE(whole);
  EXPECT_TRUE(has_facets(search, whole_next).first);
  search.set_no_hit_facets(true);
  const auto [bare, bare_next] = has_facets(search, "*");
  EXPECT_FALSE(bare);
  EXPECT_FALSE(has_facets(v1::SearchRequest(), bare_next).first);
}

TEST_F(ServiceTest, TellsWhereAQueryIsRefused) {
  v1::Envelope request;
  request.mutable_search()->set_query("care a*");
  const v1::Envelope reply = answer(request);
  ASSERT_TRUE(reply.has_status());
  EXPECT_EQ(reply.status().code(), v1::CODE_INVALID_ARGUMENT);
  ASSERT_EQ(reply.status().details_size(), 1);
  EXPECT_EQ(reply.status().details(0).bad_query().offset(), 5u);
}

TEST_F(ServiceTest, RefusesPagesBeyondTheLimits) {
  v1::Envelope request;
  request.mutable_search()->set_limit(proto::kMaxHits + 1);
  EXPECT_EQ(answer(request).status().code(), v1::CODE_INVALID_ARGUMENT);
  request.mutable_search()->set_limit(1);
  request.mutable_search()->set_offset(proto::kMaxOffset + 1);
  EXPECT_EQ(answer(request).status().code(), v1::CODE_INVALID_ARGUMENT);
}

TEST_F(ServiceTest, GetsAndInforms) {
  v1::Envelope request;
  request.mutable_get()->set_id("a");
  EXPECT_EQ(answer(request).get_reply().article().id(), "a");
  request.mutable_get()->set_id("z");
  EXPECT_EQ(answer(request).status().code(), v1::CODE_NOT_FOUND);
  request.mutable_info();
  EXPECT_EQ(answer(request).info_reply().articles(), 1u);
  v1::HelloReply hello;
  service_.greet(hello);
  EXPECT_EQ(hello.index_id(), answer(request).info_reply().index_id());
}

TEST_F(ServiceTest, DoesNotKnowEverything) {
  EXPECT_EQ(answer(v1::Envelope()).status().code(), v1::CODE_UNIMPLEMENTED);
}

}  // namespace
}  // namespace assay::searchd
