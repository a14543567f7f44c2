// The values of one slot of every document, each distinct value kept once.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <roaring/roaring.hh>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/terms.h"
#include "searchd/snapshot/by_document.h"

namespace assay::snapshot {

// Immutable and thread-safe.
class Column {
 public:
  // A distinct value's number in this column; 0: the document has none.
  using Code = std::uint32_t;

  // Of `documents`, all that the database has up to id `last`; reads those behind what `before` has (null:
  // all). Throws Xapian::Error.
  Column(const Xapian::Database& database, Xapian::valueno slot, const Roaring& documents, Xapian::docid last,
         const Column* before);

  Code code(Xapian::docid document) const { return document < codes_.size() ? codes_[document] : 0; }
  // By document id.
  std::span<const Code> codes() const { return codes_.all(); }
  // How many codes there are, that of no value included.
  std::size_t size() const { return values_.size(); }
  const std::string& value(Code code) const { return values_[code]; }
  // Of a facet's slot: the values of the set, and how many values there are in all sets.
  std::span<const schema::Ordinal> ordinals(Code code) const {
    return std::span(ordinals_).subspan(begins_[code], begins_[code + 1] - begins_[code]);
  }
  std::size_t ordinal_limit() const { return ordinal_limit_; }
  // Each code's place among the values in ascending order; computed when it is first asked for.
  std::span<const std::uint32_t> places() const;

 private:
  Code code_of(std::string value, bool is_set);

  ByDocument<Code> codes_;
  std::vector<std::string> values_;
  std::vector<schema::Ordinal> ordinals_;  // of all codes, one code's behind the other's
  std::vector<std::uint32_t> begins_;      // of each code's, and the end of the last
  std::size_t ordinal_limit_ = 0;
  std::unordered_map<std::string, Code> known_;
  mutable std::once_flag sorted_;
  mutable std::vector<std::uint32_t> places_;
};

}  // namespace assay::snapshot
