#include "client/convert.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <string_view>

namespace assay::client {
namespace {

void require_utf8(std::string_view text, const std::string& what) {
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), INT32_MAX));
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    if (character >= 0) continue;
    Error error(ErrorKind::kInvalid, what + " is not valid UTF-8");
    error.offset = static_cast<std::uint32_t>(begin);
    error.length = 1;
    throw error;
  }
}

v1::Sort to_wire(Sort sort) {
  switch (sort) {
    case Sort::kDateAscending:
      return v1::SORT_DATE_ASCENDING;
    case Sort::kDateDescending:
      return v1::SORT_DATE_DESCENDING;
    case Sort::kRelevance:
      break;
  }
  return v1::SORT_RELEVANCE;
}

std::vector<std::string> strings(const google::protobuf::RepeatedPtrField<std::string>& from) {
  return {from.begin(), from.end()};
}

std::vector<FacetValues> facet_values(const google::protobuf::RepeatedPtrField<v1::FacetValues>& from) {
  std::vector<FacetValues> to;
  for (const v1::FacetValues& facet : from) {
    to.push_back({facet.facet(), strings(facet.ids()), strings(facet.labels())});
    to.back().labels.resize(to.back().ids.size());
  }
  return to;
}

bool between_characters(const std::string& text, std::uint32_t at) {
  return at == text.size() || !U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]));
}

// A daemon's mark that breaks the contract of Snippet is left out.
Snippet snippet(const v1::Snippet& from) {
  Snippet to{from.text(), {}, from.cut_before(), from.cut_after()};
  std::uint32_t free_from = 0;
  for (const v1::Mark& mark : from.marks()) {
    if (mark.begin() < free_from || mark.begin() >= mark.end() || mark.end() > to.text.size()) continue;
    if (!between_characters(to.text, mark.begin()) || !between_characters(to.text, mark.end())) continue;
    to.marks.emplace_back(mark.begin(), mark.end());
    free_from = mark.end();
  }
  return to;
}

Hit hit(const v1::Hit& from) {
  Hit to;
  to.id = from.id();
  to.title = from.title();
  to.date = from.date();
  to.url = from.url();
  to.publisher = from.publisher();
  to.facets = facet_values(from.facets());
  to.score = from.score();
  to.snippet = snippet(from.snippet());
  to.rating_status = from.rating_status();
  to.overall_score = from.overall_score();
  to.group = from.group();
  to.copies = std::max<std::uint32_t>(1, from.copies());
  return to;
}

FacetCounts facet_counts(const v1::FacetCounts& from) {
  FacetCounts to{from.facet(), from.label(), {}};
  for (const v1::FacetCount& value : from.values())
    to.values.push_back({value.value(), value.label(), value.count(), value.selected()});
  return to;
}

ErrorKind kind(v1::Code code) {
  switch (code) {
    case v1::CODE_INVALID_ARGUMENT:
      return ErrorKind::kInvalid;
    case v1::CODE_DEADLINE_EXCEEDED:
      return ErrorKind::kDeadline;
    case v1::CODE_NOT_FOUND:
      return ErrorKind::kNotFound;
    case v1::CODE_RESOURCE_EXHAUSTED:
      return ErrorKind::kInvalid;  // a limit of the request's own; a busy daemon sends retry_info as well
    default:
      return ErrorKind::kServer;
  }
}

}  // namespace

v1::SearchRequest to_wire(const SearchRequest& request) {
  require_utf8(request.query, "the query");
  v1::SearchRequest to;
  to.set_query(request.query);
  for (const FacetFilter& filter : request.filters) {
    v1::FacetFilter& added = *to.add_filters();
    require_utf8(filter.facet, "the name of a facet");
    added.set_facet(filter.facet);
    for (const std::string& value : filter.values) {
      require_utf8(value, "a value of " + filter.facet);
      added.add_values(value);
    }
  }
  require_utf8(request.since, "the first date");
  to.set_since(request.since);
  require_utf8(request.until, "the last date");
  to.set_until(request.until);
  to.set_sort(to_wire(request.sort));
  to.set_offset(request.offset);
  to.set_limit(request.limit);
  to.set_feedback(request.feedback);
  for (const std::string& facet : request.facets) {
    require_utf8(facet, "the name of a facet");
    to.add_facets(facet);
  }
  return to;
}

v1::GetRequest to_wire(const std::string& id) {
  require_utf8(id, "the id");
  v1::GetRequest to;
  to.set_id(id);
  return to;
}

SearchReply from_wire(const v1::SearchReply& reply) {
  SearchReply to;
  to.total = reply.total();
  for (const v1::Hit& each : reply.hits()) to.hits.push_back(hit(each));
  for (const v1::FacetCounts& each : reply.facets()) to.facets.push_back(facet_counts(each));
  to.canonical_query = reply.canonical_query();
  for (const v1::Note& each : reply.notes()) to.notes.push_back({each.text(), each.offset(), each.length()});
  to.revision = reply.revision();
  to.elapsed = std::chrono::microseconds(reply.elapsed_us());
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
  to.facets = facet_values(article.facets());
  for (const v1::Evidence& each : article.evidence())
    to.evidence.push_back({each.facet(), each.value(), each.text()});
  to.language = article.language();
  to.rating_status = article.rating_status();
  to.overall_score = article.overall_score();
  for (const v1::StatementScore& each : article.statement_scores())
    to.statement_scores[each.statement()] = each.score();
  for (const v1::CouncilRating& each : article.council_ratings())
    to.council_ratings[each.council()] = each.rating();
  to.copies.assign(article.copies().begin(), article.copies().end());
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
  return to;
}

Error from_wire(const v1::Status& status) {
  Error error(kind(status.code()),
              status.message().empty() ? v1::Code_Name(status.code()) : status.message());
  for (const v1::Detail& detail : status.details()) {
    if (detail.has_bad_query()) {
      error.offset = detail.bad_query().offset();
      error.length = detail.bad_query().length();
    }
    if (detail.has_retry_info()) {
      error.kind = ErrorKind::kOverloaded;
      error.retry_after = std::chrono::milliseconds(detail.retry_info().retry_after_ms());
    }
  }
  return error;
}

}  // namespace assay::client
