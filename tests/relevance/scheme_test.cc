#include "bench/relevance/scheme.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "bench/relevance/weight.h"

namespace assay::tests {
namespace {

using namespace bench;
using testing::ElementsAre;

TEST(Scheme, IsReadFromItsNotation) {
  const Scheme scheme = parse_scheme(
      "bm25:1.6:0.5 terms=stems stop=list:0.3 repeats=log match=content title=0.1 near=5:0.2 exact=0.1 "
      "feedback=classes:3:40:0.4");
  EXPECT_EQ(scheme.weight, "bm25");
  EXPECT_THAT(scheme.parameters, ElementsAre(1.6, 0.5));
  EXPECT_TRUE(scheme.stems_indexed);
  EXPECT_EQ(scheme.stop, Stop::kList);
  EXPECT_EQ(scheme.stop_scale, 0.3);
  EXPECT_EQ(scheme.repeats, Repeats::kLog);
  EXPECT_EQ(scheme.demand, Demand::kContent);
  EXPECT_EQ(scheme.title, Title::kScaled);
  EXPECT_EQ(scheme.title_scale, 0.1);
  EXPECT_EQ(scheme.near_window, 5U);
  EXPECT_EQ(scheme.exact_scale, 0.1);
  EXPECT_EQ(scheme.feedback.kind, FeedbackKind::kClasses);
  EXPECT_EQ(scheme.feedback.terms, 40U);
}

TEST(Scheme, MayBeFusedWithAnother) {
  const Scheme scheme = parse_scheme("ineb2:1 fuse=score:0.25 + dph stop=0.5");
  EXPECT_EQ(scheme.fuse, Fuse::kScores);
  EXPECT_EQ(scheme.fuse_parameter, 0.25);
  ASSERT_NE(scheme.other, nullptr);
  EXPECT_EQ(scheme.other->weight, "dph");
  EXPECT_EQ(scheme.other->stop_share, 0.5);
}

TEST(Scheme, WhatIsWrongIsRefused) {
  for (const char* wrong : {"", "ineb2:x", "ineb2 stop", "ineb2 stop=often", "ineb2 title=1x",
                            "ineb2 colour=red", "ineb2 near=5", "ineb2 feedback=bo1:3", "ineb2 + "})
    EXPECT_THROW(parse_scheme(wrong), std::invalid_argument) << wrong;
  EXPECT_THROW(make_weight("bm26", {}), std::invalid_argument);
  EXPECT_THROW(make_weight("bm25", {1.2}), std::invalid_argument);
}

TEST(Alternatives, AreCombinedEachWithEach) {
  EXPECT_THAT(alternatives("dph"), ElementsAre("dph"));
  EXPECT_THAT(alternatives("a{1,2} b{3,4}"), ElementsAre("a1 b3", "a1 b4", "a2 b3", "a2 b4"));
  EXPECT_THROW(alternatives("a{1,2"), std::invalid_argument);
}

}  // namespace
}  // namespace assay::tests
