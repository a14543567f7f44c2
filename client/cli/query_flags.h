// QUERY and the filters beside it: what search, count and facets have in common.
#pragma once

#include <string>
#include <vector>

#include "client/assay.h"
#include "client/cli/session.h"

namespace assay::cli {

struct QueryFlags {
  std::vector<std::string> ratings, councils, themes;
  std::string since, until;
};

void add_query_flags(CLI::App& app, QueryFlags& flags);

// The request for the words, joined by spaces, and the flags; it asks for no hits and no facets yet.
// The session learns the query.
SearchRequest make_request(const QueryFlags& flags, const std::vector<std::string>& words, Session& session);

// Writes each note as a line to standard error.
void print_notes(const std::vector<Note>& notes);

}  // namespace assay::cli
