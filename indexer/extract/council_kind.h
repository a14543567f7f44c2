// Kinds of councils, by which a text speaks of one without its name.
#pragma once

#include <map>
#include <string_view>

#include "indexer/extract/document.h"

namespace assay::extract {

// Each of city, county and borough that the text says "the ... council" of, and how often.
std::map<std::string_view, int> kinds_told(const Document& document);

// Whether a council's name is that of such a kind: "Leicester City Council".
bool is_of_kind(std::string_view name, std::string_view kind);

}  // namespace assay::extract
