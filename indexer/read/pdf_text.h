// The lines of pages set for paper -> paragraphs.
#pragma once

#include <string>
#include <vector>

namespace assay::read {

// Joins what the setting tore: a line per paragraph, words divided at line ends made whole, page numbers
// left out. A page's text has a line per line of the paper.
std::string join_pages(const std::vector<std::string>& pages);

}  // namespace assay::read
