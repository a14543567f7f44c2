// Requests of the wire answered by the engine: the handler that the server calls.
#pragma once

#include <chrono>

#include "assay/v1/envelope.pb.h"
#include "searchd/engine/engine.h"
#include "searchd/stop.h"

namespace assay::searchd {

// Thread-safe. The engine must outlive it.
class Service {
 public:
  explicit Service(const engine::Engine& engine) : engine_(engine) {}

  // Never throws: a failure becomes a Status. Leaves the envelope's id to the caller.
  v1::Envelope answer(const v1::Envelope& request, const Stop& stop) const;

  // Index id and revision for a new connection, as the last request saw them.
  void greet(v1::HelloReply& reply) const;

 private:
  v1::Envelope dispatch(const v1::Envelope& request, const Stop& stop) const;

  const engine::Engine& engine_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

}  // namespace assay::searchd
