#include "searchd/live_settings.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <stdexcept>

#include "tests/engine/small_index.h"
#include "tests/operations/captured_log.h"

namespace assay::searchd {
namespace {

using testing::HasSubstr;

const std::string kToken = "reader-0123456789";

class LiveSettingsTest : public testing::Test {
 protected:
  void SetUp() override {
    write("read " + kToken + "\n", 500);
    access_.load(tokens());
  }
  void write(const std::string& tokens_text, int slow_ms, const std::string& more = "") {
    ASSERT_EQ(::chmod(folder_.write("tokens", tokens_text).c_str(), 0600), 0);
    folder_.write("c.toml", "index = 'i'\ntoken_file = '" + tokens() +
                                "'\nslow_query_ms = " + std::to_string(slow_ms) + "\n" + more);
  }
  std::string tokens() const { return (folder_.path() / "tokens").string(); }
  LiveSettings live() { return {source_, source_.read().config, access_, slow_log_}; }
  void record_one_of_100_ms() {
    v1::Envelope request;
    request.mutable_get()->set_id("a");
    slow_log_.record(request, {}, std::chrono::milliseconds(100));
  }

  tests::TempFolder folder_;
  tests::SmallIndex index_{{{"a", "An article.\n"}}};
  engine::Engine engine_{index_.path()};
  Access access_;
  SlowLog slow_log_{engine_, std::chrono::milliseconds(500)};
  config::ConfigSource source_{{"--config", (folder_.path() / "c.toml").string()}, {}, nullptr};
  tests::CapturedLog log_;
};

TEST_F(LiveSettingsTest, AReloadPutsThemIntoForce) {
  LiveSettings settings = live();
  write("admin " + kToken + "\n", 50, "workers = 9\n");
  settings.reload();
  EXPECT_EQ(access_.scope_of(kToken), v1::SCOPE_ADMIN);
  EXPECT_EQ(settings.running().slow_query_ms, 50u);
  EXPECT_NE(settings.running().workers, 9u);
  record_one_of_100_ms();
  EXPECT_THAT(log_.text(), HasSubstr("warning msg=\"a changed setting needs a restart\" key=workers\n"));
  EXPECT_THAT(log_.text(), HasSubstr("slow request"));
}

TEST_F(LiveSettingsTest, AnErrorChangesNothing) {
  LiveSettings settings = live();
  write("admin short\n", 50);
  settings.reload();
  EXPECT_EQ(access_.scope_of(kToken), v1::SCOPE_READ);
  EXPECT_EQ(settings.running().slow_query_ms, 500u);
  EXPECT_THAT(log_.text(), HasSubstr("error msg=\"nothing was reloaded\" reason="));
  write("admin " + kToken + "\n", 50, "wokers = 9\n");
  settings.reload();
  EXPECT_EQ(access_.scope_of(kToken), v1::SCOPE_READ);
  EXPECT_THAT(log_.text(), HasSubstr("did you mean 'workers'?"));
}

TEST_F(LiveSettingsTest, FilesAreCheckedBeforeTheyAreNeeded) {
  config::Config config;
  EXPECT_NO_THROW(check_files(config));
  config.token_file = tokens();
  EXPECT_NO_THROW(check_files(config));
  config.tls_certificate = config.tls_key = "none";
  EXPECT_THROW(check_files(config), std::invalid_argument);
}

}  // namespace
}  // namespace assay::searchd
