// QUERY and what stands beside it: what the verbs that take a query have in common.
#pragma once

#include <string>
#include <vector>

#include "client/assay.h"
#include "client/cli/session.h"

namespace assay::cli {

struct QueryFlags {
  std::vector<FacetFilter> filters;
  std::string since, until;
  bool no_synonyms = false, fold = false;

  bool is_any_set() const {
    return !filters.empty() || !since.empty() || !until.empty() || no_synonyms || fold;
  }
};

void add_query_flags(CLI::App& app, QueryFlags& flags);

// The words as one text, joined by spaces.
std::string joined(const std::vector<std::string>& words);

// The request for the words and the flags; it asks for no hits and no facets yet. The session learns the
// query.
SearchRequest make_request(const QueryFlags& flags, const std::vector<std::string>& words, Session& session);

}  // namespace assay::cli
