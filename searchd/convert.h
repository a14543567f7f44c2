// The only place that knows both the wire's types and the engine's.
#pragma once

#include "assay/v1/search.pb.h"
#include "assay/v1/status.pb.h"
#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"

namespace assay::searchd {

engine::SearchRequest from_wire(const v1::SearchRequest& request);

v1::SearchReply to_wire(const engine::SearchResult& result);
v1::GetReply to_wire(const engine::Article& article);
v1::InfoReply to_wire(const engine::Info& info);
v1::Status to_wire(const engine::Failure& failure);

}  // namespace assay::searchd
