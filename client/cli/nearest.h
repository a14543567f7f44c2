// Names that somebody may have meant.
#pragma once

#include <span>
#include <string_view>

namespace assay::cli {

// The one of `known` with the fewest letters to insert, leave out, change or swap with their neighbours,
// whatever their case; empty when none is near: more than a third of the written letters, at least one, would
// change.
std::string_view nearest(std::string_view written, std::span<const std::string_view> known);

}  // namespace assay::cli
