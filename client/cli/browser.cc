#include "client/cli/browser.h"

#include <fmt/core.h>

#include <algorithm>

#include "client/cli/facets_format.h"
#include "client/cli/full_names.h"
#include "client/cli/search_format.h"
#include "client/cli/shown_facets.h"
#include "client/cli/sort_keys.h"

namespace assay::cli {
namespace {

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::kInvalid, why); }

std::string notes_text(const std::vector<Note>& notes) {
  std::string text;
  for (const Note& note : notes) text += "note: " + printable(note.text) + '\n';
  return text;
}

}  // namespace

std::string Browser::narrowed_by() const {
  std::string text;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}{}={}", text.empty() ? "" : " ", name, printable(value));
  };
  for (const FacetFilter& filter : search_.filters) {
    std::string values;
    for (const std::string& value : filter.values) values += (values.empty() ? "" : ",") + value;
    add(filter.facet, values);
  }
  add("since", search_.since);
  add("until", search_.until);
  return text;
}

std::string Browser::go(SearchRequest search, std::uint32_t offset) {
  search.offset = offset;
  search.limit = kPage;
  search.facets = {"*"};
  search.histogram = "month";
  SearchReply reply = with_full_names(client_, {&search.filters}, [&] { return client_.search(search); });
  if (offset == 0) {
    before_.push_back(std::exchange(search_, search));
    hits_.clear();
  }
  search_.offset = offset;
  View view{screen(), offset, reply.hits.size()};
  std::string text = kSearchText.head(reply, view);
  for (Hit& hit : reply.hits) {
    hits_.push_back(hit.id);
    hit.title = fmt::format("{}. {}", hits_.size(), hit.title);
    text += kSearchText.hit(hit, 0, view);
  }
  reply.facets = shown_facets(reply);
  number(reply.facets, kNamedValues);
  return text + kSearchText.tail(reply, view) + notes_text(reply.notes);
}

void Browser::number(std::vector<FacetCounts>& facets, std::size_t each) {
  numbered_.clear();
  for (FacetCounts& facet : facets)
    for (std::size_t i = 0; i < std::min(each, facet.values.size()); ++i) {
      numbered_.emplace_back(facet.facet, facet.values[i].value);
      facet.values[i].label = fmt::format("[{}] {}", numbered_.size(), facet.values[i].label);
    }
}

std::string Browser::ask(const std::string& query) {
  SearchRequest search = search_;
  search.query = query;
  return go(std::move(search));
}

std::string Browser::choose(const std::string& facet, const std::string& value) {
  if (value.empty()) return facets(facet);
  SearchRequest search = search_;
  auto filter = std::ranges::find(search.filters, facet, &FacetFilter::facet);
  if (filter == search.filters.end()) filter = search.filters.insert(filter, {facet, {}});
  filter->values.push_back(value);
  return go(std::move(search));
}

std::string Browser::date(bool since, const std::string& day) {
  SearchRequest search = search_;
  (since ? search.since : search.until) = day;
  return go(std::move(search));
}

std::string Browser::sort(const std::string& keys) {
  SearchRequest search = search_;
  search.sort = parse_sort_keys(keys.empty() ? "relevance" : keys);
  return go(std::move(search));
}

std::string Browser::drop(const std::string& what) {
  SearchRequest search = search_;
  const auto is_meant = [&](const FacetFilter& filter) { return what.empty() || filter.facet == what; };
  bool dropped = std::erase_if(search.filters, is_meant) > 0;
  for (const auto& [name, date] : {std::pair("since", &search.since), std::pair("until", &search.until)})
    if ((what.empty() || what == name) && !date->empty()) {
      date->clear();
      dropped = true;
    }
  if (!dropped) refuse(what.empty() ? "nothing is narrowed" : fmt::format("nothing is narrowed by {}", what));
  return go(std::move(search));
}

std::string Browser::back() {
  if (before_.size() < 2) refuse("there is nothing before this");
  const SearchRequest search = std::move(before_.back());
  before_.pop_back();
  std::string text = go(search);
  before_.pop_back();  // of this step
  return text;
}

std::string Browser::more() {
  if (hits_.empty()) refuse("there are no hits to go on from");
  return go(search_, static_cast<std::uint32_t>(hits_.size()));
}

std::string Browser::facets(const std::string& facet) {
  SearchRequest search = search_;
  search.limit = search.offset = 0;
  search.histogram.clear();
  search.facets = {facet.empty() ? "*" : facet};
  Names names{&search.filters, {&search.facets.front()}};
  SearchReply reply = with_full_names(client_, names, [&] { return client_.search(search); });
  for (FacetCounts& counts : reply.facets)
    std::erase_if(counts.values, [](const FacetCount& value) { return value.count == 0; });
  number(reply.facets, SIZE_MAX);
  return kFacetsText.print(reply, {screen()}) + "(:pick N narrows by a value)\n";
}

std::string Browser::pick(std::size_t number) {
  if (number == 0 || number > numbered_.size()) refuse("no value above has that number");
  const auto [facet, value] = numbered_[number - 1];
  return choose(facet, value);
}

std::string Browser::hit(std::size_t number) const {
  if (number == 0 || number > hits_.size()) refuse("no hit above has that number");
  return hits_[number - 1];
}

}  // namespace assay::cli
