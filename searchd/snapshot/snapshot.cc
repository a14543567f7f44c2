#include "searchd/snapshot/snapshot.h"

#include <algorithm>
#include <cmath>

#include "indexer/schema/fields.h"

namespace assay::snapshot {

std::shared_ptr<const Snapshot> Snapshot::read(const Xapian::Database& database, std::uint64_t number,
                                               const std::vector<Xapian::valueno>& slots,
                                               const Snapshot* before, std::size_t cache_bytes) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot);
  snapshot->number_ = number;
  snapshot->last_ = database.get_lastdocid();
  snapshot->size_ = database.get_doccount();
  snapshot->caches_ = before != nullptr ? before->caches_ : std::make_shared<Caches>(cache_bytes);
  snapshot->read_lengths(database);
  snapshot->read_ids(database, before);
  for (const Xapian::valueno slot : slots) {
    const Column* known = nullptr;
    if (before != nullptr)
      if (const auto found = before->columns_.find(slot); found != before->columns_.end())
        known = found->second.column.get();
    snapshot->columns_[slot].column =
        std::make_shared<const Column>(database, slot, snapshot->documents_, snapshot->last_, known);
  }
  snapshot->order_by_newest(before);
  snapshot->caches_->words.forget_gone(snapshot->documents_);
  return snapshot;
}

void Snapshot::read_lengths(const Xapian::Database& database) {
  std::vector<Xapian::docid> ids;
  ids.reserve(size_);
  length_norms_ = ByDocument<double>(std::size_t{last_} + 1);
  const double average = database.get_avlength();
  for (auto each = database.postlist_begin(""); each != database.postlist_end(""); ++each) {
    ids.push_back(*each);
    const Xapian::termcount length = each.get_doclength();
    if (length > 0) length_norms_[*each] = std::log2(1 + kLengthNormalisation * average / length);
  }
  documents_ = Roaring(ids.size(), ids.data());
  documents_.runOptimize();
}

void Snapshot::read_ids(const Xapian::Database& database, const Snapshot* before) {
  id_parts_ = ByDocument<Part>(std::size_t{last_} + 1);
  const auto take = [&](Xapian::docid document, std::string_view id) {
    id_parts_[document] = {static_cast<std::uint32_t>(ids_.size()), static_cast<std::uint32_t>(id.size())};
    ids_ += id;
  };
  const Xapian::docid last_known = before != nullptr ? before->last_ : 0;
  for (auto known = documents_.begin(); known != documents_.end() && *known <= last_known; ++known)
    take(*known, before->id(*known));
  const schema::Slot slot = spec(schema::Field::kId).slot;
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  if (value == end) return;
  for (value.skip_to(last_known + 1); value != end && value.get_docid() <= last_; ++value)
    take(value.get_docid(), *value);
}

// What is compared lies side by side: to look it up for each comparison took most of a start.
void Snapshot::order_by_newest(const Snapshot* before) {
  struct Dated {
    std::uint32_t place;  // of its date; 0: without one
    Xapian::docid document;
    std::string_view id;
  };
  const Column& dates = column(spec(schema::Field::kDate).slot);
  const std::span<const std::uint32_t> places = dates.places();
  const auto dated = [&](Xapian::docid document) {
    return Dated{places[dates.code(document)], document, id(document)};
  };
  const auto is_newer = [](const Dated& a, const Dated& b) {
    return a.place != b.place ? a.place > b.place : a.id < b.id;
  };
  std::vector<Dated> fresh;
  auto document = documents_.begin();
  if (before != nullptr) document.equalorlarger(before->last_ + 1);
  for (; document != documents_.end(); ++document) fresh.push_back(dated(*document));
  std::sort(fresh.begin(), fresh.end(), is_newer);

  by_newest_.reserve(size_);
  auto next = fresh.begin();
  if (before != nullptr)
    for (const Xapian::docid known : before->by_newest_) {
      if (!documents_.contains(known)) continue;
      for (; next != fresh.end() && is_newer(*next, dated(known)); ++next)
        by_newest_.push_back(next->document);
      by_newest_.push_back(known);
    }
  for (; next != fresh.end(); ++next) by_newest_.push_back(next->document);
  newest_places_ = ByDocument<std::uint32_t>(std::size_t{last_} + 1);
  for (std::uint32_t place = 0; place < by_newest_.size(); ++place) newest_places_[by_newest_[place]] = place;
}

std::span<const std::uint32_t> Snapshot::code_counts(Xapian::valueno slot) const {
  const Counted& counted = columns_.at(slot);
  std::call_once(counted.is_counted, [&] {
    counted.counts.resize(counted.column->size());
    for (const Xapian::docid document : by_newest_) ++counted.counts[counted.column->code(document)];
  });
  return counted.counts;
}

std::string_view Snapshot::id(Xapian::docid document) const {
  const Part& part = id_parts_[document];
  return std::string_view(ids_).substr(part.begin, part.size);
}

}  // namespace assay::snapshot
