// The words of articles in order, as phrases are checked against them, read from the index once.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <roaring/roaring.hh>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/snapshot/word_block.h"

namespace assay::snapshot {

// Thread-safe. A document's words never change, and ids are not used again, so whatever was read stays true.
class WordStore {
 public:
  // What is over `most_bytes` is read from the index each time.
  explicit WordStore(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // Makes room: forgets blocks most of whose documents are not among these any more.
  void forget_gone(const Roaring& living);

  // Reads the blocks that are not there yet, while there is room and `go_on` says so. False: it did not, and
  // there are more. Throws Xapian::Error.
  bool read_ahead(const Revision& revision, const std::function<bool()>& go_on);

  // Reads documents by rising id. Used by one thread; keeps what it gives alive until it is asked for another
  // document.
  class Cursor {
   public:
    // The revision's database must outlive it.
    Cursor(WordStore& store, const Revision& revision);
    // schema::WordSequence's bytes; empty: the document has none. Throws Xapian::Error.
    std::string_view words(Xapian::docid document);
    // The one that the document is in; null where there is no room for it. Throws Xapian::Error.
    const WordBlock* block(Xapian::docid document);

   private:
    std::string_view from_index(Xapian::docid document);

    WordStore& store_;
    const Revision revision_;
    std::shared_ptr<const WordBlock> block_;
    Xapian::ValueIterator value_, end_;
    bool reads_index_ = false;
    std::string bytes_;
  };

 private:
  std::shared_ptr<const WordBlock> block(std::size_t number, const Revision& revision);

  const std::size_t most_bytes_;
  std::mutex mutex_;  // guards all below
  std::vector<std::shared_ptr<const WordBlock>> blocks_;
  std::size_t bytes_ = 0;
};

}  // namespace assay::snapshot
