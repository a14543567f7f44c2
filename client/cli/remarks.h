// What a reply says about its query.
#pragma once

#include <string>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// The remarks that a format shows itself.
enum class Remarks { kNone, kSuggestion, kAll };

// Writes the notes and the suggestion, if any, to standard error, less what the format shows itself.
void print_remarks(const std::vector<Note>& notes, const std::string& suggestion, Remarks shown);

}  // namespace assay::cli
