// Pieces that several messages of the wire hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "assay/v1/envelope.pb.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"

namespace assay::searchd {

inline std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

using WireFilters = google::protobuf::RepeatedPtrField<v1::FacetFilter>;
std::vector<query::RequestFilter> filters(const WireFilters& wire);

// What an answer holds most of is moved into it.
void fill(engine::Snippet snippet, v1::Snippet& out);
void fill(engine::FacetCount count, v1::FacetCount& out);
void fill(engine::FacetValues values, v1::FacetValues& out);
void fill(engine::FacetCounts counts, v1::FacetCounts& out);
void fill(engine::Hit hit, v1::Hit& out);
void fill(const query::Note& note, v1::Note& out);

// Every element of `from` behind those of a repeated field.
template <typename From, typename Field>
void add_all(std::vector<From> from, Field& field) {
  field.Reserve(field.size() + static_cast<int>(from.size()));
  for (From& each : from) fill(std::move(each), *field.Add());
}

// Instead of what the repeated field holds.
template <typename Strings>
void assign(std::vector<std::string> from, Strings& field) {
  field.Assign(std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace assay::searchd
