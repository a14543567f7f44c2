// ids: an id a line; ids0: a NUL behind each id, as xargs -0 wants them.
#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

std::string nothing(const SearchReply&, const View&) { return {}; }

template <char end>
std::string id(const Hit& hit, std::uint64_t, const View&) {
  return hit.id + end;
}

}  // namespace

const SearchFormat kSearchIds = {
    .name = "ids", .facets = false, .head = nothing, .hit = id<'\n'>, .tail = nothing, .ids_alone = true};

const SearchFormat kSearchIds0 = {
    .name = "ids0", .facets = false, .head = nothing, .hit = id<'\0'>, .tail = nothing, .ids_alone = true};

}  // namespace assay::cli
