#include "client/connection.h"

#include <poll.h>

#include <array>
#include <chrono>
#include <optional>

#include "proto/limits.h"

namespace assay::client {

namespace {

constexpr std::chrono::microseconds kAlert{600};  // how long an answer is looked for before we sleep

}  // namespace

Connection::Connection(const Endpoint& endpoint, const std::string& ca_file, Clock::time_point until)
    : address_(endpoint.text()),
      channel_(open_channel(endpoint, ca_file, until)),
      decoder_(proto::kMaxReplyBytes) {}

void Connection::give_up(const std::string& why) {
  close();
  throw Error(ErrorKind::kConnect, address_ + ": " + why);
}

void Connection::lose(const std::string& why) {
  close();
  Error error(ErrorKind::kConnect, address_ + ": " + why);
  error.retryable = true;
  throw error;
}

void Connection::require_open() {
  if (!channel_) lose("the connection is closed");
}

void Connection::send(std::string_view frame, Clock::time_point until) {
  require_open();
  try {
    while (!frame.empty()) {
      const Progress progress = channel_->write(frame);
      if (progress.ended)
        return;  // Whoever hangs up may have said why: receive() finds it, or reports the end.
      frame.remove_prefix(progress.bytes);
      if (progress.bytes > 0) continue;
      if (!wait_for(channel_->fd(), static_cast<short>(progress.wait | POLLIN), until)) {
        close();
        throw Error(ErrorKind::kDeadline, address_ + ": the daemon does not read requests");
      }
      read();
    }
  } catch (const ChannelError& error) {
    lose(error.what());
  }
}

short Connection::read() {
  std::array<char, 64 * 1024> chunk;
  const Progress progress = channel_->read(chunk);
  if (progress.ended)
    lose(decoder_.at_boundary() ? "the daemon closed the connection"
                                : "the daemon closed the connection in the middle of an answer");
  decoder_.feed({chunk.data(), progress.bytes});
  return progress.wait;
}

v1::Envelope Connection::receive(Clock::time_point until, const Interrupt* interrupt) {
  require_open();
  try {
    std::optional<std::string> payload = decoder_.next();
    if (!payload && alertness_.is_worth_a_look()) {
      const Clock::time_point asleep = Clock::now() + kAlert;
      do {
        read();
        payload = decoder_.next();
      } while (!payload && Clock::now() < asleep);
      alertness_.looked(!payload);
    }
    for (; !payload; payload = decoder_.next()) {
      const short wait = read();
      if (wait != 0 && !wait_for(channel_->fd(), wait, until, interrupt))
        throw Error(ErrorKind::kDeadline, address_ + ": the daemon did not answer in time");
    }
    return proto::decode_envelope(*payload);
  } catch (const proto::FramingError& error) {
    give_up(std::string("this is no assay daemon, or its answer was damaged: ") + error.what());
  } catch (const ChannelError& error) {
    lose(error.what());
  }
}

bool Connection::has_ended() {
  try {
    while (channel_ && read() == 0) continue;
  } catch (const Error&) {
    return true;
  } catch (const ChannelError&) {
    return true;
  }
  return !channel_;
}

}  // namespace assay::client
