#include "client/cli/count_format.h"

#include "client/cli/json.h"

namespace assay::cli {
namespace {

std::string print_text(const SearchReply& reply, const View&) { return std::to_string(reply.total) + '\n'; }

std::string print_json(const SearchReply& reply, const View&) {
  return document({{"format_version", kJsonFormatVersion},
                   {"query", reply.canonical_query},
                   {"total", reply.total},
                   {"counts", counts_json(reply.counts_groups)},
                   {"suggestion", or_null(reply.suggestion)},
                   {"notes", notes_json(reply.notes)},
                   {"revision", reply.revision}});
}

}  // namespace

const Format<SearchReply> kCountText = {.name = "text", .print = print_text};
const Format<SearchReply> kCountJson = {.name = "json", .print = print_json, .shows = Remarks::kAll};

}  // namespace assay::cli
