#include <algorithm>

#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {
namespace {

constexpr std::uint64_t kLastSecond =
    253'402'300'799;  // of the year 9999, beyond which dates cannot be written

// What an alert keeps of a search.
SearchRequest from_wire(const v1::SearchRequest& request) {
  SearchRequest to{.query = request.query(), .since = request.since(), .until = request.until()};
  for (const v1::FacetFilter& filter : request.filters())
    to.filters.push_back({filter.facet(), strings(filter.values())});
  to.no_synonyms = request.no_synonyms();
  return to;
}

}  // namespace

const std::string& require_alert_name(const std::string& name) {
  return require_utf8(name, "the name of the alert");
}

v1::WatchRequest to_wire(const WatchRequest& request) {
  v1::WatchRequest to;
  if (request.alert.empty()) *to.mutable_search() = to_wire(request.search);
  to.set_alert(require_alert_name(request.alert));
  to.set_mark(require_utf8(request.mark, "the mark"));
  return to;
}

v1::AddAlertRequest add_alert_request(const std::string& name, const SearchRequest& search) {
  v1::AddAlertRequest to;
  to.set_name(require_alert_name(name));
  *to.mutable_search() = to_wire(search);
  return to;
}

AlertHit from_wire(const v1::AlertHit& hit) { return {hit.number(), from_wire(hit.hit())}; }

News from_wire(const v1::News& news) {
  return {each_from_wire(news.articles()), news.mark(), news.revision(), news.restarted()};
}

Alert from_wire(const v1::Alert& alert) {
  return {alert.name(),
          from_wire(alert.search()),
          alert.canonical_query(),
          alert.waiting(),
          alert.total(),
          std::chrono::sys_seconds(std::chrono::seconds(std::min(alert.added_at(), kLastSecond)))};
}

AlertReply from_wire(const v1::RunAlertReply& reply) {
  return {each_from_wire(reply.articles()), reply.waiting(), reply.revision()};
}

}  // namespace assay::client
