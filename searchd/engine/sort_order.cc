#include "searchd/engine/sort_order.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

using schema::Field;

constexpr char kPresent = '\0', kAbsent = '\1';

// Every value's place in the facet's order; none for the value that stands for having none.
std::vector<std::string> places(const schema::Facet& facet) {
  std::vector<std::size_t> order(facet.values().size());
  std::iota(order.begin(), order.end(), 0);
  if (!facet.ordered)
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return facet.values()[a].label < facet.values()[b].label;
    });
  std::vector<std::string> places(order.size());
  for (std::size_t place = 0; place < order.size(); ++place)
    if (facet.values()[order[place]].id != facet.default_value)
      places[order[place]] = schema::ordinals_value({static_cast<schema::Ordinal>(place)});
  return places;
}

std::string reversed(std::string key) {
  for (char& c : key) c = static_cast<char>(~c);
  return key;
}

struct Component {
  schema::Slot slot = schema::kNoSlot;
  bool descending = false;
  std::vector<std::string> places;  // of a facet's values; empty: the slot's value is the key

  // Of equal length for all that have any, so that keys can stand one behind the other.
  std::string key(std::string value) const {
    if (!places.empty()) value = place_of(value);
    if (value.empty()) return {kAbsent};
    return kPresent + (descending ? reversed(std::move(value)) : value);
  }

 private:
  std::string place_of(const std::string& ordinals) const {
    std::string best;
    for (const schema::Ordinal ordinal : schema::ordinals(ordinals)) {
      if (ordinal >= places.size() || places[ordinal].empty()) continue;
      if (best.empty() || (places[ordinal] < best) != descending) best = places[ordinal];
    }
    return best;
  }
};

// The ranks of a column's codes where the key is the value as it is.
std::vector<std::uint32_t> ranks_by_value(const snapshot::Column& column, bool descending) {
  const std::span<const std::uint32_t> places = column.places();
  const auto last = static_cast<std::uint32_t>(places.size());
  std::vector<std::uint32_t> ranks(places.begin(), places.end());
  if (descending)
    for (std::uint32_t& rank : ranks) rank = last - rank;
  ranks[0] = last;
  return ranks;
}

std::vector<std::uint32_t> ranks_by_key(const snapshot::Column& column, const Component& component) {
  std::map<std::string, std::vector<std::uint32_t>> codes;
  for (std::uint32_t code = 0; code < column.size(); ++code)
    codes[component.key(column.value(code))].push_back(code);
  std::vector<std::uint32_t> ranks(column.size());
  std::uint32_t rank = 0;
  for (const auto& [key, of_key] : codes) {
    for (const std::uint32_t code : of_key) ranks[code] = rank;
    ++rank;
  }
  return ranks;
}

Component component(const SortKey& key, const schema::Schema& schema) {
  if (key.field == "date") return {spec(Field::kDate).slot, key.descending, {}};
  if (key.field == "score") return {spec(Field::kScore).slot, key.descending, {}};
  if (const schema::Facet* facet = schema.find(key.field))
    return {facet->slot, key.descending, places(*facet)};
  std::string known = "relevance, date, score";
  for (const schema::Facet& facet : schema.facets) known += ", " + facet.name;
  throw Failure(FailureKind::kInvalid, "hits cannot be sorted by '" + key.field + "'; they can by " + known);
}

}  // namespace

class SortOrder::Keys : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string key;
    for (const Component& component : components) key += component.key(document.get_value(component.slot));
    return key + document.get_value(spec(Field::kId).slot);
  }
  std::vector<Component> components;
};

SortOrder::SortOrder(const std::vector<SortKey>& keys, const schema::Schema& schema)
    : keys_(std::make_unique<Keys>()) {
  if (keys.size() > kMaxSortKeys)
    throw Failure(FailureKind::kInvalid,
                  "hits are sorted by at most " + std::to_string(kMaxSortKeys) + " keys");
  by_relevance_ = keys.empty() || keys.front().field == "relevance";
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].field != "relevance")
      keys_->components.push_back(component(keys[i], schema));
    else if (i > 0)
      throw Failure(FailureKind::kInvalid,
                    "relevance tells almost all hits apart: it can only be the first key");
  }
  keys_->components.push_back({spec(Field::kDate).slot, true, {}});
}

SortOrder::~SortOrder() = default;

bool SortOrder::is_newest_first() const {
  return std::all_of(keys_->components.begin(), keys_->components.end(), [](const Component& component) {
    return component.slot == spec(Field::kDate).slot && component.descending;
  });
}

void SortOrder::apply(Xapian::Enquire& enquire) const {
  if (by_relevance_)
    enquire.set_sort_by_relevance_then_key(keys_.get(), false);
  else
    enquire.set_sort_by_key(keys_.get(), false);
}

std::vector<KeyColumn> SortOrder::key_columns(const snapshot::Snapshot& snapshot) const {
  std::vector<KeyColumn> columns;
  for (const Component& component : keys_->components) {
    const snapshot::Column& column = snapshot.column(component.slot);
    columns.push_back({&column, component.places.empty() ? ranks_by_value(column, component.descending)
                                                         : ranks_by_key(column, component)});
  }
  return columns;
}

}  // namespace assay::engine
