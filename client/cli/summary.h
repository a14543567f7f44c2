// The line that answers for people begin with.
#pragma once

#include <string>
#include <string_view>

#include "client/assay.h"

namespace assay::cli {

// "12 articles (0.8 ms)\n"; `which`, if any, stands before the time: "12 articles, 1 to 10 shown (0.8 ms)\n".
std::string summary(const SearchReply& reply, std::string_view which = {});

}  // namespace assay::cli
