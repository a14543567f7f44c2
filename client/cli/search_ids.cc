#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

std::string nothing(const SearchReply&, const View&) { return {}; }

std::string line(const Hit& hit, std::uint64_t, const View&) { return hit.id + '\n'; }

}  // namespace

const SearchFormat kSearchIds = {
    .name = "ids", .facets = false, .head = nothing, .hit = line, .tail = nothing};

}  // namespace assay::cli
