#include "bench/load/poller.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <system_error>

namespace assay::bench {
namespace {

constexpr std::uint64_t kTimer = std::numeric_limits<std::uint64_t>::max();

int made(int fd, const char* what) {
  if (fd < 0) throw std::system_error(errno, std::generic_category(), what);
  return fd;
}

// The steady clock of the standard library is the system's CLOCK_MONOTONIC.
itimerspec at(std::chrono::steady_clock::time_point time) {
  using std::chrono::nanoseconds;
  const auto since = std::max<nanoseconds>(time.time_since_epoch(), nanoseconds(1));
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
  itimerspec when{};
  when.it_value.tv_sec = seconds.count();
  when.it_value.tv_nsec = (since - seconds).count();
  return when;
}

}  // namespace

Poller::Poller()
    : epoll_(made(::epoll_create1(EPOLL_CLOEXEC), "epoll")),
      timer_(made(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC), "timer")) {
  epoll_event event{.events = EPOLLIN, .data = {.u64 = kTimer}};
  made(::epoll_ctl(epoll_, EPOLL_CTL_ADD, timer_, &event), "epoll");
}

Poller::~Poller() {
  ::close(timer_);
  ::close(epoll_);
}

void Poller::watch(int fd, std::size_t who) {
  epoll_event event{.events = EPOLLIN, .data = {.u64 = who}};
  made(::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event), "epoll");
}

void Poller::want_write(int fd, std::size_t who, bool wanted) {
  epoll_event event{.events = EPOLLIN | (wanted ? EPOLLOUT : 0u), .data = {.u64 = who}};
  made(::epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &event), "epoll");
}

void Poller::forget(int fd) { ::epoll_ctl(epoll_, EPOLL_CTL_DEL, fd, nullptr); }

const std::vector<Poller::Event>& Poller::wait(std::chrono::steady_clock::time_point until) {
  events_.clear();
  const itimerspec when = at(until);
  // Setting the timer anew also takes back that it was due.
  ::timerfd_settime(timer_, TFD_TIMER_ABSTIME, &when, nullptr);
  std::array<epoll_event, 256> ready;
  const int count = ::epoll_wait(epoll_, ready.data(), static_cast<int>(ready.size()), -1);
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = ready[static_cast<std::size_t>(i)];
    if (event.data.u64 == kTimer) continue;
    events_.push_back({.who = event.data.u64,
                       .readable = (event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0,
                       .writable = (event.events & EPOLLOUT) != 0});
  }
  return events_;
}

}  // namespace assay::bench
