#include "client/cli/full_names.h"

#include <fmt/ranges.h>
#include <strings.h>

#include <algorithm>
#include <optional>

#include "client/cli/hit_facets.h"
#include "client/cli/nearest.h"

namespace assay::cli {
namespace {

constexpr std::size_t kMaxListed = 5;

bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && ::strncasecmp(a.data(), b.data(), a.size()) == 0;
}

bool begins(std::string_view name, std::string_view beginning) {
  return is_same(name.substr(0, beginning.size()), beginning);
}

bool is_named(const FacetCount& value, std::string_view name) {
  return is_same(value.value, name) || is_same(value.label, name);
}

// What cannot be looked up leaves the refusal as it was.
template <typename Ask>
auto if_answered(const Ask& ask) -> std::optional<decltype(ask())> {
  try {
    return ask();
  } catch (const Error&) {
    return std::nullopt;
  }
}

// The values of the facet with a name in which a word begins as `written` does; those whose own name does, if
// any.
std::vector<FacetCount> candidates(Client& client, const std::string& facet, const std::string& written) {
  SearchRequest request{.limit = 0};
  request.facets = {facet};
  request.facet_prefix = written;
  const std::optional<SearchReply> reply = if_answered([&] { return client.search(request); });
  if (!reply || reply->facets.empty()) return {};
  std::vector<FacetCount> all = reply->facets.front().values, own;
  std::ranges::copy_if(all, std::back_inserter(own), [&](const FacetCount& value) {
    return begins(value.value, written) || begins(value.label, written);
  });
  return own.empty() ? all : own;
}

[[noreturn]] void refuse(const std::string& facet, const std::string& written,
                         const std::vector<FacetCount>& values) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(values.size(), kMaxListed); ++i)
    shown.push_back(fmt::format("'{}'", values[i].value));
  const std::size_t more = values.size() - shown.size();
  throw Error(ErrorKind::kInvalid,
              fmt::format("'{}' may be several values of {}: {}{}", written, facet, fmt::join(shown, ", "),
                          more > 0 ? fmt::format(" and {} more", more) : ""));
}

// True if the value has another name now.
bool complete_value(Client& client, const std::string& facet, std::string& written, const Error& refusal) {
  if (written.empty()) return false;
  const std::vector<FacetCount> values = candidates(client, facet, written);
  if (std::ranges::any_of(values, [&](const FacetCount& value) { return is_named(value, written); }))
    return false;
  const bool is_refused =
      std::string_view(refusal.what()).find('\'' + written + '\'') != std::string_view::npos;
  if (values.size() > 1 && is_refused) refuse(facet, written, values);
  if (values.size() != 1) return false;
  written = values.front().value;
  return true;
}

// True if the facet has another name now.
bool complete_facet(const std::vector<std::string_view>& known, std::string& written) {
  if (written == "*" || std::ranges::find(known, written) != known.end()) return false;
  std::vector<std::string_view> fitting;
  for (const std::string_view name : known)
    if (!written.empty() && (begins(name, written) || is_same(std::string(name) + 's', written)))
      fitting.push_back(name);
  if (fitting.size() != 1) {
    const std::string_view near = nearest(written, known);
    throw Error(
        ErrorKind::kInvalid,
        fmt::format("'{}' is no facet of this index{}; its facets are {}", written,
                    near.empty() ? "" : fmt::format("; the nearest is '{}'", near), fmt::join(known, ", ")));
  }
  written = fitting.front();
  return true;
}

bool complete_facets(const Info& info, const Names& names) {
  std::vector<std::string_view> known;
  for (const FacetInfo& facet : info.facets) known.push_back(facet.name);
  bool changed = false;
  for (std::string* facet : names.facets) changed |= complete_facet(known, *facet);
  if (names.filters != nullptr)
    for (FacetFilter& filter : *names.filters) changed |= complete_facet(known, filter.facet);
  return changed;
}

}  // namespace

bool complete(Client& client, const Names& names, const Error& refusal) {
  const bool is_about_names =
      (refusal.kind == ErrorKind::kInvalid || refusal.kind == ErrorKind::kNotFound) && refusal.length == 0;
  const bool has_filters = names.filters != nullptr && !names.filters->empty();
  if (!is_about_names || (!has_filters && names.facets.empty() && names.councils.empty())) return false;
  const std::optional<Info> info = if_answered([&] { return client.info(); });
  if (!info) return false;
  bool changed = complete_facets(*info, names);
  if (has_filters)
    for (FacetFilter& filter : *names.filters)
      for (std::string& value : filter.values)
        changed |= complete_value(client, filter.facet, value, refusal);
  for (std::string* council : names.councils)
    changed |= complete_value(client, std::string(kCouncil), *council, refusal);
  return changed;
}

}  // namespace assay::cli
