#include "client/pipeline.h"

#include "client/convert.h"
#include "proto/limits.h"

namespace assay::client {

Pipeline::Pipeline(Caller& caller, const std::vector<SearchRequest>& requests)
    : caller_(caller),
      requests_(requests.size()),
      outcomes_(requests.size()),
      backoff_(caller.options.retry_for) {
  for (std::size_t i = 0; i < requests.size(); ++i) try {
      *requests_[i].mutable_search() = to_wire(requests[i]);
      todo_.push_back(i);
    } catch (const Error& error) {
      outcomes_[i] = error;
    }
}

std::vector<SearchOutcome> Pipeline::run() {
  while (!todo_.empty() || !asked_.empty() || !put_off_.empty()) try {
      fill();
      if (!asked_.empty()) take();
      if (asked_.empty() && todo_.empty() && !put_off_.empty())
        ask_again(std::get<Error>(outcomes_[put_off_.back()]));
    } catch (const Error& error) {
      for (const auto& [id, lost] : asked_) {
        caller_.link.forget(id);
        todo_.push_back(lost.request);
      }
      for (const std::size_t request : todo_) outcomes_[request] = error;
      asked_.clear();
      put_off_.insert(put_off_.end(), todo_.begin(), todo_.end());
      todo_.clear();
      ask_again(error);
    }
  return std::move(outcomes_);
}

void Pipeline::fill() {
  if (todo_.empty()) return;
  if (asked_.empty()) caller_.link.open();
  const std::uint32_t announced = caller_.link.limits().max_in_flight();
  const std::size_t places = announced > 0 ? announced : proto::kMaxInFlight;
  while (!todo_.empty() && asked_.size() < places) {
    const std::size_t request = todo_.front();
    try {
      const std::uint64_t id = caller_.send(requests_[request]);
      asked_[id] = {request, caller_.end_of_patience()};
    } catch (const Error& error) {
      if (error.kind != ErrorKind::kInvalid) throw;
      outcomes_[request] = error;  // too large
    }
    todo_.pop_front();
  }
}

void Pipeline::take() {
  std::vector<std::uint64_t> ids;
  for (const auto& [id, asked] : asked_) ids.push_back(id);
  const auto oldest = asked_.begin();
  try {
    const v1::Envelope answer = caller_.link.take(ids, oldest->second.until);
    const std::size_t request = asked_.extract(answer.id()).mapped().request;
    settle(request, answer);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::kDeadline) throw;
    caller_.link.forget(oldest->first);
    outcomes_[oldest->second.request] = error;
    asked_.erase(oldest);
  }
}

void Pipeline::settle(std::size_t request, const v1::Envelope& answer) {
  try {
    caller_.require_body(answer, v1::Envelope::kSearchReply);
    outcomes_[request] = from_wire(answer.search_reply());
    backoff_.reset();
  } catch (const Error& error) {
    outcomes_[request] = error;
    if (error.retryable) put_off_.push_back(request);
  }
}

void Pipeline::ask_again(const Error& error) {
  try {
    backoff_.pause(error);
    todo_.assign(put_off_.begin(), put_off_.end());
  } catch (const Error&) {
    // Their outcomes stay.
  }
  put_off_.clear();
}

}  // namespace assay::client
