#include <algorithm>

#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {
namespace {

RatingEvent from_wire(const v1::RatingEvent& event) {
  RatingEvent to;
  to.date = event.date();
  to.rating = event.rating();
  to.label = event.label();
  to.rating_status = event.rating_status();
  to.overall_score = event.overall_score();
  to.id = event.id();
  to.title = event.title();
  to.url = event.url();
  to.publisher = event.publisher();
  to.copies = std::max<std::uint32_t>(1, event.copies());
  return to;
}

CouncilSummary from_wire(const v1::CouncilSummary& summary) {
  CouncilSummary to;
  to.council = summary.council();
  to.label = summary.label();
  to.articles = summary.articles();
  if (summary.has_latest()) to.latest = from_wire(summary.latest());
  to.overall_score = summary.overall_score();
  for (const v1::StatementScore& each : summary.statement_scores())
    to.statement_scores[each.statement()] = each.score();
  to.facets = each_from_wire(summary.facets());
  return to;
}

}  // namespace

v1::HistoryRequest history_request(const std::string& council) {
  v1::HistoryRequest to;
  to.set_council(require_utf8(council, "the council"));
  return to;
}

v1::CompareRequest compare_request(const std::vector<std::string>& councils) {
  v1::CompareRequest to;
  for (const std::string& council : councils) to.add_councils(require_utf8(council, "a council"));
  return to;
}

History from_wire(const v1::HistoryReply& reply) {
  History to{reply.council(), reply.label(), {}, reply.revision()};
  for (const v1::RatingEvent& event : reply.events()) to.events.push_back(from_wire(event));
  return to;
}

Comparison from_wire(const v1::CompareReply& reply) {
  Comparison to{{}, reply.revision()};
  for (const v1::CouncilSummary& council : reply.councils()) to.councils.push_back(from_wire(council));
  return to;
}

}  // namespace assay::client
