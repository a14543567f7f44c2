// The lines that answers for people begin with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "client/assay.h"

namespace assay::cli {

// "No articles", "1 article", "12 articles"; "12 articles or groups of copies" where groups were counted.
std::string total_text(std::uint64_t total, bool counts_groups);

// "12 articles (0.8 ms)\n"; `which`, if any, stands before the time: "12 articles, 1 to 10 shown (0.8 ms)\n".
// The suggestion, if any, has a line of its own below.
std::string summary(const SearchReply& reply, std::string_view which = {});

}  // namespace assay::cli
