// The calls of Client that hand over one answer after another.
#include "client/convert.h"
#include "client/subscription.h"

namespace assay {
namespace {

// Parts under way while one is being looked at.
constexpr std::uint32_t kWindow = 2;

// A list is continued by its cursor.
bool follow_list(const v1::Envelope& answer, v1::Envelope& request) {
  const std::uint32_t limit = request.stream().search().limit();
  v1::SearchRequest& search = *request.mutable_stream()->mutable_search();
  search.Clear();
  search.set_limit(limit);
  search.set_cursor(answer.search_reply().next_cursor());
  return !search.cursor().empty();
}

bool follow_news(const v1::Envelope& answer, v1::Envelope& request) {
  request.mutable_watch()->set_mark(answer.news().mark());
  return true;
}

}  // namespace

void Client::stream(const SearchRequest& request, const std::function<bool(SearchReply&& reply)>& part) {
  v1::Envelope envelope;
  *envelope.mutable_stream()->mutable_search() = client::to_wire(request);
  envelope.mutable_stream()->set_credit(kWindow);
  client::Subscription parts(*impl_, std::move(envelope),
                             {.expected = v1::Envelope::kSearchReply,
                              .advance = follow_list,
                              .retry_for = impl_->options.retry_for});
  while (!parts.is_over()) {
    const v1::Envelope answer = parts.next();
    if (!part(client::from_wire(answer.search_reply()))) return;
    parts.grant();
  }
}

void Client::watch(const WatchRequest& request, const std::function<bool(News&& news)>& news,
                   const Interrupt* interrupt) try {
  v1::Envelope envelope;
  *envelope.mutable_watch() = client::to_wire(request);
  client::Subscription all(*impl_, std::move(envelope),
                           {.expected = v1::Envelope::kNews,
                            .advance = follow_news,
                            .retry_for = request.outage,
                            .is_endless = true,
                            .interrupt = interrupt});
  while (!all.is_over()) {
    const v1::Envelope answer = all.next();
    if (!news(client::from_wire(answer.news()))) return;
  }
} catch (const client::Interrupted&) {
  return;
}

Alert Client::add_alert(const std::string& name, const SearchRequest& search) {
  v1::Envelope envelope;
  *envelope.mutable_add_alert() = client::add_alert_request(name, search);
  return client::from_wire(
      impl_->call(envelope, v1::Envelope::kAlertReply, Impl::Again::kIfNotCarriedOut).alert_reply().alert());
}

Alert Client::remove_alert(const std::string& name) {
  v1::Envelope envelope;
  envelope.mutable_remove_alert()->set_name(client::require_alert_name(name));
  return client::from_wire(
      impl_->call(envelope, v1::Envelope::kAlertReply, Impl::Again::kIfNotCarriedOut).alert_reply().alert());
}

std::vector<Alert> Client::alerts() {
  v1::Envelope envelope;
  envelope.mutable_list_alerts();
  return client::each_from_wire(
      impl_->call(envelope, v1::Envelope::kListAlertsReply).list_alerts_reply().alerts());
}

AlertReply Client::run_alert(const std::string& name, std::uint32_t limit, std::uint64_t acknowledge) {
  v1::Envelope envelope;
  v1::RunAlertRequest& run = *envelope.mutable_run_alert();
  run.set_name(client::require_alert_name(name));
  run.set_limit(limit);
  run.set_acknowledge(acknowledge);
  return client::from_wire(impl_->call(envelope, v1::Envelope::kRunAlertReply).run_alert_reply());
}

}  // namespace assay
