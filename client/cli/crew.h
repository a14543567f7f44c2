// Requests answered by several threads, each with a connection of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// Hands lines to threads and what they make of them to `write`, as it comes or in the order of the lines.
// What waits is bounded. All calls but those of the functions are of one thread.
class Crew {
 public:
  struct Job {
    std::uint64_t number = 0;  // of the line, from 1 on
    std::string line;
  };
  // Makes the text of a job. Each thread has one of its own, made on it.
  using Worker = std::function<std::string(const Job& job)>;
  struct Plan {
    std::function<Worker()> hire;
    std::function<void(const std::string& text)> write;  // one at a time
    std::size_t threads = 1;
    bool ordered = false;
  };

  // `stop` is raised when a function has thrown: no further line is of use.
  Crew(Plan plan, const Interrupt& stop);
  ~Crew();  // ends without what is not begun
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Waits while too much is under way. False when it is over.
  bool add(Job job);
  // Waits for all; throws what a function threw.
  void finish();

 private:
  void work();
  void done(std::uint64_t number, std::string text);
  void fail();

  const Plan plan_;
  const Interrupt& stop_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> todo_;
  std::map<std::uint64_t, std::string> ready_;  // made before its turn
  std::deque<std::uint64_t> turns_;             // lines not yet written, in their order
  std::exception_ptr failure_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace assay::cli
