// The reader of JSON Lines: the same whole and in pieces.
#include "tests/fuzz/fuzz.h"

namespace assay::tests {

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds = corpus_lines("export.jsonl");
  for (std::string& file : corpus_files("export.jsonl")) seeds.push_back(std::move(file));
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  const std::string_view bytes = tests::bytes_of(data, size);
  tests::require_same(tests::read_by(read::read_json_lines, read::open_memory(bytes)),
                      tests::read_by(read::read_json_lines, tests::open_pieces(bytes, 50)));
  return 0;
}
