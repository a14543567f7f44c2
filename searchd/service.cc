#include "searchd/service.h"

#include <utility>

#include "proto/limits.h"
#include "searchd/convert.h"
#include "searchd/engine/failure.h"
#include "searchd/log_event.h"
#include "searchd/question.h"
#include "searchd/refusal.h"

namespace assay::searchd {
namespace {

using engine::Failure;
using engine::FailureKind;

void check_limit(std::uint32_t limit) {
  if (limit > proto::kMaxHits)
    throw Failure(FailureKind::kInvalid, "limit " + std::to_string(limit) + " is over " +
                                             std::to_string(proto::kMaxHits) +
                                             " hits an answer; ask for pages");
}

void check_paging(const v1::SearchRequest& request) {
  check_limit(request.limit());
  if (request.offset() > proto::kMaxOffset)
    throw Failure(FailureKind::kInvalid, "offset " + std::to_string(request.offset()) + " is over " +
                                             std::to_string(proto::kMaxOffset));
}

bool changes_the_daemon(const v1::Envelope& request) {
  return request.has_add_alert() || request.has_remove_alert();
}

// To be called inside a catch block.
v1::Status status_of_current_exception(const v1::Envelope& request) {
  try {
    throw;
  } catch (const Refusal& refusal) {
    v1::Status status;
    status.set_code(refusal.code);
    status.set_message(refusal.what());
    return status;
  } catch (...) {
    const Failure failure = engine::translate_current_exception();
    if (failure.kind == FailureKind::kInternal || failure.kind == FailureKind::kDamaged)
      LogEvent(spdlog::level::err, "request failed")
          .with("verb", verb_of(request))
          .with("request", request.id())
          .with("reason", failure.what());
    return to_wire(failure);
  }
}

}  // namespace

v1::Envelope Service::dispatch(const v1::Envelope& request, const Stop& stop) const {
  v1::Envelope reply;
  switch (request.body_case()) {
    case v1::Envelope::kSearch:
      check_paging(request.search());
      *reply.mutable_search_reply() = to_wire(engine_.search(from_wire(request.search()), stop));
      break;
    case v1::Envelope::kSimilar:
      check_limit(request.similar().limit());
      *reply.mutable_similar_reply() = to_wire(engine_.similar(from_wire(request.similar()), stop));
      break;
    case v1::Envelope::kPivot:
      *reply.mutable_pivot_reply() = to_wire(engine_.pivot(from_wire(request.pivot()), stop));
      break;
    case v1::Envelope::kExplain:
      *reply.mutable_explain_reply() = to_wire(engine_.explain(from_wire(request.explain().search()), stop));
      break;
    case v1::Envelope::kSuggest:
      *reply.mutable_suggest_reply() = to_wire(engine_.suggest(from_wire(request.suggest()), stop));
      break;
    case v1::Envelope::kHistory:
      *reply.mutable_history_reply() = to_wire(engine_.history(request.history().council(), stop));
      break;
    case v1::Envelope::kCompare: {
      const auto& councils = request.compare().councils();
      *reply.mutable_compare_reply() = to_wire(engine_.compare({councils.begin(), councils.end()}, stop));
      break;
    }
    case v1::Envelope::kGet:
      *reply.mutable_get_reply() = to_wire(engine_.get(request.get().id(), stop));
      break;
    case v1::Envelope::kInfo:
      *reply.mutable_info_reply() = info(stop);
      break;
    default:
      return dispatch_alerts(request, stop);
  }
  return reply;
}

v1::InfoReply Service::info(const Stop& stop) const {
  v1::InfoReply reply = to_wire(engine_.info(stop));
  const auto uptime = std::chrono::steady_clock::now() - started_;
  reply.set_server("assay-searchd " ASSAY_VERSION);
  reply.set_uptime_seconds(
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(uptime).count()));
  const engine::Health health = engine_.health();
  reply.set_degraded(health.degraded);
  reply.set_degraded_reason(health.reason);
  return reply;
}

net::Reply Service::answer(const v1::Envelope& request, v1::Scope scope, const Stop& stop) const {
  const auto start = std::chrono::steady_clock::now();
  net::Reply reply = answer_or_status(request, scope, stop);
  const auto took = std::chrono::steady_clock::now() - start;
  if (observer_ && reply.envelope.body_case() != v1::Envelope::BODY_NOT_SET)
    observer_(request, reply.envelope, std::chrono::duration_cast<std::chrono::microseconds>(took));
  return reply;
}

net::Reply Service::answer_or_status(const v1::Envelope& request, v1::Scope scope, const Stop& stop) const {
  try {
    if (changes_the_daemon(request) && scope != v1::SCOPE_ADMIN)
      throw Refusal(v1::CODE_PERMISSION_DENIED, "this takes the admin scope; ask with another token");
    if (request.has_stream()) return stream(request, stop);
    if (request.has_watch()) return watch(request, stop);
    return {dispatch(request, stop)};
  } catch (...) {
    net::Reply reply;
    *reply.envelope.mutable_status() = status_of_current_exception(request);
    return reply;
  }
}

void Service::greet(v1::HelloReply& reply) const {
  engine::Identity identity = engine_.identity();
  reply.set_index_id(std::move(identity.index_id));
  reply.set_revision(identity.revision);
}

}  // namespace assay::searchd
