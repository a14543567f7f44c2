#include "searchd/net/session.h"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <tuple>
#include <utility>
#include <variant>

#include "proto/limits.h"
#include "searchd/net/answer.h"
#include "searchd/net/failure.h"
#include "searchd/net/rethrow.h"
#include "searchd/net/run_on.h"

namespace assay::net {

namespace asio = boost::asio;
using asio::experimental::awaitable_operators::operator&&;
using boost::system::error_code;

// Errors come back as values.
constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

Session::Session(Socket socket, const Shared& shared, std::uint64_t number, Ticket seat)
    : socket_(std::move(socket)),
      shared_(shared),
      number_(number),
      seat_(std::move(seat)),
      conversation_(shared.greeting, shared.requests),
      decoder_(proto::kMaxRequestBytes),
      changed_(socket_.get_executor(), asio::steady_timer::time_point::max()),
      watchdog_(socket_.get_executor()) {}

asio::awaitable<void> Session::run() {
  spdlog::debug("connection {}: opened", number_);
  auto all = converse() && watchdog_.watch([this] { time_is_up(); });
  co_await std::move(all);
  spdlog::debug("connection {}: closed, client {:?}", number_, conversation_.client());
}

void Session::end(std::optional<v1::Envelope> last_words) {
  if (!std::exchange(reading_, false)) return;
  last_words_ = std::move(last_words);
  wake_reader_.emit(asio::cancellation_type::terminal);
  changed_.cancel();
}

asio::awaitable<void> Session::converse() {
  watchdog_.expect_within(shared_.options.hello_timeout);
  auto both = read() && write();
  co_await std::move(both);
  co_await linger();
  watchdog_.stop();
}

asio::awaitable<void> Session::read() {
  auto token = asio::bind_cancellation_slot(wake_reader_.slot(), kToken);
  try {
    while (reading_) {
      const auto [error, size] = co_await socket_.async_read_some(asio::buffer(chunk_), token);
      if (error) {
        peer_ended();
        co_return;
      }
      decoder_.feed({chunk_.data(), size});
      co_await take_frames();
    }
  } catch (const proto::FrameTooLong& error) {
    end(too_large(0, {"max_request_bytes", error.limit, error.length}));
  } catch (const proto::FramingError& error) {
    end(failure(0, v1::CODE_INVALID_ARGUMENT, error.what()));
  } catch (const std::exception& error) {
    spdlog::error("connection {}: {}", number_, error.what());
    end(failure(0, v1::CODE_INTERNAL, "the daemon failed; its log says how"));
  }
}

// A peer that does not take its replies is not heard: that bounds what it can make us hold.
asio::awaitable<void> Session::take_frames() {
  for (;;) {
    while (reading_ && unwritten_bytes_ > shared_.options.max_unwritten_bytes) co_await changed();
    if (!reading_) co_return;
    std::optional<std::string> payload = decoder_.next();
    if (!payload) co_return;
    std::visit([this](auto&& step) { carry_out(std::move(step)); },
               conversation_.take(*std::move(payload), Stop::Clock::now()));
  }
}

void Session::carry_out(const Say& say) {
  send({proto::encode_frame(say.answer, proto::kMaxReplyBytes), nullptr});
}

void Session::carry_out(Serve request) {
  asio::co_spawn(socket_.get_executor(), serve(std::move(request)), rethrow);
}

void Session::carry_out(End last) { end(std::move(last.last_words)); }

asio::awaitable<void> Session::serve(Serve admitted) {
  const std::uint64_t id = admitted.request.id;
  auto work = [&handler = shared_.handler, request = std::move(admitted.request)] {
    return answer(handler, request);
  };
  std::string frame = co_await run_on(shared_.pool, std::move(work));
  conversation_.answered(id);
  send({std::move(frame), std::move(admitted.ticket)});
}

void Session::send(Outgoing outgoing) {
  unwritten_bytes_ += outgoing.frame.size();
  outbox_.push_back(std::move(outgoing));
  changed_.cancel();
}

// On a closed socket every write fails at once, which empties the outbox.
asio::awaitable<void> Session::write() {
  while (co_await has_frame()) {
    watchdog_.expect_within(shared_.options.write_timeout);
    const asio::const_buffer frame = asio::buffer(outbox_.front().frame);
    const auto [error, written] = co_await asio::async_write(socket_, frame, kToken);
    watchdog_.expect_nothing();
    if (error) close();
    unwritten_bytes_ -= frame.size();
    outbox_.pop_front();
    changed_.cancel();
  }
}

// Waits for a frame to write. False: there will be none.
asio::awaitable<bool> Session::has_frame() {
  while (outbox_.empty()) {
    if (reading_ || !conversation_.idle()) {
      co_await changed();
    } else if (last_words_) {
      carry_out(Say{*std::exchange(last_words_, std::nullopt)});
    } else {
      co_return false;
    }
  }
  co_return true;
}

// Closing with bytes unread may reset the connection and so destroy our last frames on their way.
asio::awaitable<void> Session::linger() {
  error_code error;
  socket_.shutdown(Socket::shutdown_send, error);
  watchdog_.expect_within(shared_.options.linger_timeout);
  do {
    std::tie(error, std::ignore) = co_await socket_.async_read_some(asio::buffer(chunk_), kToken);
  } while (!error);
}

asio::awaitable<void> Session::changed() { co_await changed_.async_wait(kToken); }

// It closed its side, or the connection broke.
void Session::peer_ended() {
  if (!reading_) return;
  conversation_.cancel_all();
  if (decoder_.at_boundary()) return end(std::nullopt);
  end(failure(0, v1::CODE_INVALID_ARGUMENT, "the connection ended inside a frame"));
}

void Session::time_is_up() {
  if (reading_ && !conversation_.greeted()) {
    end(failure(0, v1::CODE_DEADLINE_EXCEEDED, "no Hello came in time"));
  } else {
    close();
  }
}

void Session::close() {
  error_code ignored;
  socket_.close(ignored);
  conversation_.cancel_all();
}

}  // namespace assay::net
