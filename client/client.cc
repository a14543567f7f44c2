#include <utility>

#include "client/caller.h"
#include "client/convert.h"
#include "client/pipeline.h"
#include "proto/limits.h"

namespace assay {

Client::Client(const Endpoint& endpoint, ClientOptions options)
    : impl_(std::make_unique<Impl>(endpoint, std::move(options))) {
  impl_->persist([&] { impl_->link.open(); });
}

Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

SearchReply Client::search(const SearchRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_search() = client::to_wire(request);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kSearchReply).search_reply());
}

std::vector<SearchOutcome> Client::search_all(const std::vector<SearchRequest>& requests) {
  return client::Pipeline(*impl_, requests).run();
}

Article Client::get(const std::string& id) {
  v1::Envelope envelope;
  *envelope.mutable_get() = client::get_request(id);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kGetReply).get_reply().article());
}

Info Client::info() {
  v1::Envelope envelope;
  envelope.mutable_info();
  return client::from_wire(impl_->call(envelope, v1::Envelope::kInfoReply).info_reply());
}

SimilarReply Client::similar(const SimilarRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_similar() = client::to_wire(request);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kSimilarReply).similar_reply());
}

PivotReply Client::pivot(const PivotRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_pivot() = client::to_wire(request);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kPivotReply).pivot_reply());
}

History Client::history(const std::string& council) {
  v1::Envelope envelope;
  *envelope.mutable_history() = client::history_request(council);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kHistoryReply).history_reply());
}

Comparison Client::compare(const std::vector<std::string>& councils) {
  v1::Envelope envelope;
  *envelope.mutable_compare() = client::compare_request(councils);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kCompareReply).compare_reply());
}

SuggestReply Client::suggest(const std::string& text, std::uint32_t limit) {
  v1::Envelope envelope;
  *envelope.mutable_suggest() = client::suggest_request(text, limit);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kSuggestReply).suggest_reply());
}

Explanation Client::explain(const SearchRequest& request) {
  v1::Envelope envelope;
  *envelope.mutable_explain() = client::explain_request(request);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kExplainReply).explain_reply());
}

std::uint32_t Client::max_hits() const {
  return impl_->link.limits().max_hits() > 0 ? impl_->link.limits().max_hits() : proto::kMaxHits;
}

}  // namespace assay
