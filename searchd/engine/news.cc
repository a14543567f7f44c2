#include "searchd/engine/news.h"

#include <fmt/format.h>

#include <charconv>

#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/selection.h"

namespace assay::engine {
namespace {

// Document ids only grow, so that whatever is new lies behind the last one that was seen.
struct Seen {
  std::string uuid;  // of the database
  Xapian::docid last = 0;
};

std::string to_text(const Seen& mark) { return fmt::format("{}:{}", mark.uuid, mark.last); }

Seen parse(const std::string& text) {
  Seen mark;
  const std::size_t colon = text.rfind(':');
  const char* const end = text.data() + text.size();
  if (colon != std::string::npos) {
    mark.uuid = text.substr(0, colon);
    const auto [read, error] = std::from_chars(text.data() + colon + 1, end, mark.last);
    if (error == std::errc() && read == end) return mark;
  }
  throw Failure(FailureKind::kInvalid, "this is no mark of news");
}

// The term that a document's article goes by.
std::string key_of(const Reader& reader, Xapian::docid document) {
  static const std::string kPrefix = schema::id_term("");
  auto term = reader.database.termlist_begin(document);
  term.skip_to(kPrefix);
  return term == reader.database.termlist_end(document) ? std::string() : *term;
}

}  // namespace

News news(const Reader& reader, const SearchRequest& request, const std::string& mark, const Stop& stop) {
  const Selection selection(reader, request, stop);
  const Seen now{reader.uuid, reader.database.get_lastdocid()};
  News result;
  result.canonical_query = selection.plan().canonical;
  result.mark = to_text(now);
  result.revision = reader.revision();
  if (mark.empty()) return result;
  Seen from = parse(mark);
  result.restarted = from.uuid != now.uuid;
  if (result.restarted) from.last = 0;
  if (from.last >= now.last) return result;
  MatchOptions options;
  options.limit = request.limit;
  options.first = from.last + 1;
  const MatchResult found = selection.match(options);
  result.hits =
      hits(reader, found.page, {{selection.plan().highlights, request.snippets}, request.hit_facets}, stop);
  result.more = found.total > found.page.size();
  if (result.more)
    result.mark = to_text({now.uuid, found.page.empty() ? from.last : found.page.back().document});
  return result;
}

std::vector<std::string> keys_of_matches(const Reader& reader, const SearchRequest& request,
                                         const Stop& stop) {
  const Selection selection(reader, request, stop);
  MatchOptions options;
  options.limit = reader.database.get_doccount();
  std::vector<std::string> keys;
  for (const Found& found : selection.match(options).page) {
    check(stop);
    keys.push_back(key_of(reader, found.document));
  }
  return keys;
}

}  // namespace assay::engine
