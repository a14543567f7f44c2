// Words of English that say nothing of what a text is about.
#pragma once

#include <string>

namespace assay::engine {

// `folded_word` as the analyzer gives it.
bool is_stop_word(const std::string& folded_word);

}  // namespace assay::engine
