// "--write-seeds=DIR": a libFuzzer program writes its seeds to that folder and ends.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  constexpr std::string_view kFlag = "--write-seeds=";
  if (*argc < 2 || !std::string_view((*argv)[1]).starts_with(kFlag)) return 0;
  const std::filesystem::path folder((*argv)[1] + kFlag.size());
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const std::string& seed : assay::tests::fuzz_seeds())
    std::ofstream(folder / ("seed-" + std::to_string(++number)), std::ios::binary) << seed;
  std::exit(0);
}
