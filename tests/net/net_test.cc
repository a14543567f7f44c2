#include "tests/net/net_test.h"

#include <utility>

namespace assay::tests {

void Gate::wait() {
  std::unique_lock lock(mutex_);
  ++waiting_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return open_; });
}

void Gate::await_waiting(int count) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this, count] { return waiting_ >= count; });
}

void Gate::open() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

v1::Envelope echo(const v1::Envelope& request, const Stop&) {
  v1::Envelope reply;
  reply.mutable_search_reply()->set_canonical_query(request.search().query());
  return reply;
}

v1::Envelope work_until_stopped(const v1::Envelope&, const Stop& stop) {
  while (stop.reason() == StopReason::kNone) std::this_thread::yield();
  v1::Envelope reply;
  reply.mutable_status()->set_code(stop.reason() == StopReason::kCancelled ? v1::CODE_CANCELLED
                                                                           : v1::CODE_DEADLINE_EXCEEDED);
  reply.mutable_status()->set_message("the handler saw it");
  return reply;
}

net::Handler answering(OneAnswer answer) {
  return [answer = std::move(answer)](const v1::Envelope& request, v1::Scope, const Stop& stop) {
    return net::Reply{answer(request, stop), {}};
  };
}

v1::Scope greet_all(const net::Peer&, const v1::Hello&, v1::HelloReply&) { return v1::SCOPE_READ; }

void NetTest::start(OneAnswer answer, net::ServerOptions options) {
  serve(answering(std::move(answer)), std::move(options));
}

void NetTest::serve(net::Handler handler, net::ServerOptions options) {
  if (options.listen.empty())
    options.listen = {net::parse_listen("unix:" + (folder.path() / "socket").string())};
  // A busy machine makes requests wait; that they are refused for it is for the tests of just that.
  if (!options.max_wait) options.max_wait = std::chrono::hours(1);
  auto greeting = [](const net::Peer&, const v1::Hello& hello, v1::HelloReply& reply) {
    reply.set_index_id("index of the tests");
    reply.set_revision(42);
    return hello.token() == "refuse me" ? v1::SCOPE_NONE : v1::SCOPE_READ;
  };
  server.emplace(std::move(options), std::move(handler), std::move(greeting));
  address = server->addresses().front();
  running = std::thread([this] { server->run(); });
}

v1::Envelope NetTest::wait_or_echo(const v1::Envelope& request, const Stop& stop) {
  if (request.search().query().starts_with("wait")) gate.wait();
  return echo(request, stop);
}

OneAnswer NetTest::waiting_handler() {
  return [this](const v1::Envelope& request, const Stop& stop) { return wait_or_echo(request, stop); };
}

Peer NetTest::connect_and_greet() const {
  Peer peer = connect();
  peer.greet();
  return peer;
}

void NetTest::await_drain() const {
  while (accepts(address)) std::this_thread::yield();
}

void NetTest::await_end() {
  if (running.joinable()) running.join();
}

void NetTest::TearDown() {
  gate.open();
  if (server) server->drain();
  await_end();
}

testing::AssertionResult is_failure(const std::optional<v1::Envelope>& envelope, std::uint64_t id,
                                    v1::Code code) {
  if (!envelope) return testing::AssertionFailure() << "nothing came";
  if (envelope->has_status() && envelope->status().code() == code && envelope->id() == id &&
      !envelope->status().message().empty())
    return testing::AssertionSuccess();
  return testing::AssertionFailure() << envelope->DebugString();
}

testing::AssertionResult is_echo(const std::optional<v1::Envelope>& envelope, std::uint64_t id,
                                 const std::string& query) {
  if (!envelope) return testing::AssertionFailure() << "nothing came";
  if (envelope->id() == id && envelope->has_search_reply() &&
      envelope->search_reply().canonical_query() == query)
    return testing::AssertionSuccess();
  return testing::AssertionFailure() << envelope->DebugString();
}

v1::LimitInfo limit_of(const v1::Envelope& envelope) {
  for (const v1::Detail& detail : envelope.status().details())
    if (detail.has_limit()) return detail.limit();
  return {};
}

bool says_retry(const v1::Envelope& envelope) {
  for (const v1::Detail& detail : envelope.status().details())
    if (detail.has_retry_info()) return detail.retry_info().retry_after_ms() > 0;
  return false;
}

}  // namespace assay::tests
