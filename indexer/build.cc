#include "indexer/build.h"

#include <fmt/format.h>

#include "indexer/exit_code.h"
#include "indexer/progress.h"
#include "indexer/read/reader.h"
#include "indexer/summary.h"
#include "indexer/walk.h"
#include "indexer/writer.h"

namespace assay::indexer {
namespace {

// Articles between two commits: few enough to bound memory, many enough not to slow the run.
constexpr std::size_t kArticlesPerCommit = 5'000;

class WritingSink : public read::Sink {
 public:
  WritingSink(IndexWriter& writer, Summary& summary) : writer_(writer), summary_(summary) {}

  void article(read::Article article) override {
    try {
      summary_.count(writer_.put(article));
    } catch (const std::invalid_argument& wrong) {
      summary_.skip({article.path, 0, wrong.what()});
    } catch (const std::length_error& too_many) {
      summary_.skip({article.path, 0, too_many.what()});
    }
    if (++since_commit_ < kArticlesPerCommit) return;
    writer_.commit();
    since_commit_ = 0;
  }
  void problem(read::Problem problem) override { summary_.skip(std::move(problem)); }

 private:
  IndexWriter& writer_;
  Summary& summary_;
  std::size_t since_commit_ = 0;
};

}  // namespace

int build(const BuildOptions& options, const taxonomy::Taxonomy& taxonomy) {
  IndexWriter writer(options.index, taxonomy);
  Summary summary;
  Walk files = walk(options.paths);
  for (read::Problem& problem : files.problems) summary.skip(std::move(problem));
  summary.ignore(files.ignored);
  {
    WritingSink sink(writer, summary);
    Progress progress(files.sources.size(), !options.quiet);
    for (const read::Source& source : files.sources) {
      read::read_file(source, sink);
      progress.step(source.id);
    }
  }
  writer.commit();
  summary.set_index_articles(writer.articles());
  for (const read::Problem& problem : summary.skipped())
    fmt::print(stderr, "assay-indexer: skipped {}\n", to_text(problem));
  if (!options.quiet) fmt::print("{}", summary.text(taxonomy));
  return summary.anything_skipped() ? kSomeSkipped : kDone;
}

}  // namespace assay::indexer
