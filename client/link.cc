#include "client/link.h"

#include <utility>

#include "client/convert.h"
#include "client/utf8.h"
#include "proto/limits.h"

namespace assay::client {
namespace {

// What a request of an earlier connection has come to.
Error broken(const Endpoint& endpoint) {
  Error error(ErrorKind::kConnect, endpoint.text() + ": the connection broke");
  error.retryable = true;
  return error;
}

}  // namespace

void Link::open() {
  if (connection_ && !connection_->has_ended()) return;
  const auto until = Clock::now() + options_.connect_timeout;
  connection_.reset();
  waiting_.clear();
  connection_.emplace(endpoint_, options_.ca_file, until);
  try {
    greet(until);
  } catch (...) {
    connection_->close();
    throw;
  }
}

void Link::greet(Clock::time_point until) {
  v1::Envelope request;
  v1::Hello& hello = *request.mutable_hello();
  hello.set_protocol_min(proto::kProtocolVersion);
  hello.set_protocol_max(proto::kProtocolVersion);
  hello.set_client("assay " ASSAY_VERSION);
  hello.set_token(require_utf8(options_.token, "the token"));
  try {
    limits_ = {};
    const v1::Envelope answer = take({send(std::move(request), until)}, until);
    if (answer.has_status()) throw from_wire(answer.status());
    if (!answer.has_hello_reply()) give_up("the daemon gives an answer of the wrong kind");
    if (const std::uint32_t version = answer.hello_reply().protocol(); version != proto::kProtocolVersion)
      give_up("the daemon speaks protocol " + std::to_string(version) + ", this client " +
              std::to_string(proto::kProtocolVersion));
    limits_ = answer.hello_reply().limits();
  } catch (const Error& error) {
    if (error.kind == ErrorKind::kDeadline) connection_->lose("no daemon answers there");
    throw;
  }
}

std::uint64_t Link::send(v1::Envelope request, Clock::time_point until) {
  request.set_id(++last_id_);
  std::string frame;
  try {
    const std::size_t limit = limits_.max_request_bytes();
    frame = proto::encode_frame(request, limit > 0 ? limit : proto::kMaxRequestBytes);
  } catch (const std::length_error& error) {
    throw Error(ErrorKind::kInvalid, std::string("the request is too large: ") + error.what());
  }
  connection_->send(frame, until);
  waiting_[request.id()];
  return request.id();
}

void Link::tell(const v1::Envelope& envelope, Clock::time_point until) noexcept try {
  if (connection_) connection_->send(proto::encode_frame(envelope, proto::kMaxRequestBytes), until);
} catch (const std::exception&) {
  // The connection broke, which the next call finds.
}

std::optional<v1::Envelope> Link::kept(std::uint64_t id) {
  const auto found = waiting_.find(id);
  if (found == waiting_.end()) throw broken(endpoint_);
  if (found->second.empty()) return std::nullopt;
  v1::Envelope answer = std::move(found->second.front());
  found->second.pop_front();
  if (!answer.more()) waiting_.erase(found);
  return answer;
}

v1::Envelope Link::take(const std::vector<std::uint64_t>& ids, Clock::time_point until,
                        const Interrupt* interrupt) {
  for (;;) {
    for (const std::uint64_t id : ids)
      if (std::optional<v1::Envelope> answer = kept(id)) return *std::move(answer);
    keep(connection_->receive(until, interrupt));
  }
}

void Link::keep(v1::Envelope answer) {
  if (answer.id() == 0 && answer.has_status()) fail(answer.status());
  if (answer.id() == 0 || answer.id() > last_id_) give_up("the daemon answers what was not asked");
  const auto asked = waiting_.find(answer.id());
  // Others are late answers to requests that were given up.
  if (asked != waiting_.end()) asked->second.push_back(std::move(answer));
}

void Link::fail(const v1::Status& status) {
  if (status.code() == v1::CODE_UNAVAILABLE) connection_->lose(status.message());
  connection_->close();
  throw from_wire(status);
}

}  // namespace assay::client
