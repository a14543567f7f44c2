// The part of the service whose answers have many parts, and the alerts.
#include <algorithm>
#include <charconv>

#include "proto/limits.h"
#include "searchd/convert.h"
#include "searchd/convert_parts.h"
#include "searchd/refusal.h"
#include "searchd/service.h"

namespace assay::searchd {
namespace {

using After = net::Continuation::After;

constexpr std::uint32_t kNewsAtOnce = 100;        // articles of one News
constexpr std::size_t kMaxWatchBytes = 8 * 1024;  // of a request that is kept while it waits

// The request for the next part of a watch. Its `more` tells that the watch has begun.
net::Continuation next_part(const v1::Envelope& request, const std::string& mark, After after) {
  net::Continuation next{request, after};
  next.request.set_more(true);
  next.request.mutable_watch()->set_mark(mark);
  return next;
}

std::uint64_t number_in(const std::string& mark) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(mark.data(), mark.data() + mark.size(), number);
  if (!mark.empty() && (error != std::errc() || end != mark.data() + mark.size()))
    throw Refusal(v1::CODE_INVALID_ARGUMENT, "this is no mark of an alert's news");
  return number;
}

}  // namespace

AlertKeeper& Service::alerts() const {
  if (alerts_ == nullptr)
    throw Refusal(v1::CODE_FAILED_PRECONDITION,
                  "the daemon keeps no alerts; start assay-searchd with --state-dir DIR");
  return *alerts_;
}

v1::Envelope Service::dispatch_alerts(const v1::Envelope& request, const Stop& stop) const {
  v1::Envelope reply;
  switch (request.body_case()) {
    case v1::Envelope::kAddAlert:
      *reply.mutable_alert_reply() = alerts().add(request.add_alert(), stop);
      break;
    case v1::Envelope::kRemoveAlert:
      *reply.mutable_alert_reply() = alerts().remove(request.remove_alert().name());
      break;
    case v1::Envelope::kListAlerts:
      *reply.mutable_list_alerts_reply() = alerts().list();
      break;
    case v1::Envelope::kRunAlert:
      *reply.mutable_run_alert_reply() = alerts().run(request.run_alert());
      break;
    default:
      throw Refusal(v1::CODE_UNIMPLEMENTED, "this daemon does not know the request");
  }
  return reply;
}

// Each part is a page by cursor; the request for the next one carries the cursor.
net::Reply Service::stream(const v1::Envelope& request, const Stop& stop) const {
  v1::SearchRequest search = request.stream().search();
  if (search.offset() > 0)
    throw Refusal(v1::CODE_INVALID_ARGUMENT, "a stream brings all hits; leave the offset out");
  if (search.limit() == 0) search.set_limit(proto::kMaxHits);
  if (search.cursor().empty()) search.set_cursor("*");
  v1::Envelope page;
  *page.mutable_search() = search;
  net::Reply reply{dispatch(page, stop), {}};
  const std::string& next = reply.envelope.search_reply().next_cursor();
  if (next.empty()) return reply;
  // Nothing else of the request counts in the pages of a list.
  reply.next = {{}, After::kCredit};
  v1::SearchRequest& rest = *reply.next->request.mutable_stream()->mutable_search();
  rest.set_limit(search.limit());
  rest.set_cursor(next);
  return reply;
}

net::Reply Service::watch(const v1::Envelope& request, const Stop& stop) const {
  if (request.ByteSizeLong() > kMaxWatchBytes)
    throw Refusal(v1::CODE_INVALID_ARGUMENT,
                  "a watch has at most " + std::to_string(kMaxWatchBytes) + " bytes");
  if (!request.watch().alert().empty()) return watch_alert(request);
  const std::string& mark = request.watch().mark();
  engine::SearchRequest search = from_wire(request.watch().search());
  search.limit = kNewsAtOnce;
  engine::News found = engine_.news(search, mark, stop);
  if (found.restarted) {
    found = engine_.news(search, {}, stop);
    found.restarted = true;
  }
  net::Reply reply;
  reply.next = next_part(request, found.mark, found.more ? After::kNothing : After::kCommit);
  // The first answer tells that the watch has begun; what is empty behind it tells nothing.
  if (request.more() && found.hits.empty() && !found.restarted) return reply;
  v1::News& news = *reply.envelope.mutable_news();
  for (const engine::Hit& hit : found.hits) fill(hit, *news.add_articles()->mutable_hit());
  news.set_mark(found.mark);
  news.set_revision(found.revision);
  news.set_restarted(found.restarted);
  return reply;
}

net::Reply Service::watch_alert(const v1::Envelope& request) const {
  const v1::WatchRequest& watch = request.watch();
  const std::uint64_t after = number_in(watch.mark());
  const v1::RunAlertReply found = alerts().waiting(watch.alert(), after, kNewsAtOnce);
  const std::uint64_t last = found.articles().empty() ? after : found.articles().rbegin()->number();
  net::Reply reply;
  reply.next =
      next_part(request, std::to_string(last), found.waiting() > 0 ? After::kNothing : After::kCommit);
  if (request.more() && found.articles().empty()) return reply;
  v1::News& news = *reply.envelope.mutable_news();
  *news.mutable_articles() = found.articles();
  news.set_mark(std::to_string(last));
  news.set_revision(found.revision());
  return reply;
}

}  // namespace assay::searchd
