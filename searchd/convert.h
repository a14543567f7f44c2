// Between the messages of the wire and the engine's types: the only place that knows both.
#pragma once

#include "assay/v1/envelope.pb.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"

namespace assay::searchd {

engine::SearchRequest from_wire(const v1::SearchRequest& request);
engine::SimilarRequest from_wire(const v1::SimilarRequest& request);
engine::PivotRequest from_wire(const v1::PivotRequest& request);
engine::SuggestRequest from_wire(const v1::SuggestRequest& request);

v1::SearchReply to_wire(engine::SearchResult result);
v1::SimilarReply to_wire(engine::SimilarResult result);
v1::PivotReply to_wire(engine::PivotResult result);
v1::GetReply to_wire(const engine::Article& article);
v1::HistoryReply to_wire(const engine::History& history);
v1::CompareReply to_wire(const engine::Comparison& comparison);
v1::SuggestReply to_wire(const engine::Suggestions& suggestions);
v1::ExplainReply to_wire(const engine::Explanation& explanation);
v1::InfoReply to_wire(const engine::Info& info);
v1::Status to_wire(const engine::Failure& failure);

}  // namespace assay::searchd
