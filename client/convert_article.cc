#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {

v1::GetRequest get_request(const std::string& id) {
  v1::GetRequest to;
  to.set_id(require_utf8(id, "the id"));
  return to;
}

Article from_wire(const v1::Article& article) {
  Article to;
  to.id = article.id();
  to.title = article.title();
  to.date = article.date();
  to.url = article.url();
  to.publisher = article.publisher();
  to.path = article.path();
  to.text = article.text();
  to.facets = each_from_wire(article.facets());
  for (const v1::Evidence& each : article.evidence())
    to.evidence.push_back({each.facet(), each.value(), each.text()});
  to.language = article.language();
  to.rating_status = article.rating_status();
  to.overall_score = article.overall_score();
  for (const v1::StatementScore& each : article.statement_scores())
    to.statement_scores[each.statement()] = each.score();
  for (const v1::CouncilRating& each : article.council_ratings())
    to.council_ratings[each.council()] = each.rating();
  to.copies = strings(article.copies());
  return to;
}

Info from_wire(const v1::InfoReply& reply) {
  Info to{reply.server(),
          reply.index_id(),
          reply.format_version(),
          reply.revision(),
          reply.articles(),
          {},
          std::chrono::seconds(reply.uptime_seconds())};
  for (const v1::FacetInfo& each : reply.facets())
    to.facets.push_back({each.name(), each.label(), each.values()});
  to.degraded = reply.degraded();
  to.degraded_reason = reply.degraded_reason();
  return to;
}

}  // namespace assay::client
