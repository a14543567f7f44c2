// A few small articles, and two ways to say which of them a query matches: by its tree, straight from what
// the language promises, and by its plan, as an engine would. They must agree.
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
  std::vector<std::string> title;
  std::vector<std::string> words;  // those of the title, then the text's
  std::map<std::string, std::set<std::string>> facets;
  std::string date;  // YYYYMMDD, or empty
};

Article random_article(Random& random);

bool matches(const query::Node& tree, const Article& article);
bool matches(const query::Plan& plan, const Article& article);

}  // namespace assay::tests
