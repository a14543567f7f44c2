#include "searchd/health.h"

#include <gtest/gtest.h>

namespace assay::searchd {
namespace {

class Health : public testing::Test {
 protected:
  net::HttpAnswer get(std::string_view target) const { return answer_http(target, sources_); }

  bool is_ready_ = true;
  std::string degraded_;
  const HealthSources sources_{[] { return std::string("metrics 1\n"); }, [this] { return is_ready_; },
                               [this] { return degraded_; }};
};

TEST_F(Health, GivesMetrics) {
  EXPECT_EQ(get("/metrics").body, "metrics 1\n");
  EXPECT_EQ(get("/metrics?name=x").status, 200u);
  EXPECT_EQ(get("/metrics").type, "text/plain; version=0.0.4; charset=utf-8");
}

TEST_F(Health, TellsThatItIsDegradedAndWhy) {
  EXPECT_EQ(get("/healthz").status, 200u);
  EXPECT_EQ(get("/healthz").body, "{\"status\":\"OK\"}\n");
  degraded_ = "the \"index\" is gone";
  EXPECT_EQ(get("/healthz").status, 200u);
  EXPECT_EQ(get("/healthz").body, "{\"status\":\"DEGRADED\",\"reason\":\"the \\\"index\\\" is gone\"}\n");
}

TEST_F(Health, IsReadyWhileItServes) {
  EXPECT_EQ(get("/readyz").status, 200u);
  is_ready_ = false;
  EXPECT_EQ(get("/readyz").status, 503u);
}

TEST_F(Health, KnowsNothingElse) {
  for (const char* target : {"/", "", "*", "/metrics/", "/Healthz", "http://localhost/metrics"})
    EXPECT_EQ(get(target).status, 404u) << target;
}

}  // namespace
}  // namespace assay::searchd
