// A sidecar, NAME.meta.json, beside a file: read into an article by itself, and through the file.
#include "indexer/read/json_fields.h"
#include "indexer/read/read_error.h"
#include "tests/fuzz/fuzz.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

void read_object(std::string json, read::Article& article) { read::read_json_object(json, article); }

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds = {
      "{\"id\": 7, \"title\": \"A title\", \"date\": \"2025-03-21\", \"rating\": \"good\"}",
      "{\"councils\": [\"Leeds\", \"York\"], \"themes\": [], \"facets\": {\"source\": \"x\"}, \"text\": "
      "null}"};
  for (std::string& line : corpus_lines("export.jsonl")) seeds.push_back(std::move(line));
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  const std::string_view bytes = tests::bytes_of(data, size);
  tests::read_by(tests::read_object, bytes);

  static const tests::TempFolder folder;
  static const std::filesystem::path file = folder.write("a.txt", "The text of the file.\n");
  folder.write("a.txt.meta.json", bytes);
  const tests::Reading reading = tests::read_path(file);
  tests::require_sound(reading);
  tests::require(reading.articles.size() == 1, "the file is read whatever its sidecar is");
  return 0;
}
