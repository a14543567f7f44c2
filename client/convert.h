// Between the public types and the messages on the wire. A file for each .proto.
#pragma once

#include <vector>

#include "assay/v1/envelope.pb.h"
#include "client/assay.h"

namespace assay::client {

// All of to_wire throw Error(kInvalid) for text that is not UTF-8. What a daemon sends against the contract
// is left out or made to fit, so that the public types always keep theirs.

// convert_facets.cc
v1::FacetFilter to_wire(const FacetFilter& filter);
FacetValues from_wire(const v1::FacetValues& values);
FacetCounts from_wire(const v1::FacetCounts& counts);
DateHistogram from_wire(const v1::DateHistogram& histogram);
ScoreBand from_wire(const v1::ScoreBand& band);

// convert_search.cc
v1::SearchRequest to_wire(const SearchRequest& request);
v1::SimilarRequest to_wire(const SimilarRequest& request);
Hit from_wire(const v1::Hit& hit);
Note from_wire(const v1::Note& note);
SearchReply from_wire(const v1::SearchReply& reply);
SimilarReply from_wire(const v1::SimilarReply& reply);

// convert_article.cc
v1::GetRequest get_request(const std::string& id);
Article from_wire(const v1::Article& article);
Info from_wire(const v1::InfoReply& reply);

// convert_pivot.cc
v1::PivotRequest to_wire(const PivotRequest& request);
PivotReply from_wire(const v1::PivotReply& reply);

// convert_history.cc
v1::HistoryRequest history_request(const std::string& council);
v1::CompareRequest compare_request(const std::vector<std::string>& councils);
History from_wire(const v1::HistoryReply& reply);
Comparison from_wire(const v1::CompareReply& reply);

// convert_suggest.cc
v1::SuggestRequest suggest_request(const std::string& text, std::uint32_t limit);
v1::ExplainRequest explain_request(const SearchRequest& request);
SuggestReply from_wire(const v1::SuggestReply& reply);
Explanation from_wire(const v1::ExplainReply& reply);

// convert_alerts.cc
v1::WatchRequest to_wire(const WatchRequest& request);
v1::AddAlertRequest add_alert_request(const std::string& name, const SearchRequest& search);
const std::string& require_alert_name(const std::string& name);
AlertHit from_wire(const v1::AlertHit& hit);
News from_wire(const v1::News& news);
Alert from_wire(const v1::Alert& alert);
AlertReply from_wire(const v1::RunAlertReply& reply);

// convert_status.cc
Error from_wire(const v1::Status& status);

// Each message of a repeated field.
template <typename Messages>
auto each_from_wire(const Messages& messages) {
  std::vector<decltype(from_wire(*messages.begin()))> each;
  for (const auto& message : messages) each.push_back(from_wire(message));
  return each;
}

// The strings of a repeated field.
template <typename Strings>
std::vector<std::string> strings(const Strings& from) {
  return {from.begin(), from.end()};
}

}  // namespace assay::client
