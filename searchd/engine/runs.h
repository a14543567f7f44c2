// Whether words, or runs of words, stand side by side or near each other in an article: phrases, NEAR and
// ADJ.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/word_sequence.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

using Positions = std::vector<Xapian::termpos>;  // sorted

// Whether the runs can be placed apart from each other within `window` words, in the order given or in any.
// `starts[i]` are the positions where run i begins, `lengths[i]` its words. Many phrases in any order may
// take long: throws Failure when it is time to stop.
bool runs_fit(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths, unsigned window,
              bool ordered, const Stop& stop = Stop::never());

// What a node asks of the words of an article. Used by one thread.
class Runs {
 public:
  // `node` is kNear or kPhrase. `stop` must outlive it. Throws Xapian::Error, FormatError.
  Runs(const query::PlanNode& node, const Xapian::Database& database, const Stop& stop);

  // Whether an article with these words (schema::WordSequence; empty: none) has them where the node wants
  // them. Throws Failure when it is time to stop, FormatError.
  bool fit(std::string_view words);

 private:
  // One of the words at one place.
  struct Slot {
    std::vector<schema::WordId> words;  // sorted
    bool title_only = false;
  };

  static Slot slot_of(const std::vector<std::string>& terms, const Xapian::Database& database);
  static void find_places(const schema::WordSequence& words, const Slot& slot, Positions& places);

  std::vector<std::size_t> lengths_;  // of the runs
  const unsigned window_;
  const bool ordered_;
  const Stop& stop_;
  unsigned looks_ = 0;
  std::vector<Slot> slots_;
  std::vector<schema::WordId> phrase_;  // where the node is one word after the other and no more, else empty
  std::vector<Positions> starts_;       // of the runs in the article at hand
  Positions next_;
};

}  // namespace assay::engine
