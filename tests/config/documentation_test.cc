// That docs/operations.md holds the table of options as it is.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "searchd/config/show.h"

namespace assay::config {
namespace {

TEST(Documentation, HoldsTheTableOfOptions) {
  std::ifstream in(ASSAY_SOURCE_DIR "/docs/operations.md");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_THAT(text, testing::HasSubstr(options_as_markdown()));
}

}  // namespace
}  // namespace assay::config
