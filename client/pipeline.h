// Many requests under way at once.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <vector>

#include "client/caller.h"

namespace assay::client {

// The outcomes of searches, in any order of their answers. Used once. Not thread-safe.
class Pipeline {
 public:
  Pipeline(Caller& caller, const std::vector<SearchRequest>& requests);
  std::vector<SearchOutcome> run();

 private:
  struct Asked {
    std::size_t request;  // its place
    Clock::time_point until;
  };

  void fill();
  // Takes one answer, or finds that one will not come. Throws the Error of a connection that broke.
  void take();
  void settle(std::size_t request, const v1::Envelope& answer);
  // What was refused for the time being, or lost with its connection, is asked again or has failed for good.
  void ask_again(const Error& error);

  Caller& caller_;
  std::vector<v1::Envelope> requests_;
  std::vector<SearchOutcome> outcomes_;
  std::deque<std::size_t> todo_;
  std::map<std::uint64_t, Asked> asked_;  // by id, and so by the end of patience as well
  std::vector<std::size_t> put_off_;      // each has its error as its outcome so far
  Backoff backoff_;
};

}  // namespace assay::client
