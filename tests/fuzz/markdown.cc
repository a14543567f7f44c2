// The reader of Markdown with front matter.
#include "tests/fuzz/fuzz.h"

namespace assay::tests {

std::vector<std::string> fuzz_seeds() { return corpus_files(".md"); }

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  assay::tests::read_by(assay::read::read_markdown, assay::tests::bytes_of(data, size));
  return 0;
}
