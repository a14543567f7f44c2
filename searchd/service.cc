#include "searchd/service.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "proto/limits.h"
#include "searchd/convert.h"
#include "searchd/engine/failure.h"

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
    case v1::Envelope::kInfo: {
      *reply.mutable_info_reply() = to_wire(engine_.info());
      const auto uptime = std::chrono::steady_clock::now() - started_;
      reply.mutable_info_reply()->set_server("assay-searchd " ASSAY_VERSION);
      reply.mutable_info_reply()->set_uptime_seconds(
          static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(uptime).count()));
      break;
    }
    default:
      reply.mutable_status()->set_code(v1::CODE_UNIMPLEMENTED);
      reply.mutable_status()->set_message("this daemon does not know the request");
  }
  return reply;
}

v1::Envelope Service::answer(const v1::Envelope& request, const Stop& stop) const {
  try {
    return dispatch(request, stop);
  } catch (...) {
    const Failure failure = engine::translate_current_exception();
    if (failure.kind == FailureKind::kInternal || failure.kind == FailureKind::kDamaged)
      spdlog::error("request {}: {}", request.id(), failure.what());
    v1::Envelope reply;
    *reply.mutable_status() = to_wire(failure);
    return reply;
  }
}

void Service::greet(v1::HelloReply& reply) const {
  engine::Identity identity = engine_.identity();
  reply.set_index_id(std::move(identity.index_id));
  reply.set_revision(identity.revision);
}

}  // namespace assay::searchd
