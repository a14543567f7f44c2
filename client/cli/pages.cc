#include "client/cli/pages.h"

#include <algorithm>
#include <utility>

namespace assay::cli {
namespace {

// Counts the hits on their way.
class Pages {
 public:
  Pages(Client& client, SearchRequest request, std::uint64_t limit, const HitTaker& taker)
      : client_(client), request_(std::move(request)), wanted_(limit), taker_(taker) {
    request_.limit = page_size();
  }

  SearchReply fetch() {
    if (request_.offset == 0 && wanted_ > client_.max_hits()) {
      client_.stream(request_, [this](SearchReply&& part) { return take(std::move(part)); });
    } else {
      take(client_.search(request_));
      while (taken_ < wanted_ && take_further()) continue;
    }
    return std::move(first_);
  }

 private:
  std::uint32_t page_size() const {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted_ - taken_, client_.max_hits()));
  }

  // False when all are had.
  bool take(SearchReply&& page) {
    std::vector<Hit> hits = std::move(page.hits);
    if (!std::exchange(begun_, true)) begin(std::move(page));
    hits.resize(std::min<std::uint64_t>(hits.size(), wanted_ - taken_));
    taken_ += hits.size();
    if (!hits.empty()) taker_.take(hits);
    return taken_ < wanted_;
  }

  void begin(SearchReply&& first) {
    first_ = std::move(first);
    const std::uint64_t reachable = first_.total > request_.offset ? first_.total - request_.offset : 0;
    wanted_ = std::min(wanted_, reachable);
    taker_.begin(first_, wanted_);
  }

  // False when there are none any more.
  bool take_further() {
    SearchRequest request = request_;
    request.offset += static_cast<std::uint32_t>(taken_);
    request.limit = page_size();
    request.facets.clear();
    SearchReply page = client_.search(request);
    if (page.revision != std::exchange(first_.revision, page.revision))
      first_.notes.push_back({"the index changed while the hits were fetched: some may be missing or twice"});
    const bool any = !page.hits.empty();
    take(std::move(page));
    return any;
  }

  Client& client_;
  SearchRequest request_;
  SearchReply first_;
  std::uint64_t wanted_, taken_ = 0;
  bool begun_ = false;
  const HitTaker& taker_;
};

}  // namespace

SearchReply fetch_hits(Client& client, const SearchRequest& request, std::uint64_t limit,
                       const HitTaker& taker) {
  return Pages(client, request, limit, taker).fetch();
}

}  // namespace assay::cli
