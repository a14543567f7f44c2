#include "searchd/net/io_threads.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <cerrno>
#include <exception>
#include <system_error>
#include <thread>

namespace assay::net {

namespace asio = boost::asio;
using std::chrono::nanoseconds;

// Whether this thread runs the context.
thread_local bool leads = false;

IoThreads::IoThreads(asio::io_context& io, asio::thread_pool& pool, const Admission& admission)
    : io_(io), pool_(pool), admission_(admission), timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)) {
  if (timer_ < 0) throw std::system_error(errno, std::generic_category(), "cannot make a timer");
}

IoThreads::~IoThreads() { ::close(timer_); }

void IoThreads::run() {
  std::exception_ptr wrong;
  std::jthread other([&] {
    try {
      lead_in_turns();
    } catch (...) {
      wrong = std::current_exception();
      stop();
    }
  });
  leads = true;
  try {
    lead_in_turns();
  } catch (...) {
    stop();
    throw;
  }
  other.join();
  if (wrong) std::rethrow_exception(wrong);
}

void IoThreads::lead_in_turns() {
  while (leads || take_over()) {
    while (leads)
      if (!lead_on()) return stop();
    // Wakes the leader, which may be waiting for its sockets, for what this thread has left in the queue.
    asio::post(io_, [] {});
  }
}

// Runs what handlers there are, and one more that has to be waited for unless this thread leads no more.
// False: all is done.
bool IoThreads::lead_on() {
  while (io_.poll_one() > 0)
    if (!leads) return true;
  if (admission_.taken() == 0 && alertness_.is_worth_a_look()) {
    const auto asleep = std::chrono::steady_clock::now() + kAlert;
    std::size_t ran = 0;
    do ran = io_.poll_one();
    while (ran == 0 && std::chrono::steady_clock::now() < asleep);
    alertness_.looked(ran == 0);
    if (ran > 0) return true;
  }
  return io_.run_one() > 0;
}

// Waits until the leader has been at its work for too long. False: there is nothing to lead any more.
bool IoThreads::take_over() {
  for (;;) {
    std::uint64_t expired = 0;
    if (::read(timer_, &expired, sizeof expired) < 0 && errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "cannot wait for a timer");
    if (ended_) return false;
    std::uint64_t turn = turn_;
    if (turn % 2 == 0 || !turn_.compare_exchange_strong(turn, turn + 1)) continue;
    leads = true;
    // The pool is one thread short until that work is done.
    asio::post(pool_, [this, turn] {
      for (std::uint64_t finished = finished_; finished < turn; finished = finished_)
        finished_.wait(finished);
    });
    return true;
  }
}

std::uint64_t IoThreads::begin() {
  wake_other(kPatience);
  return ++turn_;
}

void IoThreads::end(std::uint64_t turn) {
  std::uint64_t expected = turn;
  if (turn_.compare_exchange_strong(expected, turn + 1)) return wake_other(nanoseconds::zero());
  leads = false;  // since the other one took over
  finished_ = turn;
  finished_.notify_all();
}

// Zero: not at all.
void IoThreads::wake_other(nanoseconds after) {
  itimerspec time{};
  time.it_value.tv_nsec = after.count();
  ::timerfd_settime(timer_, 0, &time, nullptr);
}

void IoThreads::stop() {
  ended_ = true;
  io_.stop();
  wake_other(nanoseconds(1));
}

}  // namespace assay::net
