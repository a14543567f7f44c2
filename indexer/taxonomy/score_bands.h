// The bands of rules/score.tsv: which percentages are published as which grade.
#pragma once

#include <vector>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::taxonomy {

// From the cues of kind "band", "FIRST to LAST GRADE" each. Throws TaxonomyError where one is not that.
std::vector<schema::ScoreBand> read_score_bands(const std::vector<Cue>& cues, const schema::Facet& verdict);

}  // namespace assay::taxonomy
