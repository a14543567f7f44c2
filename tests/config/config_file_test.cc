// What a file may say, and what is said of what it may not.
#include <gmock/gmock.h>

#include "searchd/config/config_source.h"
#include "searchd/config/show.h"

namespace assay::config {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;
using testing::ThrowsMessage;

TEST(ConfigFile, SetsEverySetting) {
  const Config found = parse_config_text(R"(
    index = "i"
    listen = "unix:a"
    metrics = "tcp:127.0.0.1:9000"
    workers = 3
    max_connections = 4
    max_queued = 5
    max_wait_ms = 6
    cache_mib = 7
    state_dir = "s"
    tls_certificate = "c"
    tls_key = "k"
    token_file = "t"
    log_level = "debug"
    slow_query_ms = 0
  )");
  const Config expected{"i", {"unix:a"}, "tcp:127.0.0.1:9000", 3, 4, 5, 6, 7, "s", "c", "k", "t", "debug", 0};
  EXPECT_EQ(found, expected);
}

TEST(ConfigFile, WhatIsShownReadsAsTheSame) {
  Config config;
  config.index = "a \"quoted\" \\ folder";
  config.listen = {"unix:a", "tcp:[::1]:7700"};
  EXPECT_EQ(parse_config_text(to_toml(config)), config);
  EXPECT_EQ(parse_config_text(to_toml(Config())), Config());
}

TEST(ConfigFile, SaysWhatIsWrongAndWhere) {
  const std::pair<const char*, testing::Matcher<std::string>> cases[] = {
      {"workers = 2\nmax-queued = 3\n",
       AllOf(StartsWith("f:2: there is no key 'max-queued'; did you mean 'max_queued'?"),
             HasSubstr("token_file"))},
      {"quux = 1\n", AllOf(StartsWith("f:1: there is no key 'quux'; The keys"), HasSubstr("max_queued"))},
      {"[server]\nworkers = 2\n", StartsWith("f:1: there is no key 'server'")},
      {"workers = '2'\n", StartsWith("f:1: workers is to be a whole number")},
      {"workers = 2.5\n", StartsWith("f:1: workers is to be a whole number")},
      {"workers = -1\n", StartsWith("f:1: workers: ")},
      {"workers = 99999999999999999999\n", StartsWith("f:1: ")},
      {"\nindex = 7\n", StartsWith("f:2: index is to be a text")},
      {"listen = [1]\n", StartsWith("f:1: listen is to be a text, or a list")},
      {"log_level = 'loud'\n", StartsWith("f:1: log_level: ")},
      {"workers = 2\nworkers = 3\n", StartsWith("f:2: ")},
      {"workers 2\n", StartsWith("f:1: ")},
      {"index = '\xff'\n", StartsWith("f:1: ")},
      {"tls_key = 'k'\n", HasSubstr("go together")},
  };
  for (const auto& [text, what] : cases)
    EXPECT_THAT([text = text] { parse_config_text(text, "f"); }, ThrowsMessage<ConfigError>(what)) << text;
}

}  // namespace
}  // namespace assay::config
