// Text in the language of man(7).
#pragma once

#include <string>
#include <string_view>

namespace assay::usage {

// `text` (UTF-8) so that it is shown as it stands, in the running text of a page: what looks like code, such
// as --flags, can be copied from there.
std::string roff(std::string_view text);

// The same as lines of a page, which break where sentences end and before they get long.
std::string roff_lines(std::string_view text);

// `text` where all of it is code.
std::string roff_code(std::string_view text);

// Paragraphs with empty lines between; lines that are indented by two spaces are code, line by line.
std::string roff_paragraphs(std::string_view text);

}  // namespace assay::usage
