// The hits of a search, one answer of the daemon after another.
#pragma once

#include <cstdint>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// More hits than an answer holds are fetched by a cursor, which stays with the list as it was. It begins at
// the first hit, so behind an offset they are fetched by further offsets; a note then tells of an index that
// changed in between. No hits are kept.
class Pages {
 public:
  // Asks for the first page of `limit` hits in all. Throws Error, as does next. `client` must outlive this.
  Pages(Client& client, SearchRequest request, std::uint64_t limit);

  // The first page's reply, less the hits that next has given; it gains the notes of later pages.
  const SearchReply& first() const { return first_; }
  // How many hits next gives in all, unless articles are deleted meanwhile: `limit`, or as many as match.
  std::uint64_t wanted() const { return wanted_; }

  // The next hits; empty at the end.
  std::vector<Hit> next();

 private:
  std::uint32_t page_size() const;
  SearchReply fetch();

  Client& client_;
  SearchRequest request_;
  SearchReply first_;
  std::uint64_t wanted_ = 0, taken_ = 0;
  bool begun_ = false;
};

}  // namespace assay::cli
