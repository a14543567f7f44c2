#include "client/cli/shell_completion.h"

#include <algorithm>

#include "client/cli/hit_facets.h"
#include "client/cli/shell_commands.h"

namespace assay::cli {
namespace {

constexpr std::uint32_t kMostWords = 20;

std::vector<std::string> facet_names(Client& client) {
  std::vector<std::string> names;
  for (const FacetInfo& facet : client.info().facets) names.push_back(facet.name);
  return names;
}

std::vector<std::string> beginning_with(std::vector<std::string> names, const std::string& word) {
  std::erase_if(names, [&](const std::string& name) { return !name.starts_with(word); });
  return names;
}

std::vector<std::string> values(Client& client, const std::string& facet, const std::string& word) {
  SearchRequest request;
  request.limit = 0;
  request.facets = {facet};
  request.facet_prefix = word;
  std::vector<std::string> ids;
  for (const FacetCounts& counts : client.search(request).facets)
    for (const FacetCount& value : counts.values) ids.push_back(value.value);
  return beginning_with(std::move(ids), word);
}

std::vector<std::string> words(Client& client, const std::string& word) {
  std::vector<std::string> names;
  for (const std::string& facet : facet_names(client)) names.push_back(facet + ':');
  names = beginning_with(std::move(names), word);
  if (word.empty()) return names;
  for (const Suggestion& each : client.suggest(word, kMostWords).suggestions)
    if (each.kind == SuggestionKind::kWord && each.text.starts_with(word)) names.push_back(each.text);
  return names;
}

// The name that the cursor stands behind: of a field ("rating:") or of a command (":rating ").
std::string name_before(const std::string& before) {
  const std::size_t end = before.find_last_not_of(before.starts_with(':') ? " :" : ":");
  if (end == std::string::npos || end + 1 == before.size()) return {};
  const std::size_t begin = before.find_last_of(" (:", end);
  return before.substr(begin + 1, end - begin);
}

}  // namespace

std::vector<std::string> completions(Client& client, const std::string& before, const std::string& word) {
  if (before == ":") {
    std::vector<std::string> names = facet_names(client);
    for (const std::string& command : command_names()) names.push_back(command.substr(1));
    return beginning_with(std::move(names), word);
  }
  const std::string name = name_before(before);
  if (name == "history" || name == "compare" || before.starts_with(":compare "))
    return values(client, std::string(kCouncil), word);
  const std::vector<std::string> facets = facet_names(client);
  if (std::ranges::find(facets, name) != facets.end()) return values(client, name, word);
  return before.starts_with(':') ? std::vector<std::string>() : words(client, word);
}

}  // namespace assay::cli
