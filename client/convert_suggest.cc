#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {
namespace {

std::optional<SuggestionKind> from_wire(v1::SuggestionKind kind) {
  switch (kind) {
    case v1::SUGGESTION_WORD:
      return SuggestionKind::kWord;
    case v1::SUGGESTION_VALUE:
      return SuggestionKind::kValue;
    case v1::SUGGESTION_TITLE:
      return SuggestionKind::kTitle;
    default:
      return std::nullopt;  // of a newer daemon
  }
}

Expansion from_wire(const v1::Expansion& expansion) {
  Expansion to{expansion.written(), expansion.how(), {}};
  for (const v1::TermCount& term : expansion.terms())
    to.terms.push_back({term.term(), term.articles(), term.occurrences()});
  return to;
}

}  // namespace

v1::SuggestRequest suggest_request(const std::string& text, std::uint32_t limit) {
  v1::SuggestRequest to;
  to.set_text(require_utf8(text, "the text"));
  to.set_limit(limit);
  return to;
}

v1::ExplainRequest explain_request(const SearchRequest& request) {
  v1::ExplainRequest to;
  *to.mutable_search() = to_wire(request);
  return to;
}

// A suggestion of an unknown kind is left out.
SuggestReply from_wire(const v1::SuggestReply& reply) {
  SuggestReply to{{}, reply.revision()};
  for (const v1::Suggestion& each : reply.suggestions())
    if (const auto kind = from_wire(each.kind()))
      to.suggestions.push_back({*kind, each.text(), each.facet(), each.id(), each.count()});
  return to;
}

Explanation from_wire(const v1::ExplainReply& reply) {
  Explanation to;
  to.canonical_query = reply.canonical_query();
  to.tree = reply.tree();
  to.plan = reply.plan();
  for (const v1::Expansion& each : reply.expansions()) to.expansions.push_back(from_wire(each));
  to.notes = each_from_wire(reply.notes());
  to.total = reply.total();
  to.revision = reply.revision();
  to.counts_groups = reply.counts_groups();
  return to;
}

}  // namespace assay::client
