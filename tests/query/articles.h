// Articles as the words that a query sees of them; small ones made at random, and what a plan matches of
// them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/query/plan.h"
#include "tests/query/random_query.h"

namespace assay::tests {

struct Article {
  std::vector<std::string> title, text;  // their words
  std::map<std::string, std::set<std::string>> facets;
  std::string date;  // YYYYMMDD, or empty
};

// Positions between the title's last word and the text's first: more than any window is wide.
inline constexpr std::size_t kApart = 1000;

Article random_article(Random& random);

// As an engine would carry out the plan, which must be of sample_schema().
bool matches(const query::Plan& plan, const Article& article);

}  // namespace assay::tests
