// The index's description of itself: format version, fingerprints and every facet with its values.
// Kept in the index's metadata, so that a reader learns the facets from the index alone.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"

namespace assay::schema {

inline constexpr std::uint32_t kFormatVersion = 6;
inline constexpr std::string_view kSchemaMetadataKey = "assay.schema";

// A value of another facet that this value lies under (the council's region).
struct FacetParent {
  std::string facet;
  std::string value;
  bool operator==(const FacetParent&) const = default;
};

struct FacetValue {
  std::string id;
  std::string label;
  std::vector<FacetParent> parents;
  std::vector<std::string> aliases;  // other names that a query may use
};

// One facet and the dictionary of its values; a value's position is its ordinal, which never changes.
class Facet {
 public:
  std::string name;
  std::string label;
  Slot slot = kNoSlot;
  bool open = false;  // values are added as articles bring them
  bool ordered =
      false;  // the values have an order of their own (grades); else people want the frequent first
  std::string default_value;  // given to articles without any; empty: none is given

  const std::vector<FacetValue>& values() const { return values_; }
  // Throws std::invalid_argument for an id that is there already, std::length_error past 65,536 values.
  Ordinal add(FacetValue value);
  std::optional<Ordinal> ordinal(std::string_view id) const;
  // For people; the id itself where the facet does not know it.
  std::string label_of(const std::string& id) const;

 private:
  std::vector<FacetValue> values_;
  std::unordered_map<std::string, Ordinal> ordinals_;
};

// Phrases that stand for each other in a query; unless `mutual`, those behind the first are found for the
// first, not the other way round. Each is folded words with one blank between.
struct Synonyms {
  bool mutual = true;
  std::vector<std::string> phrases;
};

// Percentages, both included, that are published as one value of the verdict facet.
struct ScoreBand {
  int first = 0, last = 0;
  std::string value;
};

struct Schema {
  std::uint32_t format_version = kFormatVersion;
  std::string analyzer;
  std::string taxonomy;
  std::string index_id;
  std::vector<Facet> facets;     // in the order in which people should see them
  std::string subject, verdict;  // facets: what articles are about, and how it is rated; empty: none is that
  std::vector<Synonyms> synonyms;
  std::vector<ScoreBand> score_bands;  // lowest first

  const Facet* find(std::string_view facet) const;
  Facet* find(std::string_view facet);
};

// The index is of a format, or was made by an analyzer, that this program does not read.
class FormatError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string serialise(const Schema& schema);
// Reads and checks what kSchemaMetadataKey holds. Throws FormatError, in words that say what to do.
Schema parse_schema(std::string_view metadata);

}  // namespace assay::schema
