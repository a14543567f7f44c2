// bench_relevance COLLECTION...: how well ranking schemes order judged collections.
#include <fmt/format.h>

#include <xapian.h>
#include <CLI/CLI.hpp>
#include <exception>
#include <fstream>

#include "bench/relevance/evaluate.h"

namespace {

using namespace assay;
using bench::Outcome;
using Collections = std::vector<std::size_t>;

struct Options {
  std::vector<std::string> folders, patterns, files;
  std::string corpus, baseline = "ineb2:1", metric = "ndcg";
  bool leave_one_out = false, each = false;
  std::size_t trials = 10'000;
  std::uint64_t seed = 1;

  bench::Metric chosen() const { return metric == "map" ? &bench::Measures::map : &bench::Measures::ndcg10; }
};

std::vector<bench::Scheme> read_schemes(const Options& options) {
  std::vector<std::string> patterns = options.patterns;
  for (const std::string& path : options.files) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(file, line);)
      if (!line.empty() && line[0] != '#') patterns.push_back(line);
  }
  std::vector<bench::Scheme> schemes = {bench::parse_scheme(options.baseline)};
  for (const std::string& pattern : patterns)
    for (const std::string& text : bench::alternatives(pattern)) schemes.push_back(bench::parse_scheme(text));
  return schemes;
}

Collections all_of(const bench::Evaluator& evaluator, bool corpus) {
  Collections result;
  for (std::size_t i = 0; i < evaluator.collections().size(); ++i)
    if (corpus || evaluator.collections()[i].name != "corpus") result.push_back(i);
  return result;
}

void print_head(const bench::Evaluator& evaluator, const std::string& metric) {
  fmt::print("scheme");
  for (const bench::Collection& collection : evaluator.collections())
    fmt::print("\t{} {}", collection.name, metric);
  fmt::print("\tmean nDCG@10\tmean MAP\tmean recall@100\tmean P@10\tdifference\tp\n");
}

void print_outcome(const Outcome& outcome, const Outcome& baseline, const Collections& judged,
                   const Options& options) {
  const bench::Metric metric = options.chosen();
  const bench::Measures means = bench::mean_over(outcome, judged);
  fmt::print("{}", outcome.scheme.text);
  for (const auto& queries : outcome.queries) fmt::print("\t{:.4f}", bench::mean(queries).*metric);
  fmt::print("\t{:.4f}\t{:.4f}\t{:.4f}\t{:.4f}\t{:+.4f}\t{:.4f}\n", means.ndcg10, means.map, means.recall100,
             means.precision10, means.*metric - bench::mean_over(baseline, judged).*metric,
             bench::p_value(outcome, baseline, judged, metric, options.trials, options.seed));
}

// Where each query gains or loses against the baseline.
void print_queries(const bench::Evaluator& evaluator, const Outcome& outcome, const Outcome& baseline,
                   bench::Metric metric) {
  for (std::size_t i = 0; i < outcome.queries.size(); ++i)
    for (std::size_t q = 0; q < outcome.queries[i].size(); ++q) {
      const double before = baseline.queries[i][q].*metric, after = outcome.queries[i][q].*metric;
      if (before == after) continue;
      const bench::Collection& collection = evaluator.collections()[i];
      fmt::print("  {}\t{}\t{:.3f}\t{:.3f}\t{}\n", collection.name, collection.queries[q].id, before, after,
                 collection.queries[q].text);
    }
}

// For each collection, what one would choose without it, and how that does on it.
void print_left_out(const bench::Evaluator& evaluator, const std::vector<Outcome>& outcomes,
                    const Options& options) {
  const bench::Metric metric = options.chosen();
  const Collections judged = all_of(evaluator, false);
  fmt::print("\nleft out\tchosen on the others\tbaseline\tchosen\tdifference\tp\n");
  Outcome put_together{outcomes.front().scheme, outcomes.front().queries};
  for (const std::size_t left_out : all_of(evaluator, true)) {
    Collections others = judged;
    std::erase(others, left_out);
    const Outcome& best = bench::best_over(outcomes, others, metric);
    put_together.queries[left_out] = best.queries[left_out];
    const double before = bench::mean(outcomes.front().queries[left_out]).*metric,
                 after = bench::mean(best.queries[left_out]).*metric;
    fmt::print("{}\t{}\t{:.4f}\t{:.4f}\t{:+.4f}\t{:.4f}\n", evaluator.collections()[left_out].name,
               best.scheme.text, before, after, after - before,
               bench::p_value(best, outcomes.front(), {left_out}, metric, options.trials, options.seed));
  }
  const double before = bench::mean_over(outcomes.front(), judged).*metric,
               after = bench::mean_over(put_together, judged).*metric;
  fmt::print("mean\t\t{:.4f}\t{:.4f}\t{:+.4f}\t{:.4f}\n", before, after, after - before,
             bench::p_value(put_together, outcomes.front(), judged, metric, options.trials, options.seed));
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app{
      "Scores ranking schemes on judged collections; bench/relevance/scheme.h says how to write one."};
  app.add_option("COLLECTION", options.folders, "Folder with docs.tsv, queries.tsv and qrels.tsv");
  app.add_option("--corpus", options.corpus,
                 "Corpus folder with labels.jsonl and judgements/; scored, but in no mean and no choice");
  app.add_option("--scheme", options.patterns, "A scheme; {a,b} stands for several")->allow_extra_args(false);
  app.add_option("--schemes", options.files, "File with a scheme a line")->allow_extra_args(false);
  app.add_option("--baseline", options.baseline, "What the others are compared with")->capture_default_str();
  app.add_option("--metric", options.metric, "What is compared and chosen by")
      ->check(CLI::IsMember({"ndcg", "map"}))
      ->capture_default_str();
  app.add_flag("--leave-one-out", options.leave_one_out, "Choose without each collection in turn");
  app.add_flag("--each", options.each, "List the queries that differ from the baseline");
  app.add_option("--trials", options.trials, "Of the randomisation test")->capture_default_str();
  app.add_option("--seed", options.seed, "Of its random numbers")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  const std::vector<bench::Scheme> schemes = read_schemes(options);
  std::vector<bench::Collection> collections;
  for (const std::string& folder : options.folders) collections.push_back(bench::read_collection(folder));
  if (!options.corpus.empty()) collections.push_back(bench::read_corpus_collection(options.corpus));
  bench::Evaluator evaluator(std::move(collections));
  print_head(evaluator, options.metric == "map" ? "MAP" : "nDCG@10");
  std::vector<Outcome> outcomes;
  for (const bench::Scheme& scheme : schemes) {
    outcomes.push_back(evaluator.evaluate(scheme));
    print_outcome(outcomes.back(), outcomes.front(), all_of(evaluator, false), options);
    if (options.each) print_queries(evaluator, outcomes.back(), outcomes.front(), options.chosen());
    std::fflush(stdout);
  }
  if (options.leave_one_out) print_left_out(evaluator, outcomes, options);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const Xapian::Error& wrong) {
    fmt::print(stderr, "bench_relevance: {}\n", wrong.get_description());
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "bench_relevance: {}\n", wrong.what());
  }
  return 2;
}
