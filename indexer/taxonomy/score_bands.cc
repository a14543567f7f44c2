#include "indexer/taxonomy/score_bands.h"

#include <cstdio>

namespace assay::taxonomy {

std::vector<schema::ScoreBand> read_score_bands(const std::vector<Cue>& cues, const schema::Facet& verdict) {
  std::vector<schema::ScoreBand> bands;
  for (const Cue& cue : cues) {
    if (cue.kind != "band") continue;
    schema::ScoreBand band;
    char grade[64] = {};
    const bool read = std::sscanf(cue.phrase.c_str(), "%d to %d %63s", &band.first, &band.last, grade) == 3;
    band.value = grade;
    if (!read || !verdict.ordinal(band.value))
      throw TaxonomyError("rules/score.tsv: '" + cue.phrase + "' is no 'N to N GRADE'");
    bands.push_back(std::move(band));
  }
  return bands;
}

}  // namespace assay::taxonomy
