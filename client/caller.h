// Calls: requests that are made again, over a new connection if need be, until they are answered.
#pragma once

#include "client/assay.h"
#include "client/backoff.h"
#include "client/link.h"

namespace assay::client {

// Not thread-safe.
struct Caller {
  // Whether a request may be sent again when nobody knows if it was carried out.
  enum class Again { kAlways, kIfNotCarriedOut };

  Caller(const Endpoint& endpoint, ClientOptions client_options)
      : options(std::move(client_options)), link(endpoint, options) {}

  // Sends the request and gives its answer, which has the body `expected`; again while that may help.
  v1::Envelope call(const v1::Envelope& request, v1::Envelope::BodyCase expected,
                    Again again = Again::kAlways);

  // Opens the link and sends the request, which gets the deadline. Throws Error.
  std::uint64_t send(v1::Envelope request);
  // When the daemon has had all the time for an answer to what is sent now.
  Clock::time_point end_of_patience() const;
  // The answer, if it is what was expected. Throws the Error that a Status is.
  void require_body(const v1::Envelope& answer, v1::Envelope::BodyCase expected);

  // Does `attempt` until it throws no retryable Error, for as long as the options say.
  template <typename Attempt>
  auto persist(const Attempt& attempt) {
    for (Backoff backoff(options.retry_for);;) try {
        return attempt();
      } catch (const Error& error) {
        backoff.pause(error);
      }
  }

  ClientOptions options;
  Link link;
};

}  // namespace assay::client

namespace assay {

struct Client::Impl : client::Caller {
  using Caller::Caller;
};

}  // namespace assay
