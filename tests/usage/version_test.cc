// --version of the programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/usage/programs.h"

namespace assay::tests {
namespace {

TEST(Version, TellsTheBuild) {
  for (const NamedProgram& program : programs()) {
    const std::string text = output_of(program, {"--version"});
    EXPECT_THAT(text, testing::StartsWith(program.name + " " ASSAY_VERSION "\ncommit "));
    EXPECT_THAT(text,
                testing::ContainsRegex("\nbuilt by [A-Za-z]+ [0-9.]+, [A-Za-z]+, with Xapian 1[.][0-9.]+ and "
                                       "protobuf [0-9.]+\n$"));
  }
}

}  // namespace
}  // namespace assay::tests
