#include "searchd/config/config_source.h"

#include <gmock/gmock.h>

#include "tests/config/environment.h"
#include "tests/temp_folder.h"

namespace assay::config {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;
using tests::TempFolder;
using tests::Variable;

using Arguments = std::vector<std::string>;
using Task = Invocation::Task;

void check_address(const std::string& address) {
  if (!address.starts_with("unix:")) throw std::invalid_argument("'" + address + "' is no address");
}

Invocation read(const Arguments& arguments) {
  Config defaults;
  defaults.listen = {"unix:default"};
  return ConfigSource(arguments, defaults, check_address).read();
}

TEST(ConfigSource, TakesDefaultsWhereNothingIsSaid) {
  const Invocation found = read({"--index", "folder"});
  EXPECT_EQ(found.task, Task::kServe);
  Config expected;
  expected.index = "folder";
  expected.listen = {"unix:default"};
  EXPECT_EQ(found.config, expected);
  EXPECT_EQ(found.config.slow_query_ms, 500u);
}

TEST(ConfigSource, FlagsWinOverTheEnvironmentAndThatOverTheFile) {
  const TempFolder folder;
  const std::string file = folder
                               .write("searchd.toml",
                                      "index = 'of the file'\nmax_queued = 1\nworkers = 1\n"
                                      "max_connections = 1\nlisten = ['unix:a', 'unix:b']\n")
                               .string();
  const Variable workers("ASSAY_SEARCHD_WORKERS", "2");
  const Variable queued("ASSAY_SEARCHD_MAX_QUEUED", "2");
  const Config found = read({"--config", file, "--max-queued", "3"}).config;
  EXPECT_EQ(found.index, "of the file");
  EXPECT_EQ(found.max_connections, 1u);
  EXPECT_EQ(found.workers, 2u);
  EXPECT_EQ(found.max_queued, 3u);
  EXPECT_THAT(found.listen, ElementsAre("unix:a", "unix:b"));
}

TEST(ConfigSource, TheFileMayBeNamedByTheEnvironment) {
  const TempFolder folder;
  const Variable file("ASSAY_SEARCHD_CONFIG", folder.write("c.toml", "index = 'i'\n").string());
  EXPECT_EQ(read({}).config.index, "i");
}

TEST(ConfigSource, AnEmptyVariableSaysNothing) {
  const Variable workers("ASSAY_SEARCHD_WORKERS", "");
  EXPECT_EQ(read({"--index", "i"}).config.workers, Config().workers);
}

TEST(ConfigSource, ListensWhereverItIsTold) {
  EXPECT_THAT(read({"--index", "i", "--listen", "unix:a", "--listen=unix:b"}).config.listen,
              ElementsAre("unix:a", "unix:b"));
  const Variable listen("ASSAY_SEARCHD_LISTEN", "unix:c,unix:d");
  EXPECT_THAT(read({"--index", "i"}).config.listen, ElementsAre("unix:c", "unix:d"));
}

TEST(ConfigSource, ErrorsSayWhereTheyAre) {
  const TempFolder folder;
  const std::string file = folder.write("s.toml", "index = 'i'\n\nworkers = 0\n").string();
  const auto with = [](Arguments arguments) { return [arguments] { read(arguments); }; };
  EXPECT_THAT(with({"--config", file}),
              ThrowsMessage<ConfigError>(AllOf(HasSubstr(file + ":3: workers: "), HasSubstr("256"))));
  EXPECT_THAT(with({"--index", "i", "--workers", "257"}),
              ThrowsMessage<ConfigError>(AllOf(HasSubstr("--workers: "), HasSubstr("--help"))));
  EXPECT_THAT(with({"--index", "i", "--listen", "pigeon"}),
              ThrowsMessage<ConfigError>(HasSubstr("--listen: 'pigeon' is no address")));
  EXPECT_THAT(with({"--index", "i", "--no-such"}), ThrowsMessage<ConfigError>(HasSubstr("--no-such")));
  EXPECT_THAT(with({}), ThrowsMessage<ConfigError>(HasSubstr("--index DIR")));
  EXPECT_THAT(with({"--index", "i", "--config", (folder.path() / "none").string()}),
              ThrowsMessage<ConfigError>(HasSubstr("No such file")));
  EXPECT_THAT(with({"--index", "i", "--config", folder.path().string()}),
              ThrowsMessage<ConfigError>(HasSubstr("cannot read the configuration")));
  EXPECT_THAT(with({"--index", "i", "--tls-key", "k"}), ThrowsMessage<ConfigError>(HasSubstr("go together")));
  const Variable level("ASSAY_SEARCHD_LOG_LEVEL", "loud");
  EXPECT_THAT(with({"--index", "i"}),
              ThrowsMessage<ConfigError>(
                  AllOf(HasSubstr("ASSAY_SEARCHD_LOG_LEVEL: log_level: "), HasSubstr("warning"))));
}

TEST(ConfigSource, TellsOfItself) {
  const Invocation help = read({"--help"});
  EXPECT_EQ(help.task, Task::kTell);
  EXPECT_THAT(help.text, AllOf(HasSubstr("--max-queued"), HasSubstr("Exit codes")));
  EXPECT_THAT(read({"--version"}).text, testing::StartsWith("assay-searchd "));
}

TEST(ConfigSource, ChecksInsteadOfServing) {
  EXPECT_EQ(read({"--check-config", "--index", "i"}).task, Task::kCheck);
}

}  // namespace
}  // namespace assay::config
