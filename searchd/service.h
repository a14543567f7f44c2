// Requests of the wire answered by the engine: the handler that the server calls.
#pragma once

#include <chrono>
#include <functional>
#include <utility>

#include "assay/v1/envelope.pb.h"
#include "searchd/alert_keeper.h"
#include "searchd/engine/engine.h"
#include "searchd/net/server.h"
#include "searchd/stop.h"

namespace assay::searchd {

// Thread-safe. The engine, and the alerts unless they are null, must outlive it.
class Service {
 public:
  // Told of each answer that is sent, on the thread that worked it out. Must not throw.
  using Observer = std::function<void(const v1::Envelope& request, const v1::Envelope& reply,
                                      std::chrono::microseconds took)>;

  explicit Service(const engine::Engine& engine, AlertKeeper* alerts = nullptr, Observer observer = {})
      : engine_(engine), alerts_(alerts), observer_(std::move(observer)) {}

  // Never throws: a failure becomes a Status. Leaves the envelope's id to the caller.
  net::Reply answer(const v1::Envelope& request, v1::Scope scope, const Stop& stop) const;

  // Index id and revision for a new connection, as the last request saw them.
  void greet(v1::HelloReply& reply) const;

 private:
  net::Reply answer_or_status(const v1::Envelope& request, v1::Scope scope, const Stop& stop) const;
  v1::Envelope dispatch(const v1::Envelope& request, const Stop& stop) const;
  v1::Envelope dispatch_alerts(const v1::Envelope& request, const Stop& stop) const;
  net::Reply stream(const v1::Envelope& request, const Stop& stop) const;
  net::Reply watch(const v1::Envelope& request, const Stop& stop) const;
  net::Reply watch_alert(const v1::Envelope& request) const;
  v1::InfoReply info(const Stop& stop) const;
  AlertKeeper& alerts() const;

  const engine::Engine& engine_;
  AlertKeeper* const alerts_;
  const Observer observer_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

}  // namespace assay::searchd
