#include "indexer/update.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <thread>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/intake.h"

namespace assay::indexer {
namespace {

using Clock = std::chrono::steady_clock;

struct Limits {
  IntakeLimits intake;
  std::size_t text_bytes_per_commit;
};

// What waits to be put may have an eighth of the memory. A transaction takes about sixteen times the text
// that it brings, and may have half; the rest is for what is in hand, the vocabulary and the program itself.
Limits limits_of(const Resources& resources) {
  const std::size_t bytes = resources.memory_mib * 1024 * 1024;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  return {{resources.threads == 0 ? cores : resources.threads, bytes / 8}, bytes / 32};
}

// Puts what the files hold, one file after the other.
class Update {
 public:
  Update(IndexWriter& writer, const UpdateOptions& options, Summary& summary)
      : writer_(writer), options_(options), summary_(summary), limits_(limits_of(options.resources)) {}

  void read(const std::vector<const Input*>& files) {
    const auto receive = [this](const Input& from, Arrival arrival) {
      if (options_.is_stopped()) return false;
      std::visit([&](auto& arrived) { take(from, std::move(arrived)); }, arrival);
      return true;
    };
    if (!files.empty() && !options_.is_stopped()) take_in(files, writer_, limits_.intake, receive);
    if (const Input* left = std::exchange(in_hand_, nullptr); left != nullptr && !left->file.path.empty())
      writer_.note_partly_read(left->file.path);
  }

  void forget(const std::string& file) { note(writer_.forget(file)); }

  // Files that are to be read again, because an article that they have as well went with another file.
  std::vector<std::string> take_read_again() { return std::exchange(read_again_, {}); }

 private:
  void take(const Input& from, Draft draft) {
    begin(from);
    const std::string id = draft.article.id, path = draft.article.path;
    try {
      given_ids_.insert(id);
      const Put put = writer_.put(std::move(draft));
      summary_.count(put);
      text_bytes_ += put.stored.text.size();
    } catch (const std::invalid_argument& wrong) {
      take(from, read::Problem{path, 0, wrong.what()});
    } catch (const std::length_error& too_many) {
      take(from, read::Problem{path, 0, too_many.what()});
    }
    ++uncommitted_;
    if (uncommitted_ >= options_.articles_per_commit || text_bytes_ >= limits_.text_bytes_per_commit ||
        Clock::now() - committed_ >= options_.time_per_commit) {
      commit();
      options_.go_on();
    }
  }

  void take(const Input& from, read::Problem problem) {
    begin(from);
    is_whole_ = false;
    summary_.skip(std::move(problem));
  }

  void take(const Input& from, FileEnd) {
    begin(from);
    if (!from.file.path.empty()) settle(from.file);
    in_hand_ = nullptr;
    options_.step(from.source.id);
  }

  void begin(const Input& from) {
    if (in_hand_ == &from) return;
    in_hand_ = &from;
    given_ids_.clear();
    is_whole_ = true;
  }

  void commit() {
    writer_.commit();
    committed_ = Clock::now();
    text_bytes_ = 0;
    options_.committed(std::exchange(uncommitted_, 0));
  }

  void settle(const FileContent& file) {
    if (is_whole_) return note(writer_.settle(file, given_ids_));
    writer_.note_partly_read(file.path);
    options_.not_whole(file);
  }

  void note(Removed removed) {
    summary_.remove(removed.articles);
    uncommitted_ += removed.articles;
    read_again_.insert(read_again_.end(), removed.read_again.begin(), removed.read_again.end());
  }

  IndexWriter& writer_;
  const UpdateOptions& options_;
  Summary& summary_;
  const Limits limits_;
  const Input* in_hand_ = nullptr;  // the file whose articles come
  std::set<std::string> given_ids_;
  bool is_whole_ = true;  // all of the file could be read
  std::size_t uncommitted_ = 0, text_bytes_ = 0;
  Clock::time_point committed_ = Clock::now();
  std::vector<std::string> read_again_;
};

}  // namespace

void update(IndexWriter& writer, const Difference& difference, const UpdateOptions& options,
            Summary& summary) {
  Update update(writer, options, summary);
  if (!options.keep_missing)
    for (const std::string& file : difference.vanished) update.forget(file);
  std::vector<const Input*> files;
  for (const auto* inputs : {&difference.changed, &difference.added})
    for (const Input& input : *inputs) files.push_back(&input);
  update.read(files);

  std::unordered_map<std::string, const Input*> there;
  for (const auto* inputs : {&difference.added, &difference.changed, &difference.current})
    for (const Input& input : *inputs) there.emplace(input.file.path, &input);
  for (auto again = update.take_read_again(); !again.empty(); again = update.take_read_again()) {
    files.clear();
    for (const std::string& file : again)
      if (const auto found = there.find(file); found != there.end()) files.push_back(found->second);
    update.read(files);
  }
  writer.commit();
}

}  // namespace assay::indexer
