#include "client/cli/pages.h"

#include <algorithm>
#include <utility>

namespace assay::cli {

Pages::Pages(Client& client, SearchRequest request, std::uint64_t limit)
    : client_(client), request_(std::move(request)), wanted_(limit) {
  if (request_.offset == 0 && limit > client.max_hits()) request_.cursor = "*";
  request_.limit = page_size();
  first_ = client.search(request_);
  const std::uint64_t reachable = first_.total > request_.offset ? first_.total - request_.offset : 0;
  wanted_ = std::min(limit, reachable);
}

std::vector<Hit> Pages::next() {
  std::vector<Hit> hits;
  if (!std::exchange(begun_, true)) {
    hits = std::move(first_.hits);
  } else if (taken_ < wanted_) {
    hits = fetch().hits;
  }
  hits.resize(std::min<std::uint64_t>(hits.size(), wanted_ - taken_));
  taken_ += hits.size();
  return hits;
}

std::uint32_t Pages::page_size() const {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted_ - taken_, client_.max_hits()));
}

SearchReply Pages::fetch() {
  if (!request_.cursor.empty()) {
    if (first_.next_cursor.empty()) return {};
    SearchReply page = client_.search({.limit = page_size(), .cursor = first_.next_cursor});
    first_.next_cursor = page.next_cursor;
    return page;
  }
  SearchRequest request = request_;
  request.offset += static_cast<std::uint32_t>(taken_);
  request.limit = page_size();
  request.facets.clear();
  SearchReply page = client_.search(request);
  if (page.revision != std::exchange(first_.revision, page.revision))
    first_.notes.push_back({"the index changed while the hits were fetched: some may be missing or twice"});
  return page;
}

}  // namespace assay::cli
