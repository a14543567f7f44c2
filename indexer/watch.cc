#include "indexer/watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "indexer/difference.h"
#include "indexer/exit_code.h"
#include "indexer/failure.h"
#include "indexer/schema/index_directory.h"
#include "indexer/summary.h"
#include "indexer/update.h"
#include "indexer/walk.h"
#include "indexer/watch/folder_watch.h"
#include "indexer/watch/status.h"
#include "indexer/write/writer.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// After a first change, how long it has to be quiet until the files are read, and how long that may take.
constexpr milliseconds kQuiet{200}, kPatience{1'000};
constexpr milliseconds kLookAtWritten{1'000};  // while somebody writes
constexpr milliseconds kStatusEvery{1'000};
constexpr milliseconds kTimePerCommit{1'000};
constexpr milliseconds kLookForSpace{1'000};

// SIGTERM and SIGINT as something to poll.
class StopSignal {
 public:
  StopSignal() {
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGTERM);
    ::sigaddset(&signals, SIGINT);
    ::sigprocmask(SIG_BLOCK, &signals, &before_);
    descriptor_ = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "cannot wait for signals");
  }
  ~StopSignal() {
    ::close(descriptor_);
    ::sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  int descriptor() const { return descriptor_; }
  bool came() {
    signalfd_siginfo info;
    came_ = came_ || ::read(descriptor_, &info, sizeof info) > 0;
    return came_;
  }

 private:
  sigset_t before_;
  int descriptor_;
  bool came_ = false;
};

class Watching {
 public:
  Watching(const WatchOptions& options, const taxonomy::Taxonomy& taxonomy)
      : options_(options),
        taxonomy_(taxonomy),
        writer_(std::in_place, options.index, taxonomy),
        folders_({options.paths.begin(), options.paths.end()}) {}

  void run() {
    if (!folders_.trouble().empty()) tell_error(folders_.trouble());
    keep_up();
    fmt::print("ready\n");
    std::fflush(stdout);
    while (!stop_.came()) {
      wait();
      if (!stop_.came()) keep_up();
    }
  }

 private:
  void keep_up();
  void catch_up();
  void wait();
  void wait_for_space(const std::string& trouble);
  Walk find_files();
  Difference look();
  void report(const Summary& summary, Clock::time_point began);
  void tell_error(const std::string& error);
  void tell_status(const char* state);
  void poll(milliseconds timeout);

  const WatchOptions& options_;
  const taxonomy::Taxonomy& taxonomy_;
  StopSignal stop_;
  std::optional<IndexWriter> writer_;  // always one, but while it is made anew
  watch::FolderWatch folders_;
  FileHashes hashes_;
  std::map<std::string, std::string> broken_;  // files that could not be wholly read -> what they held then
  std::optional<Clock::time_point> changed_;   // since when something waits to be read
  bool look_anywhere_ = true;                  // not only where something is said to have happened
  bool saw_all_ = false;                       // when it looked last
  bool has_links_ = false;                     // among the files, as they were all seen last
  Clock::time_point looked_anywhere_;          // when last
  watch::Status status_;
  Clock::time_point told_;
};

// All files, or those where something happened. Where several arguments are given, or links lead to files,
// what one file is called depends on the others.
Walk Watching::find_files() {
  const watch::Changes changes = folders_.take_changes();
  std::error_code error;
  if (!look_anywhere_ && !changes.anywhere && !has_links_ && options_.paths.size() == 1 &&
      fs::is_directory(options_.paths.front(), error)) {
    Walk some = walk_some(options_.paths.front(), changes.paths);
    if (saw_all_ = some.has_links; !saw_all_) return some;
  }
  saw_all_ = true;
  look_anywhere_ = false;
  looked_anywhere_ = Clock::now();
  Walk all = walk(options_.paths);
  has_links_ = all.has_links;
  return all;
}

Difference Watching::look() {
  Walk files = find_files();
  const auto now = Clock::now();
  for (FoundFile& file : files.files)
    file.is_whole = !folders_.is_being_written(file.source.path.string(), now);
  Difference difference = compare(files, writer_->files(), hashes_);
  // Where a file goes, others that give its articles are to be read again, wherever they lie.
  const auto shares = [this](const std::string& file) { return writer_->files().shares_articles(file); };
  if (!saw_all_ &&
      (std::ranges::any_of(difference.vanished, shares) ||
       std::ranges::any_of(difference.changed, shares, [](auto& input) { return input.file.path; }))) {
    look_anywhere_ = true;
    return look();
  }
  // A file that cannot be read is told of once for each change.
  for (auto* inputs : {&difference.added, &difference.changed})
    std::erase_if(*inputs, [this](const Input& input) {
      const auto known = broken_.find(input.file.path);
      return known != broken_.end() && known->second == input.file.hash;
    });
  for (const std::string& path : difference.vanished) broken_.erase(path);
  for (const read::Problem& problem : files.problems) tell_error(to_text(problem));
  return difference;
}

void Watching::catch_up() {
  tell_status("looking");
  const Clock::time_point began = changed_.value_or(Clock::now());
  changed_.reset();
  const Difference difference = look();
  status_.queue = difference.added.size() + difference.changed.size();
  if (status_.queue == 0 && (difference.vanished.empty() || options_.keep_missing))
    return tell_status("idle");

  for (const auto* inputs : {&difference.added, &difference.changed})
    for (const Input& input : *inputs) broken_.erase(input.file.path);
  Summary summary;
  UpdateOptions how;
  how.articles_per_commit = options_.articles_per_commit;
  how.time_per_commit = kTimePerCommit;
  how.keep_missing = options_.keep_missing;
  how.resources = options_.resources;
  how.is_stopped = [this] { return stop_.came(); };
  how.step = [this](const std::string&) {
    status_.queue -= std::min<std::size_t>(status_.queue, 1);
    if (Clock::now() - told_ >= kStatusEvery) tell_status("indexing");
  };
  how.not_whole = [this](const FileContent& file) { broken_.insert_or_assign(file.path, file.hash); };
  how.go_on = [this] { maintain::require_space(options_.index, 0, options_.min_free); };
  how.go_on();
  tell_status("indexing");
  update(*writer_, difference, how, summary);
  report(summary, began);
}

// What was committed before the disk became full stays; what was not is read again, from the files.
void Watching::keep_up() {
  while (!stop_.came()) {
    try {
      return catch_up();
    } catch (...) {
      look_anywhere_ = true;
      const Failure failure = translate_current_exception(options_.index);
      if (!failure.is_no_space) throw;
      wait_for_space(failure.message);
    }
  }
}

void Watching::report(const Summary& summary, Clock::time_point began) {
  const std::chrono::duration<double> took = Clock::now() - began;
  for (const read::Problem& problem : summary.skipped()) tell_error("skipped " + to_text(problem));
  fmt::print("committed: {} added, {} updated, {} removed; the index holds {}\n", summary.added(),
             summary.updated(), summary.removed(), writer_->articles());
  std::fflush(stdout);
  status_.queue = 0;
  status_.lag_ms = static_cast<std::size_t>(took.count() * 1000);
  status_.articles_a_second =
      static_cast<std::size_t>(static_cast<double>(summary.added() + summary.updated()) / took.count());
  tell_status("idle");
}

void Watching::tell_error(const std::string& error) {
  fmt::print(stderr, "assay-indexer: {}\n", error);
  status_.last_error = error;
}

void Watching::tell_status(const char* state) {
  status_.state = state;
  status_.articles = writer_->articles();
  status_.skipped = broken_.size();
  watch::write_status(options_.index, status_);
  told_ = Clock::now();
}

// Until something changed and it is quiet again, or it is time to look anywhere, or to stop.
void Watching::wait() {
  const auto look_at = looked_anywhere_ + options_.rescan;
  auto last = Clock::now();
  while (!stop_.came()) {
    const auto now = Clock::now();
    if (folders_.take_events(now)) {
      last = now;
      if (!changed_) changed_ = now;
    }
    auto until = look_at;
    if (changed_) until = std::min(last + kQuiet, *changed_ + kPatience);
    if (folders_.is_anything_being_written()) until = std::min(until, now + kLookAtWritten);
    look_anywhere_ = now >= look_at;
    if (look_anywhere_ || (changed_ && now >= until)) return;
    poll(std::chrono::ceil<milliseconds>(until - now));
  }
}

// A writer that failed is of no more use; another one takes no room.
void Watching::wait_for_space(const std::string& trouble) {
  tell_error(trouble);
  writer_.reset();
  writer_.emplace(options_.index, taxonomy_);
  do {
    try {
      tell_status("no space");
    } catch (const std::system_error&) {  // not even for that
    }
    pollfd stop = {stop_.descriptor(), POLLIN, 0};
    ::poll(&stop, 1, static_cast<int>(kLookForSpace.count()));
  } while (!stop_.came() && !maintain::has_space(options_.index, 0, options_.min_free));
}

void Watching::poll(milliseconds timeout) {
  pollfd events[] = {{folders_.descriptor(), POLLIN, 0}, {stop_.descriptor(), POLLIN, 0}};
  ::poll(events, std::size(events), static_cast<int>(timeout.count()));
}

}  // namespace

int watch(const WatchOptions& options, const taxonomy::Taxonomy& taxonomy) {
  Watching(options, taxonomy).run();
  return kDone;
}

int print_status(const fs::path& index) {
  schema::live_generation(index);  // says what is wrong where there is no index
  const auto status = watch::read_status(index);
  const bool is_running = schema::is_being_written(index);
  if (status && is_running) {
    fmt::print("{}\n", watch::to_json(*status));
    return kDone;
  }
  fmt::print("{{\"state\":\"{}\"}}\n", is_running ? "no watch, but another writer" : "not running");
  return kSomeSkipped;
}

}  // namespace assay::indexer
