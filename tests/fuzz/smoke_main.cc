// Where there is no libFuzzer: runs a fuzz target over its seeds and over mutations of them, the same ones in
// every run, so that targets do not rot. With arguments: over those files, to look into a finding.
#include <csignal>
#include <cstdio>
#include <random>

#include "tests/fuzz/fuzz.h"

namespace assay::tests {
namespace {

constexpr int kMutations = 300;

volatile std::sig_atomic_t g_input = 0;  // counted from 1: the seeds, then their mutations

void run(const std::string& input) {
  g_input = g_input + 1;
  // A copy of just its size, so that sanitizers see what is read behind it.
  const std::vector<std::uint8_t> exact(input.begin(), input.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

// Changes, takes out, repeats or takes over some bytes from another input.
void mutate(std::string& input, const std::string& other, std::mt19937& random) {
  const auto below = [&](std::size_t count) { return count == 0 ? 0 : random() % count; };
  const std::size_t at = below(input.size() + 1);
  switch (random() % 5) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(random());
      break;
    case 1:
      input.erase(at, below(200));
      break;
    case 2:
      input.insert(at, input.substr(below(input.size() + 1), below(200)));
      break;
    case 3:
      input.insert(at, other.substr(below(other.size() + 1), below(200)));
      break;
    default:
      input.insert(at, 1 + below(40), "\0\n\r\t <>&\"'|:;-#[{(=/"[below(20)]);
  }
}

void run_all() {
  const std::vector<std::string> seeds = fuzz_seeds();
  for (const std::string& seed : seeds) run(seed);
  run("");
  std::mt19937 random(1);
  for (int i = 0; i < kMutations; ++i) {
    std::string input = seeds[random() % seeds.size()];
    for (unsigned changes = 1 + random() % 6; changes > 0; --changes)
      mutate(input, seeds[random() % seeds.size()], random);
    run(input);
  }
}

}  // namespace
}  // namespace assay::tests

int main(int argc, char** argv) {
  std::signal(SIGABRT, [](int) { std::fprintf(stderr, "at input %d\n", int{assay::tests::g_input}); });
  for (int i = 1; i < argc; ++i) assay::tests::run(assay::tests::file_bytes(argv[i]));
  if (argc == 1) assay::tests::run_all();
  std::printf("%d inputs\n", int{assay::tests::g_input});
}
