// The pieces that the JSON formats are made of; docs/scripting.md describes them.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// Of every JSON document. It grows when a field changes its meaning or goes, not when one is added.
inline constexpr int kJsonFormatVersion = 1;

boost::json::value or_null(const std::string& text);  // null when empty
boost::json::array strings_json(const std::vector<std::string>& strings);
boost::json::object hit_json(const Hit& hit);
boost::json::array facets_json(const std::vector<FacetCounts>& facets);
boost::json::array notes_json(const std::vector<Note>& notes);

}  // namespace assay::cli
