#include <gmock/gmock.h>

#include "searchd/config/config_source.h"
#include "tests/temp_folder.h"

namespace assay::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::TempFolder;

class ReloadTest : public testing::Test {
 protected:
  void write(const std::string& text) { folder_.write("c.toml", text); }

  TempFolder folder_;
  ConfigSource source_{
      {"--config", (folder_.path() / "c.toml").string(), "--log-level", "error"}, {}, nullptr};
};

TEST_F(ReloadTest, TakesOverWhatMayChangeAndNamesTheRest) {
  write("index = 'i'\nworkers = 2\nslow_query_ms = 100\n");
  const Config running = source_.read().config;
  write("index = 'j'\nworkers = 3\nslow_query_ms = 50\ntoken_file = 't'\nlog_level = 'debug'\n");
  const Reload reload = source_.reload(running);
  EXPECT_THAT(reload.need_restart, ElementsAre("index", "workers"));
  EXPECT_EQ(reload.config.index, "i");
  EXPECT_EQ(reload.config.workers, 2u);
  EXPECT_EQ(reload.config.slow_query_ms, 50u);
  EXPECT_EQ(reload.config.token_file, "t");
  EXPECT_EQ(reload.config.log_level, "error") << "the flag still wins";
}

TEST_F(ReloadTest, NothingChangesWhereNothingDid) {
  write("index = 'i'\n");
  const Config running = source_.read().config;
  const Reload reload = source_.reload(running);
  EXPECT_EQ(reload.config, running);
  EXPECT_THAT(reload.need_restart, IsEmpty());
}

TEST_F(ReloadTest, AnErrorLeavesWhatRuns) {
  write("index = 'i'\n");
  const Config running = source_.read().config;
  write("indx = 'i'\n");
  EXPECT_THROW(source_.reload(running), ConfigError);
}

}  // namespace
}  // namespace assay::config
