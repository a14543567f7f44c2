// The pieces that the JSON formats are made of; docs/scripting.md describes them.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// Of every JSON document. It grows when a field changes its meaning or goes, not when one is added.
inline constexpr int kJsonFormatVersion = 1;

boost::json::value or_null(const std::string& text);  // null when empty
boost::json::value or_null(std::uint32_t score);      // null when 0
boost::json::array strings_json(const std::vector<std::string>& strings);
boost::json::array parents_json(const std::vector<FacetParent>& parents);
boost::json::object facet_json(const FacetCounts& facet);
boost::json::array facets_json(const std::vector<FacetCounts>& facets);
boost::json::object scores_json(const std::map<std::string, std::uint32_t>& scores);
// What totals and counts are of.
std::string_view counts_json(bool counts_groups);
boost::json::array notes_json(const std::vector<Note>& notes);

// A document that ends with a newline.
std::string document(const boost::json::object& object);

// A document with "hits", each on a line of its own, written as they come: the opening with the fields before
// them, the hits, the closing with the fields behind them.
std::string open_hits(const boost::json::object& before);
std::string hit_line(const boost::json::object& hit, std::uint64_t number);  // number: from 0
std::string close_hits(const boost::json::object& behind);

}  // namespace assay::cli
