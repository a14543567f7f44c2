// What the author of a query calls a facet's value -> the value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/schema.h"

namespace assay::query {

// The names by which the values of one facet go: ids, labels and aliases, compared by their folded words,
// so that case, hyphens and spaces do not matter. The facet must outlive it. Making it folds every name.
class ValueNames {
 public:
  explicit ValueNames(const schema::Facet& facet);

  // The values of that name; without one, those with a name that begins with these whole words (of at
  // least three letters). Several: the name is ambiguous.
  std::vector<schema::Ordinal> find(std::string_view name) const;

  // The value of which a name, or the beginning of one, is nearest by edit distance; of several the first
  // in the order of their names. Nothing without values or for a name longer than any sensible one.
  std::optional<schema::Ordinal> nearest(std::string_view name) const;

 private:
  struct Name {
    std::string words;  // folded, with one space between
    schema::Ordinal ordinal;
  };
  std::vector<schema::Ordinal> ordinals(std::string_view prefix, bool whole) const;

  std::vector<Name> names_;  // sorted by words
};

// Whether in one of the value's names (id, label, aliases) a word begins so; `folded` is folded words with
// one blank between, the last of which may be unfinished. True for an empty one.
bool has_name_with(const schema::FacetValue& value, std::string_view folded);

// A value that a query names, or why there is none: a sentence that ends in what to write instead.
struct NamedValue {
  std::optional<schema::Ordinal> ordinal;
  std::string problem;
};

// Finds values in the facets of one schema, which must outlive it. Not thread-safe.
class ValueFinder {
 public:
  NamedValue find(const schema::Facet& facet, const std::string& name);

 private:
  std::map<const schema::Facet*, ValueNames> names_;  // of those facets whose ids alone did not do
  std::size_t suggestions_left_ = 8;  // each looks at every name of a facet; further problems do without
};

// How many bytes must be inserted, deleted or replaced to make one text the other; `enough` where it is
// that or more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t enough);

}  // namespace assay::query
