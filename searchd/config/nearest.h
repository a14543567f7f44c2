#pragma once

#include <span>
#include <string>
#include <string_view>

namespace assay::config {

// The one of `known` that `written` most likely stands for; empty where none is near. '-' counts as '_'.
std::string nearest(std::string_view written, std::span<const std::string> known);

}  // namespace assay::config
