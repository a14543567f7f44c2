// Pieces that several messages of the wire hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "assay/v1/envelope.pb.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"

namespace assay::searchd {

inline std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

using WireFilters = google::protobuf::RepeatedPtrField<v1::FacetFilter>;
std::vector<query::RequestFilter> filters(const WireFilters& wire);

void fill(const engine::FacetValues& values, v1::FacetValues& out);
void fill(const engine::FacetCounts& counts, v1::FacetCounts& out);
void fill(const engine::Hit& hit, v1::Hit& out);
void fill(const query::Note& note, v1::Note& out);

// Every element of `from` behind those of a repeated field.
template <typename From, typename Field>
void add_all(const std::vector<From>& from, Field& field) {
  for (const From& each : from) fill(each, *field.Add());
}

}  // namespace assay::searchd
