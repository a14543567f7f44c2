// The facets of a hit or an article that flags and formats have names for.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

inline constexpr std::string_view kRating = "rating";
inline constexpr std::string_view kCouncil = "council";
inline constexpr std::string_view kTheme = "theme";
inline constexpr std::string_view kRegion = "region";

// What dates may be counted by.
inline constexpr std::array<std::string_view, 3> kIntervals = {"month", "quarter", "year"};

// The rating's value of an article that states none; formats leave it out.
inline constexpr std::string_view kNoRating = "none";

struct Rating {
  std::string id, label;  // empty: none
};

Rating rating_of(const std::vector<FacetValues>& facets);
std::vector<std::string> labels_of(const std::vector<FacetValues>& facets, std::string_view facet);
std::vector<std::string> ids_of(const std::vector<FacetValues>& facets, std::string_view facet);

}  // namespace assay::cli
