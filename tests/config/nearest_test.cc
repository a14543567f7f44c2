#include "searchd/config/nearest.h"

#include <gtest/gtest.h>

#include <vector>

namespace assay::config {
namespace {

TEST(Nearest, FindsSlipsOfTheKeyboardAndNothingElse) {
  const std::vector<std::string> known = {"index", "listen", "max_queued", "max_connections"};
  EXPECT_EQ(nearest("idnex", known), "index");
  EXPECT_EQ(nearest("Max-Queued", known), "max_queued");
  EXPECT_EQ(nearest("max_conections", known), "max_connections");
  EXPECT_EQ(nearest("port", known), "");
  EXPECT_EQ(nearest("", known), "");
  EXPECT_EQ(nearest(std::string(100'000, 'x'), known), "");
}

}  // namespace
}  // namespace assay::config
