// json: one document with a hit on each line; ndjson: the hits alone.
#include "client/cli/json.h"
#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

namespace json = boost::json;

std::string head(const SearchReply& first, const View&) {
  json::object object;
  object["format_version"] = kJsonFormatVersion;
  object["query"] = first.canonical_query;
  object["total"] = first.total;
  std::string text = json::serialize(object);
  text.back() = ',';
  return text + "\"hits\":[";
}

std::string hit_in_array(const Hit& hit, std::uint64_t number, const View&) {
  return (number == 0 ? "\n" : ",\n") + json::serialize(hit_json(hit));
}

std::string tail(const SearchReply& first, const View&) {
  json::object object;
  object["facets"] = facets_json(first.facets);
  object["notes"] = notes_json(first.notes);
  object["revision"] = first.revision;
  std::string text = json::serialize(object);
  text.front() = ',';
  return "]" + text + "\n";
}

std::string nothing(const SearchReply&, const View&) { return {}; }

std::string line(const Hit& hit, std::uint64_t, const View&) { return json::serialize(hit_json(hit)) + '\n'; }

}  // namespace

const SearchFormat kSearchJson = {
    .name = "json", .facets = true, .carries_notes = true, .head = head, .hit = hit_in_array, .tail = tail};

const SearchFormat kSearchNdjson = {
    .name = "ndjson", .facets = false, .carries_notes = false, .head = nothing, .hit = line, .tail = nothing};

}  // namespace assay::cli
