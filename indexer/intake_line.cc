#include "indexer/intake_line.h"

#include <utility>

#include "indexer/read/reader.h"

namespace assay::indexer {
namespace {

// What an article takes while it waits, prepared: mostly the terms of its document.
constexpr std::size_t kBytesPerTextByte = 24, kBytesPerArticle = 4 * 1024, kBytesPerFile = 1024;

// Articles read ahead for each thread; more would only wait unprepared.
constexpr std::size_t kReadAhead = 4;

}  // namespace

// What a thread reads of a file goes into the file's line.
class IntakeLine::Feed final : public read::Sink {
 public:
  Feed(IntakeLine& intake, OpenFile& file, KnownArticles& known)
      : intake_(intake), file_(file), known_(known) {}

  void article(read::Article article) override {
    Place place(file_.input.file.path);
    place.bytes = kBytesPerArticle + kBytesPerTextByte * article.text.size();
    place.raw = std::move(article);
    add(std::move(place));
  }
  void problem(read::Problem problem) override {
    Place place(file_.input.file.path);
    place.bytes = kBytesPerFile;
    place.arrival = std::move(problem);
    add(std::move(place));
  }

 private:
  void add(Place place) {
    Lock lock(intake_.mutex_);
    intake_.wait_for_room(file_, lock, known_);
    intake_.add(file_, std::move(place));
  }

  IntakeLine& intake_;
  OpenFile& file_;
  KnownArticles& known_;
};

IntakeLine::IntakeLine(const std::vector<const Input*>& files, const IndexWriter& writer,
                       const IntakeLimits& limits)
    : files_(files), writer_(writer), limits_(limits) {
  try {
    for (std::size_t i = 1; i < limits.threads; ++i)
      threads_.emplace_back([this] {
        KnownArticles known = writer_.known();
        work(known);
      });
  } catch (...) {
    stop();
    throw;
  }
}

IntakeLine::~IntakeLine() { stop(); }

void IntakeLine::stop() {
  {
    const Lock lock(mutex_);
    stopping_ = true;
  }
  to_do_.notify_all();
}

// Whoever waits for room waits because there was none.
void IntakeLine::give_back(std::size_t bytes) {
  const bool was_full = !has_room();
  bytes_ -= bytes;
  if (was_full) to_do_.notify_all();
}

void IntakeLine::work(KnownArticles& known) {
  Lock lock(mutex_);
  while (!stopping_) {
    if (!raw_.empty())
      prepare_one(lock, known);
    else if (next_ < files_.size() && (has_room() || open_.empty()))
      read_next(lock, known);
    else
      to_do_.wait(lock);
  }
}

void IntakeLine::prepare_one(Lock& lock, KnownArticles& known) {
  Place& place = *raw_.front();
  raw_.pop_front();
  read::Article article = std::move(*place.raw);
  place.raw.reset();
  lock.unlock();
  std::optional<Arrival> arrival;
  std::exception_ptr failure;
  try {
    arrival = arrival_of(std::move(article), place.file, writer_.preparer(), &known);
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  place.arrival = std::move(arrival);
  place.failure = std::move(failure);
  ready_.notify_one();
}

void IntakeLine::read_next(Lock& lock, KnownArticles& known) {
  OpenFile& file = open_.emplace_back(*files_[next_++]);
  bytes_ += kBytesPerFile;
  lock.unlock();
  Place failed(file.input.file.path);
  try {
    Feed feed(*this, file, known);
    read::read_file(file.input.source, feed);
  } catch (const Stopped&) {
  } catch (...) {
    failed.failure = std::current_exception();
  }
  lock.lock();
  if (failed.failure) add(file, std::move(failed));
  file.is_read = true;
  ready_.notify_one();
}

void IntakeLine::wait_for_room(const OpenFile& file, Lock& lock, KnownArticles& known) {
  while (!stopping_) {
    const bool may_go_on = has_room() || (&file == &open_.front() && file.line.empty());
    if (may_go_on && raw_.size() < kReadAhead * limits_.threads) return;
    if (!raw_.empty())
      prepare_one(lock, known);
    else
      to_do_.wait(lock);
  }
  throw Stopped();
}

void IntakeLine::add(OpenFile& file, Place place) {
  bytes_ += place.bytes;
  Place& last = file.line.emplace_back(std::move(place));
  if (last.raw) {
    raw_.push_back(&last);
    to_do_.notify_one();
  }
  ready_.notify_one();
}

void IntakeLine::run(const Receive& receive) {
  KnownArticles known = writer_.known();
  Lock lock(mutex_);
  for (std::size_t handed_over = 0; handed_over < files_.size();) {
    OpenFile* first = open_.empty() ? nullptr : &open_.front();
    if (first != nullptr && !first->line.empty() && first->line.front().is_ready()) {
      if (!hand_over_place(*first, lock, receive)) return;
    } else if (first != nullptr && first->line.empty() && first->is_read) {
      if (!hand_over_end(lock, receive)) return;
      ++handed_over;
    } else if (!raw_.empty()) {
      prepare_one(lock, known);
    } else {
      ready_.wait(lock);
    }
  }
}

bool IntakeLine::hand_over_place(OpenFile& file, Lock& lock, const Receive& receive) {
  Place place = std::move(file.line.front());
  file.line.pop_front();
  give_back(place.bytes);
  lock.unlock();
  if (place.failure) std::rethrow_exception(place.failure);
  const bool goes_on = receive(file.input, std::move(*place.arrival));
  lock.lock();
  return goes_on;
}

bool IntakeLine::hand_over_end(Lock& lock, const Receive& receive) {
  const Input& input = open_.front().input;
  open_.pop_front();
  give_back(kBytesPerFile);
  lock.unlock();
  const bool goes_on = receive(input, FileEnd());
  lock.lock();
  return goes_on;
}

}  // namespace assay::indexer
