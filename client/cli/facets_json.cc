#include "client/cli/facets_format.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

std::string print(const SearchReply& reply, const Screen&) {
  boost::json::object object;
  object["format_version"] = kJsonFormatVersion;
  object["query"] = reply.canonical_query;
  object["total"] = reply.total;
  object["facets"] = facets_json(reply.facets);
  object["notes"] = notes_json(reply.notes);
  object["revision"] = reply.revision;
  return boost::json::serialize(object) + '\n';
}

}  // namespace

const FacetsFormat kFacetsJson = {.name = "json", .carries_notes = true, .print = print};

}  // namespace assay::cli
