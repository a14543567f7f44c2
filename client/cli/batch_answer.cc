#include "client/cli/batch_answer.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "client/cli/article_format.h"
#include "client/cli/compare_format.h"
#include "client/cli/count_format.h"
#include "client/cli/explain_format.h"
#include "client/cli/facets_format.h"
#include "client/cli/failure.h"
#include "client/cli/full_names.h"
#include "client/cli/history_format.h"
#include "client/cli/pages.h"
#include "client/cli/pivot_format.h"
#include "client/cli/search_format.h"
#include "client/cli/similar_format.h"
#include "client/cli/suggest_format.h"

namespace assay::cli {
namespace {

struct Printed {
  std::string json;
  bool found = false;
};

using Answerer = Printed (*)(Client& client, BatchRequest& request, const View& view);

template <typename Reply>
std::string json_of(std::span<const Format<Reply>* const> formats, const Reply& reply) {
  return (*std::ranges::find(formats, std::string_view("json"), &Format<Reply>::name))->print(reply, {});
}

Printed search(Client& client, BatchRequest& request, const View& view) {
  Printed printed;
  std::uint64_t written = 0;
  const HitTaker taker = {
      [&](const SearchReply& first, std::uint64_t) { printed.json = kSearchJson.head(first, view); },
      [&](const std::vector<Hit>& hits) {
        for (const Hit& hit : hits) printed.json += kSearchJson.hit(hit, written++, view);
      }};
  const SearchReply first = fetch_hits(client, request.search, request.search.limit, taker);
  return {printed.json + kSearchJson.tail(first, view), first.total > 0};
}

Printed count(Client& client, BatchRequest& request, const View&) {
  request.search.limit = 0;
  request.search.facets.clear();
  const SearchReply reply = client.search(request.search);
  return {kCountJson.print(reply, {}), reply.total > 0};
}

Printed facets(Client& client, BatchRequest& request, const View&) {
  request.search.limit = 0;
  if (request.search.facets.empty()) request.search.facets = {"*"};
  const SearchReply reply = client.search(request.search);
  return {kFacetsJson.print(reply, {}), reply.total > 0};
}

Printed pivot(Client& client, BatchRequest& request, const View&) {
  const PivotReply reply = client.pivot({request.search, request.rows, request.columns});
  return {json_of(pivot_formats(), reply), reply.total > 0};
}

Printed get(Client& client, BatchRequest& request, const View&) {
  return {kArticleJson.print(client.get(request.article), {}), true};
}

Printed similar(Client& client, BatchRequest& request, const View& view) {
  const SimilarReply reply = client.similar({request.article, request.search.limit, request.search.filters});
  const auto formats = similar_formats();
  const auto json = std::ranges::find(formats, std::string_view("json"), &Format<SimilarReply>::name);
  return {(*json)->print(reply, view), !reply.hits.empty()};
}

Printed suggest(Client& client, BatchRequest& request, const View&) {
  const SuggestReply reply = client.suggest(request.text, request.search.limit);
  return {json_of(suggest_formats(), reply), !reply.suggestions.empty()};
}

Printed history(Client& client, BatchRequest& request, const View&) {
  if (request.councils.size() != 1) throw Error(ErrorKind::kInvalid, "\"councils\": one is wanted");
  const History history = client.history(request.councils.front());
  return {json_of(history_formats(), history), !history.events.empty()};
}

Printed compare(Client& client, BatchRequest& request, const View&) {
  const Comparison comparison = client.compare(request.councils);
  return {json_of(compare_formats(), comparison),
          std::ranges::any_of(comparison.councils, [](const auto& council) { return council.articles > 0; })};
}

Printed explain(Client& client, BatchRequest& request, const View&) {
  const Explanation explanation = client.explain(request.search);
  return {json_of(explain_formats(), explanation), explanation.total > 0};
}

struct BatchVerb {
  std::string_view name;
  Answerer answer;
};

constexpr std::array kVerbs = {BatchVerb{"search", search},   BatchVerb{"count", count},
                               BatchVerb{"facets", facets},   BatchVerb{"pivot", pivot},
                               BatchVerb{"get", get},         BatchVerb{"similar", similar},
                               BatchVerb{"suggest", suggest}, BatchVerb{"history", history},
                               BatchVerb{"compare", compare}, BatchVerb{"explain", explain}};

Answerer find(const std::string& verb) {
  const auto found = std::ranges::find(kVerbs, verb, &BatchVerb::name);
  if (found == kVerbs.end())
    throw Error(ErrorKind::kInvalid, fmt::format("\"{}\" is no verb of a batch; there are {}", verb,
                                                 fmt::join(batch_verbs(), ", ")));
  return found->answer;
}

Names names_in(BatchRequest& request) {
  Names names{&request.search.filters};
  for (std::string& facet : request.search.facets) names.facets.push_back(&facet);
  if (request.verb == "pivot") names.facets.insert(names.facets.end(), {&request.rows, &request.columns});
  if (request.verb == "history" || request.verb == "compare")
    for (std::string& council : request.councils) names.councils.push_back(&council);
  return names;
}

// The members of a line. Formats put newlines between values only, since strings have theirs escaped.
std::string line(const boost::json::value& id, std::string_view name, std::string json) {
  std::erase(json, '\n');
  return fmt::format("{{\"id\":{},\"{}\":{}}}\n", boost::json::serialize(id), name, json);
}

}  // namespace

std::vector<std::string_view> batch_verbs() {
  std::vector<std::string_view> names;
  for (const BatchVerb& verb : kVerbs) names.push_back(verb.name);
  return names;
}

BatchAnswer answer(Client& client, BatchRequest request, const View& view) try {
  const Answerer ask = find(request.verb);
  const Printed printed =
      with_full_names(client, names_in(request), [&] { return ask(client, request, view); });
  return {line(request.id, "reply", printed.json), printed.found};
} catch (const Error& error) {
  return failed(request.id, error);
}

BatchAnswer failed(const boost::json::value& id, const Error& error) {
  return {line(id, "error", boost::json::serialize(error_json(error))), false, error};
}

}  // namespace assay::cli
