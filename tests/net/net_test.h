// The fixture of the tests here: a server with a fake handler.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "searchd/net/server.h"
#include "tests/net/peer.h"
#include "tests/temp_folder.h"

namespace assay::tests {

// Where handlers wait until a test lets them go on. Once open it stays open.
class Gate {
 public:
  void wait();                    // in a handler
  void await_waiting(int count);  // in a test: until so many have come to wait, all told
  void open();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

// Answers a request at once and wholly.
using OneAnswer = std::function<v1::Envelope(const v1::Envelope& request, const Stop& stop)>;
net::Handler answering(OneAnswer answer);

// Lets everybody read.
v1::Scope greet_all(const net::Peer& peer, const v1::Hello& hello, v1::HelloReply& reply);

// Answers with the query as the canonical query.
v1::Envelope echo(const v1::Envelope& request, const Stop& stop);

// Runs until it is told to stop, and says why it did.
v1::Envelope work_until_stopped(const v1::Envelope& request, const Stop& stop);

class NetTest : public testing::Test {
 protected:
  // On a Unix socket in the test's own folder, unless `options.listen` says otherwise.
  void start(OneAnswer answer, net::ServerOptions options = {});
  void serve(net::Handler handler, net::ServerOptions options = {});

  // As `echo`, but a query that begins with "wait" waits at the gate.
  v1::Envelope wait_or_echo(const v1::Envelope& request, const Stop& stop);
  OneAnswer waiting_handler();

  Peer connect() const { return Peer(address); }
  Peer connect_and_greet() const;

  // Until nobody is accepted any more.
  void await_drain() const;
  // Until run() returned.
  void await_end();

  void TearDown() override;

  TempFolder folder;
  Gate gate;
  std::string address;
  std::optional<net::Server> server;
  std::thread running;
};

// What came is a Status with this code under this id.
testing::AssertionResult is_failure(const std::optional<v1::Envelope>& envelope, std::uint64_t id,
                                    v1::Code code);

// What came is the echo of this query under this id.
testing::AssertionResult is_echo(const std::optional<v1::Envelope>& envelope, std::uint64_t id,
                                 const std::string& query);

// The LimitInfo among a Status's details, or an empty one.
v1::LimitInfo limit_of(const v1::Envelope& envelope);
bool says_retry(const v1::Envelope& envelope);

}  // namespace assay::tests
