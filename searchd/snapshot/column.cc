#include "searchd/snapshot/column.h"

#include <algorithm>
#include <numeric>

#include "indexer/schema/fields.h"

namespace assay::snapshot {

Column::Column(const Xapian::Database& database, Xapian::valueno slot, const Roaring& documents,
               Xapian::docid last, const Column* before)
    : codes_(std::size_t{last} + 1) {
  Xapian::docid first_new = 1;
  if (before != nullptr) {
    first_new = static_cast<Xapian::docid>(std::max<std::size_t>(before->codes_.size(), 1));
    for (auto known = documents.begin(); known != documents.end() && *known < first_new; ++known)
      codes_[*known] = before->codes_[*known];
    values_ = before->values_;
    ordinals_ = before->ordinals_;
    begins_ = before->begins_;
    ordinal_limit_ = before->ordinal_limit_;
    known_ = before->known_;
  } else {
    begins_.push_back(0);
    code_of({}, false);
  }
  const bool is_set = slot >= schema::kFirstFacetSlot;
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  if (value == end) return;
  for (value.skip_to(first_new); value != end; ++value)
    if (value.get_docid() <= last) codes_[value.get_docid()] = code_of(*value, is_set);
}

Column::Code Column::code_of(std::string value, bool is_set) {
  const auto [known, is_new] = known_.try_emplace(std::move(value), static_cast<Code>(values_.size()));
  if (!is_new) return known->second;
  values_.push_back(known->first);
  if (is_set)
    for (const schema::Ordinal ordinal : schema::ordinals(known->first)) {
      ordinals_.push_back(ordinal);
      ordinal_limit_ = std::max<std::size_t>(ordinal_limit_, ordinal + 1u);
    }
  begins_.push_back(static_cast<std::uint32_t>(ordinals_.size()));
  return known->second;
}

std::span<const std::uint32_t> Column::places() const {
  std::call_once(sorted_, [&] {
    std::vector<Code> order(values_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](Code a, Code b) { return values_[a] < values_[b]; });
    places_.resize(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) places_[order[place]] = place;
  });
  return places_;
}

}  // namespace assay::snapshot
