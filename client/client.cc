#include <algorithm>
#include <utility>

#include "client/assay.h"
#include "client/connection.h"
#include "client/convert.h"
#include "proto/framing.h"
#include "proto/limits.h"

namespace assay {
namespace {

using client::Clock;
using std::chrono::milliseconds;

// A daemon that is still there tells of a passed deadline itself; this is how long it may take to.
constexpr milliseconds kGrace{1'000};

constexpr std::uint32_t deadline_on_wire(milliseconds deadline) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(deadline.count(), 0, UINT32_MAX));
}

}  // namespace

struct Client::Impl {
  // Connects and is greeted by `until`.
  Impl(const Endpoint& endpoint, milliseconds request_deadline, Clock::time_point until)
      : connection(endpoint, until), deadline(request_deadline) {
    greet(until);
  }

  // Sends the request under a fresh id and gives its answer, which has the body `expected`.
  v1::Envelope exchange(v1::Envelope request, v1::Envelope::BodyCase expected, Clock::time_point until);
  // The answer to request `id`, past late answers to requests that were given up.
  v1::Envelope await(std::uint64_t id, Clock::time_point until);
  // Throws what the status says; that of the connection (id 0) ends it.
  [[noreturn]] void fail(const v1::Envelope& answer);
  void greet(Clock::time_point until);
  v1::Envelope call(v1::Envelope request, v1::Envelope::BodyCase expected);

  client::Connection connection;
  milliseconds deadline;
  v1::Limits limits;
  std::uint64_t last_id = 0;
};

v1::Envelope Client::Impl::await(std::uint64_t id, Clock::time_point until) {
  for (;;) {
    v1::Envelope answer = connection.receive(until);
    if (answer.id() == id || (answer.id() == 0 && answer.has_status())) return answer;
    if (answer.id() == 0 || answer.id() > id) connection.give_up("the daemon answers what was not asked");
  }
}

void Client::Impl::fail(const v1::Envelope& answer) {
  const v1::Status& status = answer.status();
  if (answer.id() == 0 && status.code() == v1::CODE_UNAVAILABLE) connection.give_up(status.message());
  if (answer.id() == 0) connection.close();
  throw client::from_wire(status);
}

v1::Envelope Client::Impl::exchange(v1::Envelope request, v1::Envelope::BodyCase expected,
                                    Clock::time_point until) {
  request.set_id(++last_id);
  std::string frame;
  try {
    const std::size_t limit = limits.max_request_bytes();
    frame = proto::encode_frame(request, limit > 0 ? limit : proto::kMaxRequestBytes);
  } catch (const std::length_error& error) {
    throw Error(ErrorKind::kInvalid, std::string("the request is too large: ") + error.what());
  }
  connection.send(frame, until);
  v1::Envelope answer = await(request.id(), until);
  if (answer.has_status()) fail(answer);
  if (answer.body_case() != expected) connection.give_up("the daemon gives an answer of the wrong kind");
  return answer;
}

void Client::Impl::greet(Clock::time_point until) {
  v1::Envelope request;
  v1::Hello& hello = *request.mutable_hello();
  hello.set_protocol_min(proto::kProtocolVersion);
  hello.set_protocol_max(proto::kProtocolVersion);
  hello.set_client("assay " ASSAY_VERSION);
  try {
    const v1::Envelope answer = exchange(std::move(request), v1::Envelope::kHelloReply, until);
    if (const std::uint32_t version = answer.hello_reply().protocol(); version != proto::kProtocolVersion)
      connection.give_up("the daemon speaks protocol " + std::to_string(version) + ", this client " +
                         std::to_string(proto::kProtocolVersion));
    limits = answer.hello_reply().limits();
  } catch (const Error& error) {
    if (error.kind == ErrorKind::kDeadline) connection.give_up("no daemon answers there");
    throw;
  }
}

v1::Envelope Client::Impl::call(v1::Envelope request, v1::Envelope::BodyCase expected) {
  milliseconds allowed = deadline;
  if (allowed <= milliseconds(0)) allowed = milliseconds(limits.default_deadline_ms());
  if (allowed <= milliseconds(0)) allowed = proto::kDefaultDeadline;
  request.set_deadline_ms(deadline_on_wire(deadline));
  return exchange(std::move(request), expected, Clock::now() + allowed + kGrace);
}

Client::Client(const Endpoint& endpoint, ClientOptions options)
    : impl_(std::make_unique<Impl>(endpoint, options.deadline, Clock::now() + options.connect_timeout)) {}

Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

SearchReply Client::search(const SearchRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_search() = client::to_wire(request);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kSearchReply).search_reply());
}

Article Client::get(const std::string& id) {
  v1::Envelope envelope;
  *envelope.mutable_get() = client::get_request(id);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kGetReply).get_reply().article());
}

Info Client::info() {
  v1::Envelope envelope;
  envelope.mutable_info();
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kInfoReply).info_reply());
}

SimilarReply Client::similar(const SimilarRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_similar() = client::to_wire(request);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kSimilarReply).similar_reply());
}

PivotReply Client::pivot(const PivotRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_pivot() = client::to_wire(request);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kPivotReply).pivot_reply());
}

History Client::history(const std::string& council) {
  v1::Envelope envelope;
  *envelope.mutable_history() = client::history_request(council);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kHistoryReply).history_reply());
}

Comparison Client::compare(const std::vector<std::string>& councils) {
  v1::Envelope envelope;
  *envelope.mutable_compare() = client::compare_request(councils);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kCompareReply).compare_reply());
}

SuggestReply Client::suggest(const std::string& text, std::uint32_t limit) {
  v1::Envelope envelope;
  *envelope.mutable_suggest() = client::suggest_request(text, limit);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kSuggestReply).suggest_reply());
}

Explanation Client::explain(const SearchRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_explain() = client::explain_request(request);
  return client::from_wire(impl_->call(std::move(envelope), v1::Envelope::kExplainReply).explain_reply());
}

std::uint32_t Client::max_hits() const {
  return impl_->limits.max_hits() > 0 ? impl_->limits.max_hits() : proto::kMaxHits;
}

}  // namespace assay
