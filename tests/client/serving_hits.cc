#include "tests/client/serving_hits.h"

#include <map>
#include <memory>
#include <utility>

namespace assay::tests {
namespace {

class Hits {
 public:
  explicit Hits(Page page) : page_(std::move(page)) {}

  std::string answer(const v1::Envelope& request) {
    if (request.has_credit()) return parts(request.credit().id(), request.credit().parts());
    if (request.has_cancel()) return cancelled(request.cancel().id());
    if (request.has_search()) return framed(request.id(), page_(request.search()), false);
    v1::SearchRequest first = request.stream().search();
    if (first.cursor().empty()) first.set_cursor("*");
    streams_[request.id()] = first;
    return parts(request.id(), std::max(1U, request.stream().credit()));
  }

 private:
  static std::string framed(std::uint64_t id, v1::SearchReply reply, bool more) {
    v1::Envelope envelope;
    envelope.set_id(id);
    envelope.set_more(more);
    *envelope.mutable_search_reply() = std::move(reply);
    return frame(envelope);
  }

  std::string parts(std::uint64_t id, std::uint32_t count) {
    std::string frames;
    for (; count > 0 && streams_.contains(id); --count) {
      v1::SearchRequest& next = streams_[id];
      const v1::SearchReply reply = page_(next);
      const bool more = !reply.next_cursor().empty();
      frames += framed(id, reply, more);
      next.set_cursor(reply.next_cursor());
      if (!more) streams_.erase(id);
    }
    return frames;
  }

  std::string cancelled(std::uint64_t id) {
    if (streams_.erase(id) == 0) return {};
    v1::Envelope envelope;
    envelope.set_id(id);
    envelope.mutable_status()->set_code(v1::CODE_CANCELLED);
    return frame(envelope);
  }

  Page page_;
  std::map<std::uint64_t, v1::SearchRequest> streams_;  // by id: what the next part answers
};

}  // namespace

Script serving_hits(Page page) {
  const auto hits = std::make_shared<Hits>(std::move(page));
  return [hits](const v1::Envelope& request) { return Reaction{hits->answer(request)}; };
}

}  // namespace assay::tests
