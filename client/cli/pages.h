// The hits of a search, one answer of the daemon after another.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// Who takes the hits. `begin` comes first, with the first answer less its hits and with the number of hits
// that follow unless articles are deleted meanwhile: `limit`, or as many as match.
struct HitTaker {
  std::function<void(const SearchReply& first, std::uint64_t wanted)> begin;
  std::function<void(const std::vector<Hit>& hits)> take;
};

// Hands over `limit` hits in all. More than an answer holds come as a stream, of the list as it was. That
// begins at the first hit, so behind an offset they are fetched by further offsets; a note then tells of an
// index that changed in between. No hits are kept. Gives the first answer, less its hits, with the notes of
// all. Throws Error.
SearchReply fetch_hits(Client& client, const SearchRequest& request, std::uint64_t limit,
                       const HitTaker& taker);

}  // namespace assay::cli
