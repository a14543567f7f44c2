// Time limits of a connection. Includes Asio: for net/ alone.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>

namespace assay::net {

// Watches one deadline at a time. Not thread-safe.
class Watchdog {
 public:
  explicit Watchdog(const boost::asio::any_io_executor& executor) : timer_(executor) {}

  // From now on `late` is called once unless, within this time, another call moves the deadline.
  void expect_within(std::chrono::milliseconds time);
  void expect_nothing() { deadline_ = Clock::time_point::max(); }

  // Watches until stop().
  boost::asio::awaitable<void> watch(std::function<void()> late);
  void stop();

 private:
  using Clock = boost::asio::steady_timer::clock_type;

  boost::asio::steady_timer timer_;  // expires at the deadline or, when that was moved back, before it
  Clock::time_point deadline_ = Clock::time_point::max();
  bool stopped_ = false;
};

}  // namespace assay::net
