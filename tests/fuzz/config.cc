// The configuration of searchd: any bytes are settings or refused with their place, and what is shown reads
// as the same settings.
#include "searchd/config/config_source.h"
#include "searchd/config/show.h"
#include "tests/fuzz/fuzz.h"

namespace assay::tests {

std::vector<std::string> fuzz_seeds() {
  config::Config config;
  config.index = "articles.index";
  config.listen = {"unix:/run/assay.sock", "tcp:[::1]:7700"};
  return {config::to_toml(config), config::to_toml({}),
          "# A comment\nindex = 'a' # another\nlisten = [\n  \"unix:a\",\n]\nworkers = 0x10\n",
          "max-queued = 1\n[table]\nkey = { a = 1, b = [1.5, 2020-01-01] }\n",
          "index = \"\"\"\nlong\\\n  text\"\"\"\n"};
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  const std::string_view text = tests::bytes_of(data, size);
  config::Config config;
  try {
    config = config::parse_config_text(text, "f");
  } catch (const config::ConfigError&) {
    return 0;
  }
  const std::string shown = config::to_toml(config);
  tests::require(config::parse_config_text(shown, "shown") == config, "what is shown reads as the same");
  return 0;
}
