#include "indexer/intake.h"

#include <stdexcept>
#include <string>
#include <utility>

#include "indexer/intake_line.h"
#include "indexer/read/reader.h"

namespace assay::indexer {
namespace {

// Everything on one thread: putting a draft prepares it where that is needed.
class Direct final : public read::Sink {
 public:
  Direct(const Input& from, const Preparer& preparer, const Receive& receive)
      : from_(from), preparer_(preparer), receive_(receive) {}

  void article(read::Article article) override {
    hand_over(arrival_of(std::move(article), from_.file.path, preparer_, nullptr));
  }
  void problem(read::Problem problem) override { hand_over(std::move(problem)); }

 private:
  void hand_over(Arrival arrival) {
    if (!receive_(from_, std::move(arrival))) throw Stopped();
  }

  const Input& from_;
  const Preparer& preparer_;
  const Receive& receive_;
};

void take_in_directly(const std::vector<const Input*>& files, const Preparer& preparer,
                      const Receive& receive) {
  for (const Input* file : files) {
    Direct sink(*file, preparer, receive);
    try {
      read::read_file(file->source, sink);
    } catch (const Stopped&) {
      return;
    }
    if (!receive(*file, FileEnd())) return;
  }
}

}  // namespace

Arrival arrival_of(read::Article article, const std::string& file, const Preparer& preparer,
                   KnownArticles* known) {
  const std::string path = article.path;
  try {
    Draft draft = preparer.draft(std::move(article), file);
    if (known != nullptr && !known->has(draft)) preparer.prepare(draft);
    return draft;
  } catch (const std::invalid_argument& wrong) {
    return read::Problem{path, 0, wrong.what()};
  }
}

void take_in(const std::vector<const Input*>& files, const IndexWriter& writer, const IntakeLimits& limits,
             const Receive& receive) {
  if (limits.threads < 2) return take_in_directly(files, writer.preparer(), receive);
  IntakeLine(files, writer, limits).run(receive);
}

}  // namespace assay::indexer
