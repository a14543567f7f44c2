#include "searchd/question.h"

#include <gtest/gtest.h>

namespace assay::searchd {
namespace {

TEST(Question, HasAVerbAndAText) {
  v1::Envelope request;
  EXPECT_EQ(verb_of(request), "unknown");
  EXPECT_EQ(text_of(request), "");
  request.mutable_search()->set_query("care");
  EXPECT_EQ(verb_of(request), "search");
  EXPECT_EQ(text_of(request), "care");
  EXPECT_EQ(search_of(request), &request.search());
  request.mutable_pivot()->mutable_search()->set_query("carers");
  EXPECT_EQ(verb_of(request), "pivot");
  EXPECT_EQ(text_of(request), "carers");
  request.mutable_add_alert()->mutable_search()->set_query("news");
  EXPECT_EQ(verb_of(request), "add_alert");
  EXPECT_EQ(text_of(request), "news");
  request.mutable_compare()->add_councils("Leeds");
  request.mutable_compare()->add_councils("York");
  EXPECT_EQ(text_of(request), "Leeds, York");
  EXPECT_EQ(search_of(request), nullptr);
}

TEST(Question, HasACode) {
  v1::Envelope reply;
  EXPECT_EQ(name_of(code_of(reply)), "OK");
  reply.mutable_status()->set_code(v1::CODE_NOT_FOUND);
  EXPECT_EQ(name_of(code_of(reply)), "NOT_FOUND");
}

}  // namespace
}  // namespace assay::searchd
