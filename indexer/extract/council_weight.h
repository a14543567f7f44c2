// How much an article talks of each council that it names.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "indexer/extract/council.h"

namespace assay::extract {

// Of one mention: by its full name, behind the service, bare.
inline constexpr int kFormalWeight = 3, kServedWeight = 2, kBareWeight = 1;

struct Weights {
  std::map<schema::Ordinal, int> points;
  std::map<schema::Ordinal, std::size_t> first;  // its first mention
  std::set<schema::Ordinal> in_headline;
  std::set<schema::Ordinal> in_lead;  // by their formal name
  int mentioned = 0;                  // the points of all mentions
};

// `rated`: how many verdicts each council has got.
Weights weigh(const std::vector<Mention>& mentions, const std::map<schema::Ordinal, int>& rated);

// Those that are talked of enough; of equal ones the earlier first.
std::vector<schema::Ordinal> heaviest_first(const Weights& weights);

// Those that open lines below the headline as headings or entries of a list do, in the order of the text.
std::vector<schema::Ordinal> listed_councils(const Document& document, const std::vector<Mention>& mentions);

}  // namespace assay::extract
