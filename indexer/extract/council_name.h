// How the names of councils are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::extract {

// "WNC", "CWaC": capitals throughout or nearly so, without a blank. ("B&NES" is nobody else's.)
bool is_initialism(std::string_view name);

// "Bury Council", "Royal Borough of Greenwich".
bool is_formal(std::string_view name);

// Whether what stands behind a name makes it the head of an entry: a colon, a bar, a dash.
bool opens_entry(std::string_view behind);

// The names, and those with "and" written as a sign.
std::vector<std::string> spellings(const std::vector<std::string>& names);

}  // namespace assay::extract
