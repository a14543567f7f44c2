// Completion asks the daemon for what only it knows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Completion : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    service_ = new Service({kCorpus}, {"--state-dir", (folder_->path() / "state").string()});
  }
  static void TearDownTestSuite() {
    delete service_;
    delete folder_;
  }

  static std::string complete(std::vector<std::string> words) {
    words.insert(words.begin(), "--complete");
    const Finished finished = service_->ask(std::move(words));
    EXPECT_EQ(finished.exit_code, 0) << finished.err;
    return finished.out;
  }

  static TempFolder* folder_;
  static Service* service_;
};

TempFolder* Completion::folder_ = nullptr;
Service* Completion::service_ = nullptr;

TEST_F(Completion, ValuesOfFacets) {
  EXPECT_THAT(complete({"search", "--council", "sto"}), HasSubstr("\nstoke-on-trent\tStoke-on-Trent ("));
  EXPECT_THAT(complete({"search", "--council", "sto"}), Not(HasSubstr("leeds")));
  EXPECT_THAT(complete({"count", "--rating=in"}), StartsWith("words\n--rating=inadequate\tInadequate ("));
  EXPECT_THAT(complete({"--theme", "unpaid"}), StartsWith("words\nunpaid-carers\t"));
  EXPECT_THAT(complete({"facets", "--filter", "region=lon"}), StartsWith("words\nregion=london\t"));
}

TEST_F(Completion, CouncilsAsArguments) {
  EXPECT_THAT(complete({"compare", "leeds", "sun"}), StartsWith("words\nsunderland\tSunderland ("));
  EXPECT_THAT(complete({"history", "sun"}), StartsWith("words\nsunderland\t"));
}

TEST_F(Completion, FacetsAndOrders) {
  EXPECT_THAT(complete({"pivot", "--rows", ""}), AllOf(HasSubstr("\ncouncil\t"), HasSubstr("\nregion\t")));
  EXPECT_THAT(complete({"search", "--sort", "-"}), AllOf(HasSubstr("\n-date\t"), HasSubstr("\n-rating\t")));
}

TEST_F(Completion, Alerts) {
  ASSERT_EQ(service_->ask({"alerts", "add", "morning", "carers"}).exit_code, 0);
  EXPECT_EQ(complete({"alerts", "rm", "m"}), "words\nmorning\tcarers (0 waiting)\n");
  EXPECT_EQ(complete({"alerts", "run", "x"}), "words\n");
}

TEST_F(Completion, TheDaemonOfTheCommandLineIsAsked) {
  EXPECT_EQ(complete({"--server", "unix:/nowhere/s", "search", "--council", "sto"}), "words\n");
  EXPECT_THAT(complete({"--server=" + service_->server(), "search", "--council", "sto"}), HasSubstr("stoke"));
}

}  // namespace
}  // namespace assay::tests
