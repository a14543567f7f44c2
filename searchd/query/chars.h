// The characters that structure a query.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay::query {

enum class Char { kSpace, kQuote, kOpen, kClose, kBar, kOther };

// The character at `at`, which must be inside the text and moves behind it. White space is Unicode's, the
// curly double quotes are quotes; bytes that are not UTF-8 are kOther one by one.
Char read_char(std::string_view text, std::size_t& at);

// True where the text is free of characters that structure a query, and not empty.
bool is_bare(std::string_view text);

// Query text inside a message: in single quotes, shortened when it is long, cut between characters.
std::string quoted(std::string_view text);

}  // namespace assay::query
