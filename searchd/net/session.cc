#include "searchd/net/session.h"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
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

constexpr std::chrono::milliseconds kRetryWait{1'000};  // what is told where too many wait
constexpr std::chrono::milliseconds kTicketPause{50};   // until a next part asks again for a ticket

Session::Session(Transport transport, const Shared& shared, std::uint64_t number, Ticket seat)
    : transport_(std::move(transport)),
      shared_(shared),
      number_(number),
      seat_(std::move(seat)),
      conversation_(shared.greeting, shared.admission, transport_.peer()),
      decoder_(proto::kMaxRequestBytes),
      changed_(transport_.executor(), asio::steady_timer::time_point::max()),
      watchdog_(transport_.executor()) {}

asio::awaitable<void> Session::run() {
  spdlog::debug("connection {}: opened", number_);
  auto all = converse() && watchdog_.watch([this] { time_is_up(); });
  co_await std::move(all);
  spdlog::debug("connection {}: closed, client {:?}", number_, conversation_.client());
}

void Session::end(std::optional<v1::Envelope> last_words) {
  if (!std::exchange(reading_, false)) return;
  last_words_ = std::move(last_words);
  if (shaking_hands_) transport_.close();  // nothing can be said yet
  wake_reader_.emit(asio::cancellation_type::terminal);
  changed_.cancel();
}

asio::awaitable<void> Session::converse() {
  watchdog_.expect_within(shared_.options.hello_timeout);
  shaking_hands_ = true;
  if (const error_code error = co_await transport_.handshake()) {
    spdlog::debug("connection {}: no TLS: {}", number_, error.message());
    transport_.close();
  } else {
    shaking_hands_ = false;
    connected_ = true;
    auto both = read() && write();
    co_await std::move(both);
    co_await linger();
  }
  watchdog_.stop();
}

asio::awaitable<void> Session::read() {
  try {
    while (reading_) {
      const auto [error, size] = co_await transport_.read_some(asio::buffer(chunk_), wake_reader_.slot());
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
  // Behind what else has arrived: whether the request is alone is known then.
  asio::post(transport_.executor(), [this, request = std::move(request)]() mutable {
    asio::co_spawn(transport_.executor(), serve(std::move(request)), rethrow);
  });
}

void Session::carry_out(End last) { end(std::move(last.last_words)); }

// A request that is alone is worked off here: to hand it over would take longer than many a request.
asio::awaitable<Answered> Session::work_off(Admitted admitted, bool here) {
  auto work = [&shared = shared_, request = std::move(admitted)] {
    shared.admission.leave_queue();
    const Stop::Clock::time_point begun = Stop::Clock::now();
    Answered answered = answer(shared.handler, request);
    shared.admission.served(Stop::Clock::now() - begun);
    return answered;
  };
  shared_.admission.join_queue(Stop::Clock::now());
  return here ? run_here(shared_.io_threads, std::move(work)) : run_on(shared_.pool, std::move(work));
}

// Part after part; most answers have one.
asio::awaitable<void> Session::serve(Serve admitted) {
  const std::uint64_t id = admitted.request.id;
  // Only the first part may be, as what the part before it left to do would wait for it.
  for (bool here = shared_.io_threads.has_one_request();; here = false) {
    const std::uint64_t commits = shared_.commits;  // as they were before the handler looks
    Answered answered = co_await work_off(std::move(admitted.request), here);
    if (!answered.next) conversation_.answered(id);
    if (!answered.frame.empty()) send({std::move(answered.frame), std::move(admitted.ticket)});
    admitted.ticket.reset();
    if (!answered.next) co_return;
    const Ticket place = shared_.waiting.take();
    if (!place) {
      conversation_.answered(id);
      carry_out(Say{
          too_many(id, {"max_waiting", shared_.waiting.limit(), shared_.waiting.limit() + 1}, kRetryWait)});
      co_return;
    }
    admitted.ticket = co_await turn(id, answered.next->after, commits);
    if (!admitted.ticket) break;
    admitted.request = conversation_.go_on(id, *std::move(answered.next), Stop::Clock::now());
  }
  const bool cancelled = conversation_.cancelled(id);
  conversation_.answered(id);
  carry_out(Say{cancelled ? failure(id, v1::CODE_CANCELLED, "the request was cancelled")
                          : failure(id, v1::CODE_UNAVAILABLE, "the connection ends here")});
}

// Waits until the next part may be made. Null: there shall be none.
asio::awaitable<Ticket> Session::turn(std::uint64_t id, Continuation::After after, std::uint64_t commits) {
  asio::steady_timer pause(transport_.executor());
  while (reading_ && !conversation_.cancelled(id)) {
    const bool due =
        after == Continuation::After::kNothing ||
        (after == Continuation::After::kCredit ? conversation_.has_credit(id) : shared_.commits != commits);
    if (!due || unwritten_bytes_ > shared_.options.max_unwritten_bytes) {
      co_await changed();
    } else if (Ticket ticket = shared_.admission.resume(Stop::Clock::now())) {
      co_return ticket;
    } else {
      pause.expires_after(kTicketPause);
      co_await pause.async_wait(kToken);
    }
  }
  co_return nullptr;
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
    const auto [error, written] = co_await transport_.write(frame);
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
  watchdog_.expect_within(shared_.options.linger_timeout);
  co_await transport_.finish_writing();
  error_code error;
  do {
    std::tie(error, std::ignore) = co_await transport_.discard_some(asio::buffer(chunk_));
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
  if (connected_ && reading_ && !conversation_.greeted()) {
    end(failure(0, v1::CODE_DEADLINE_EXCEEDED, "no Hello came in time"));
  } else {
    close();
  }
}

void Session::close() {
  transport_.close();
  conversation_.cancel_all();
  changed_.cancel();
}

}  // namespace assay::net
