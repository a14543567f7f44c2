// The scripts that make a shell ask a program what may stand at the cursor.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace assay::usage {

// bash, zsh and fish.
std::span<const std::string_view> shells();

// The script for one of `shells`; empty for another one.
std::string completion_script(std::string_view shell, std::string_view program);

}  // namespace assay::usage
