// A daemon that answers by a script, on a thread of its own, one connection after another.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "assay/v1/envelope.pb.h"
#include "client/assay.h"

namespace assay::tests {

// What the daemon does on a request.
struct Reaction {
  std::string bytes;      // sent back
  bool hang_up = false;   // then
  bool bytewise = false;  // a byte at a time
};

using Script = std::function<Reaction(const v1::Envelope& request)>;

// One frame with the envelope.
std::string frame(const v1::Envelope& envelope);

// Greets as searchd does, with these limits, and leaves everything else to `script`.
Script after_greeting(Script script, const v1::Limits& limits = {});

// Answers each request with what `body` makes, under the request's id.
Script answering(std::function<v1::Envelope(const v1::Envelope& request)> body);

class FakeDaemon {
 public:
  // Listens before it returns. `on_accept`: what every connection is met with, before it says anything.
  FakeDaemon(const Endpoint& endpoint, Script script, Reaction on_accept = {});
  ~FakeDaemon();

  // With the port that was taken when 0 was asked for.
  const Endpoint& endpoint() const { return endpoint_; }
  // What was asked so far, greetings left out. Thread-safe.
  std::vector<v1::Envelope> requests() const;

 private:
  void serve();
  void converse(int fd);
  bool wait(int fd) const;  // for something to read; false: the daemon ends

  Endpoint endpoint_;
  Script script_;
  Reaction on_accept_;
  int listening_ = -1;
  int ending_[2] = {-1, -1};  // a pipe, closed at one end to end the thread
  mutable std::mutex mutex_;
  std::vector<v1::Envelope> requests_;
  std::thread thread_;
};

}  // namespace assay::tests
