// Which documents have a band of the MinHash. Nearly every band is one article's alone, so as terms they are
// the dearest part of an index by far: an entry each of a B-tree, somewhere else each time. Here it takes one
// miss of the processor's cache to see that a band is new.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/duplicates/shingles.h"
#include "indexer/schema/terms.h"

namespace assay::duplicates {

// Takes 150 to 300 bytes of memory for each document. Not thread-safe.
class BandIndex {
 public:
  using Hashes = std::span<const schema::BandHash, kBands>;

  void add(Hashes bands, Xapian::docid document);
  // With the bands that it was added with.
  void remove(Hashes bands, Xapian::docid document);

  // The documents that have one of these bands in the same place.
  std::set<Xapian::docid> find(Hashes bands) const;

 private:
  // Open addressing; each size is a power of two.
  class Table {
   public:
    void add(schema::BandHash band, Xapian::docid document);
    void remove(schema::BandHash band, Xapian::docid document);
    void find(schema::BandHash band, std::set<Xapian::docid>& documents) const;

   private:
    struct Entry {
      schema::BandHash band = 0;
      Xapian::docid document = 0;  // 0: free
    };
    // Calls take(entry) for each entry where one of the band may lie, until it gives false; the last is free.
    template <typename Entries, typename Take>
    static void probe(Entries& entries, schema::BandHash band, const Take& take);
    void make_room();

    std::vector<Entry> entries_;
    std::size_t taken_ = 0;  // those of documents that went included
  };
  std::array<Table, kBands> tables_;
};

}  // namespace assay::duplicates
