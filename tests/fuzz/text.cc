// The reader of plain text: whatever the encoding, what comes out is UTF-8.
#include "tests/fuzz/fuzz.h"

namespace assay::tests {

std::vector<std::string> fuzz_seeds() { return corpus_files(".txt"); }

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  assay::tests::read_by(assay::read::read_text, assay::tests::bytes_of(data, size));
  return 0;
}
