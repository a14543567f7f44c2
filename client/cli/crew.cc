#include "client/cli/crew.h"

#include <algorithm>
#include <utility>

namespace assay::cli {
namespace {

constexpr std::size_t kUnderWay = 8;  // lines a thread, so that none is idle while one line takes its time

}  // namespace

Crew::Crew(Plan plan, const Interrupt& stop) : plan_(std::move(plan)), stop_(stop) {
  for (std::size_t i = 0; i < plan_.threads; ++i) threads_.emplace_back([this] { work(); });
}

Crew::~Crew() {
  {
    const std::lock_guard lock(mutex_);
    todo_.clear();
    ended_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

bool Crew::add(Job job) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || turns_.size() < kUnderWay * plan_.threads; });
  if (failure_) return false;
  turns_.push_back(job.number);
  todo_.push_back(std::move(job));
  changed_.notify_all();
  return true;
}

void Crew::finish() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  if (failure_) std::rethrow_exception(failure_);
}

void Crew::work() try {
  Worker worker;
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || failure_ || !todo_.empty(); });
    if (failure_ || todo_.empty()) return;
    const Job job = std::move(todo_.front());
    todo_.pop_front();
    lock.unlock();
    if (!worker) worker = plan_.hire();
    done(job.number, worker(job));
  }
} catch (...) {
  fail();
}

void Crew::done(std::uint64_t number, std::string text) {
  {
    const std::lock_guard lock(mutex_);
    if (!plan_.ordered) {
      plan_.write(text);
      std::erase(turns_, number);
    } else {
      ready_[number] = std::move(text);
      for (; !turns_.empty() && ready_.contains(turns_.front()); turns_.pop_front())
        plan_.write(ready_.extract(turns_.front()).mapped());
    }
  }
  changed_.notify_all();
}

void Crew::fail() {
  {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  changed_.notify_all();
  stop_.raise();
}

}  // namespace assay::cli
