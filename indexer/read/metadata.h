// The fields of an article by the names that people write in front matter, JSON and CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/article.h"

namespace assay::read {

// id, url, title, date, publisher, language or text.
bool is_field(std::string_view key);

// Sets the field named `key`, which is_field. White space is folded (text apart), a time of day behind an
// ISO date is cut off. An empty value changes nothing.
void set_field(Article& article, std::string_view key, std::string_view value);

// The facets that may stand beside the fields: rating, council(s), theme(s). Any other facet stands in an
// object of its own.
bool is_facet_key(std::string_view key);

// States the facet, which is known by its singular ("councils" is "council"), as one that has no value so
// far: an empty list says that there is none.
std::vector<std::string>& state_facet(Article& article, std::string_view name);

// Adds a value to a facet. An empty one changes nothing. Throws ReadError for more than 1,000.
void add_facet(Article& article, std::string_view name, std::string_view value);

// Lets what `stated` holds win over what `article` holds, field by field and facet by facet.
void overlay(const Article& stated, Article& article);

}  // namespace assay::read
