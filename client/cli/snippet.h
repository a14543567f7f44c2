// A snippet as the formats show it. "…" stands where it was cut out of the article's text.
#pragma once

#include <string>

#include "client/assay.h"
#include "client/cli/screen.h"

namespace assay::cli {

// The first of the hit's; an empty one where there is none.
const Snippet& best_snippet(const Hit& hit);

// HTML: escaped, matches in <mark>.
std::string snippet_html(const Snippet& snippet);

std::string snippet_plain(const Snippet& snippet);

// Lines for the terminal, matches painted; empty for an empty snippet.
std::string snippet_lines(const Snippet& snippet, const Screen& screen);

}  // namespace assay::cli
