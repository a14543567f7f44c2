// Queries in classes, as a file of them holds: what a comparison of search engines asks all of them.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "searchd/engine/request.h"

namespace assay::bench {

struct Query {
  std::string id, kind;  // kind: the class that its figures are told for
  engine::SearchRequest request;
};

// Reads lines of eight columns with a tab between: id; class; AND, OR, PHRASE, PREFIX or ALL; words; a filter
// facet:value; dates YYYYMMDD..YYYYMMDD; relevance or date; 1 to count the facets rating, council and theme.
// "-" is none; lines that begin with # do not count. Words are asked for as written, without their other
// forms. Throws std::runtime_error with the line's number.
std::vector<Query> read_queries(std::istream& in);

}  // namespace assay::bench
