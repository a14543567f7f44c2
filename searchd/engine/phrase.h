// Words side by side, by their places in each document.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "searchd/query/plan.h"
#include "searchd/snapshot/snapshot.h"

namespace assay::engine {

// Used by one thread; documents come by rising id.
class Phrase {
 public:
  // Nothing where the node asks for more, or other, than one word after another anywhere in an article.
  // Throws Xapian::Error.
  static std::optional<Phrase> of(const query::PlanNode& node, snapshot::Caches& caches,
                                  const snapshot::Revision& revision);

  // Whether the document has the phrase. False of some that are in too_long().
  bool is_in(Xapian::docid document);
  // Documents of so many words that it has to be looked at these instead, in ascending order.
  const std::vector<Xapian::docid>& too_long() const { return too_long_; }

 private:
  struct Word {
    std::shared_ptr<const snapshot::WordPlaces> places;
    snapshot::WordPlaces::Cursor cursor;
    unsigned offset = 0;  // in the phrase
    std::span<const snapshot::PlaceBits> bits = {};
  };

  bool is_in_by_bits(Xapian::docid document);
  void keep_starts(Word& word, Xapian::docid document);

  bool all_dense_ = false;
  std::vector<Word> words_;  // the rarest first
  std::vector<Xapian::docid> too_long_;
  std::vector<int> starts_;  // places at which the phrase may begin
};

}  // namespace assay::engine
