// The threads of an intake, and the line of articles between them.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "indexer/intake.h"

namespace assay::indexer {

// Thrown through a reader to leave a file.
struct Stopped {};

// The article as it arrives: prepared unless `known`, where there is one, has it.
Arrival arrival_of(read::Article article, const std::string& file, const Preparer& preparer,
                   KnownArticles* known);

// Files are begun in their order, several at a time, each by one thread; its articles wait in the file's own
// line, where any thread that has nothing else to do, the receiving one too, prepares them. The receiving
// thread takes what is ready from the front of the first file's line. Nobody reads on while all lines
// together hold too much, but for the first file when its line is empty: so there is always somebody who can
// go on.
class IntakeLine {
 public:
  // Starts the threads.
  IntakeLine(const std::vector<const Input*>& files, const IndexWriter& writer, const IntakeLimits& limits);
  // Ends them: each goes on to the next article or problem of the file it reads.
  ~IntakeLine();
  IntakeLine(const IntakeLine&) = delete;
  IntakeLine& operator=(const IntakeLine&) = delete;

  // To be called once.
  void run(const Receive& receive);

 private:
  class Feed;
  using Lock = std::unique_lock<std::mutex>;

  struct Place {
    explicit Place(const std::string& file_) : file(file_) {}
    const std::string& file;           // the absolute path
    std::optional<read::Article> raw;  // until somebody takes it to prepare it
    std::optional<Arrival> arrival;    // this or what was thrown instead, once it is ready
    std::exception_ptr failure;
    std::size_t bytes = 0;
    bool is_ready() const { return arrival || failure; }
  };
  struct OpenFile {
    explicit OpenFile(const Input& input_) : input(input_) {}
    const Input& input;
    std::deque<Place> line;
    bool is_read = false;
  };

  void stop();
  // All of these hold the lock when they are called and when they return.
  void work(KnownArticles& known);
  void prepare_one(Lock& lock, KnownArticles& known);  // there is one
  void read_next(Lock& lock, KnownArticles& known);    // there is one
  void add(OpenFile& file, Place place);
  void wait_for_room(const OpenFile& file, Lock& lock, KnownArticles& known);
  void give_back(std::size_t bytes);
  bool has_room() const { return bytes_ < limits_.bytes; }
  bool hand_over_place(OpenFile& file, Lock& lock, const Receive& receive);
  bool hand_over_end(Lock& lock, const Receive& receive);

  const std::vector<const Input*>& files_;
  const IndexWriter& writer_;
  const IntakeLimits limits_;

  std::mutex mutex_;
  std::condition_variable to_do_;  // for the threads: room, or an article to prepare
  std::condition_variable ready_;  // for the receiving one: something is ready, or to be prepared
  std::deque<OpenFile> open_;      // those begun and not yet handed over whole
  std::size_t next_ = 0;           // of files_, to be begun
  std::deque<Place*> raw_;         // to be prepared
  std::size_t bytes_ = 0;          // about what all lines hold
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace assay::indexer
