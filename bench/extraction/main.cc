// bench_extraction CORPUS: precision, recall and F1 of each facet over the labelled articles of a corpus
// folder.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>

#include "bench/extraction/corpus.h"
#include "bench/extraction/score.h"
#include "indexer/extract/extract.h"

namespace {

using namespace assay;
using bench::Facts;

void print_errors(const std::vector<bench::Labelled>& labels, const std::map<std::string, Facts>& found,
                  const std::string& split) {
  for (const bench::Labelled& label : labels) {
    if (label.split != split || !found.contains(label.name)) continue;
    Facts expected = label.facts, got = found.at(label.name);
    for (const char* facet : bench::kScored) {
      for (const std::string& value : expected[facet])
        if (!got[facet].contains(value)) fmt::print("{}\t{}\tmissed {}\n", label.name, facet, value);
      for (const std::string& value : got[facet])
        if (!expected[facet].contains(value)) fmt::print("{}\t{}\twrongly {}\n", label.name, facet, value);
    }
  }
}

// Text extracted per second by one thread, the best of several rounds over the corpus.
double megabytes_per_second(const bench::Corpus& corpus, const taxonomy::Taxonomy& taxonomy, int rounds) {
  using Clock = std::chrono::steady_clock;
  std::size_t bytes = 0;
  for (const auto& [name, article] : corpus.articles) bytes += article.text.size();
  double best = 0;
  const extract::Extractor extractor(taxonomy);
  for (int round = 0; round < rounds; ++round) {
    const Clock::time_point start = Clock::now();
    for (const auto& [name, article] : corpus.articles) extractor.extract(article);
    const std::chrono::duration<double> took = Clock::now() - start;
    best = std::max(best, static_cast<double>(bytes) / 1e6 / took.count());
  }
  return best;
}

int run(int argc, char** argv) {
  CLI::App app{"Scores extraction on the labelled articles of a corpus folder."};
  std::string folder, errors;
  app.add_option("CORPUS", folder, "Folder with labels.jsonl")->required();
  app.add_option("--errors", errors, "List the errors of this split: tune or final");
  int rounds = 0;
  app.add_option("--speed", rounds, "Measure the speed over so many rounds");
  CLI11_PARSE(app, argc, argv);

  const std::vector<bench::Labelled> labels =
      bench::read_labels((std::filesystem::path(folder) / "labels.jsonl").string());
  const bench::Corpus corpus = bench::read_corpus(folder, labels);
  for (const read::Problem& problem : corpus.problems)
    fmt::print(stderr, "{}:{}: {}\n", problem.path, problem.line, problem.reason);
  const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  if (rounds > 0) fmt::print("{:.1f} MB/s\n", megabytes_per_second(corpus, taxonomy, rounds));
  const std::map<std::string, Facts> found = bench::extract_facts(corpus, taxonomy);
  if (!errors.empty()) print_errors(labels, found, errors);
  fmt::print("split\tfacet\tprecision\trecall\tF1\taccuracy\n");
  for (const char* split : {"tune", "final"}) {
    const auto scores = bench::score(labels, found, split);
    if (scores.empty()) continue;
    for (const char* facet : bench::kScored) {
      const bench::Score& score = scores.at(facet);
      fmt::print("{}\t{}\t{:.3f}\t{:.3f}\t{:.3f}\t{:.3f}\n", split, facet, score.precision(), score.recall(),
                 score.f1(), score.accuracy());
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "bench_extraction: {}\n", wrong.what());
    return 2;
  }
}
