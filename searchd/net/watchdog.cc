#include "searchd/net/watchdog.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace assay::net {

namespace asio = boost::asio;

void Watchdog::expect_within(std::chrono::milliseconds time) {
  deadline_ = Clock::now() + time;
  if (deadline_ < timer_.expiry()) timer_.cancel();
}

asio::awaitable<void> Watchdog::watch(std::function<void()> late) {
  while (!stopped_) {
    if (deadline_ <= Clock::now()) {
      expect_nothing();
      late();
      continue;
    }
    timer_.expires_at(deadline_);
    co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

void Watchdog::stop() {
  stopped_ = true;
  timer_.cancel();
}

}  // namespace assay::net
