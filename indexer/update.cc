#include "indexer/update.h"

#include <set>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/read/reader.h"

namespace assay::indexer {
namespace {

using Clock = std::chrono::steady_clock;

// Puts the articles of one file after the other.
class Update : private read::Sink {
 public:
  Update(IndexWriter& writer, const UpdateOptions& options, Summary& summary)
      : writer_(writer), options_(options), summary_(summary) {}

  void read(const Input& input) {
    if (options_.is_stopped()) return;
    input_ = &input;
    given_ids_.clear();
    is_whole_ = true;
    read::read_file(input.source, *this);
    if (!input.file.path.empty()) settle(input.file);
    options_.step(input.source.id);
  }

  void forget(const std::string& file) { note(writer_.forget(file)); }

  void commit() {
    writer_.commit();
    committed_ = Clock::now();
    if (uncommitted_ > 0) options_.committed(std::exchange(uncommitted_, 0));
  }

  // Files that are to be read again, because an article that they have as well went with another file.
  std::vector<std::string> take_read_again() { return std::exchange(read_again_, {}); }

 private:
  void article(read::Article article) override {
    try {
      given_ids_.insert(article.id);
      summary_.count(writer_.put(article, input_->file.path));
    } catch (const std::invalid_argument& wrong) {
      problem({article.path, 0, wrong.what()});
    } catch (const std::length_error& too_many) {
      problem({article.path, 0, too_many.what()});
    }
    ++uncommitted_;
    if (uncommitted_ >= options_.articles_per_commit || Clock::now() - committed_ >= options_.time_per_commit)
      commit();
  }

  void settle(const FileContent& file) {
    if (is_whole_) return note(writer_.settle(file, given_ids_));
    writer_.note_partly_read(file.path);
    options_.not_whole(file);
  }

  void problem(read::Problem problem) override {
    is_whole_ = false;
    summary_.skip(std::move(problem));
  }

  void note(Removed removed) {
    summary_.remove(removed.articles);
    uncommitted_ += removed.articles;
    read_again_.insert(read_again_.end(), removed.read_again.begin(), removed.read_again.end());
  }

  IndexWriter& writer_;
  const UpdateOptions& options_;
  Summary& summary_;
  const Input* input_ = nullptr;
  std::set<std::string> given_ids_;
  bool is_whole_ = true;  // all of the file could be read
  std::size_t uncommitted_ = 0;
  Clock::time_point committed_ = Clock::now();
  std::vector<std::string> read_again_;
};

}  // namespace

void update(IndexWriter& writer, const Difference& difference, const UpdateOptions& options, Summary& summary) {
  Update update(writer, options, summary);
  if (!options.keep_missing)
    for (const std::string& file : difference.vanished) update.forget(file);
  for (const Input& input : difference.changed) update.read(input);
  for (const Input& input : difference.added) update.read(input);

  std::unordered_map<std::string, const Input*> there;
  for (const auto* inputs : {&difference.added, &difference.changed, &difference.current})
    for (const Input& input : *inputs) there.emplace(input.file.path, &input);
  for (auto files = update.take_read_again(); !files.empty(); files = update.take_read_again())
    for (const std::string& file : files)
      if (const auto found = there.find(file); found != there.end()) update.read(*found->second);
  update.commit();
}

}  // namespace assay::indexer
