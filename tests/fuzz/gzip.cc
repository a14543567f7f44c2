// Packed files: the bytes as gzip data, and any file of any format, read packed as it is read unpacked.
#include "indexer/read/gunzip.h"
#include "indexer/read/read_error.h"
#include "indexer/read/sniff.h"
#include "tests/fuzz/fuzz.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

constexpr std::size_t kMaxBytes = 1 << 20;

// Nothing for what cannot be unpacked.
std::string unpacked(std::unique_ptr<read::Input> packed) {
  try {
    return read::BufferedInput(read::open_gzip(std::move(packed))).read_all(kMaxBytes);
  } catch (const read::ReadError&) {
    return "";
  }
}

Reading read_as_file(std::string_view bytes) {
  static const TempFolder folder;
  Reading reading = read_path(folder.write("a", bytes));
  require_sound(reading);
  return reading;
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds = {gzip("text"), gzip("te") + gzip("xt"), gzip(utf16("text")),
                                    utf16("some text"), pdf({{"A page"}}, "Title")};
  for (const char* const ending : {".html", ".md", ".jsonl"})
    for (const std::string& file : corpus_files(ending)) {
      seeds.push_back(file);
      seeds.push_back(gzip(file));
    }
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  const std::string_view bytes = tests::bytes_of(data, size);
  const std::string whole = tests::unpacked(read::open_memory(bytes));
  tests::require(tests::unpacked(tests::open_pieces(bytes, 50)) == whole, "unpacked the same in pieces");
  const std::string packed = tests::gzip(bytes);
  tests::require(tests::unpacked(read::open_memory(packed)) == bytes, "unpacked as it was");
  const tests::Reading plain = tests::read_as_file(bytes);
  const tests::Reading other = tests::read_as_file(packed);
  // There may be two layers and no more.
  if (!read::is_gzip(bytes)) tests::require_same(plain, other);
  return 0;
}
