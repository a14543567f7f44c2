#include "searchd/engine/facet_counts.h"

namespace assay::engine {

std::vector<ScoreBandCount> score_bands(const schema::Schema& schema, const ValueCounts& scores) {
  const schema::Facet* verdict = schema.find(schema.verdict);
  std::vector<ScoreBandCount> bands;
  for (const schema::ScoreBand& band : schema.score_bands) {
    ScoreBandCount counted{band, verdict != nullptr ? verdict->label_of(band.value) : band.value, 0};
    for (const auto& [score, matches] : scores)
      if (const int percent = std::stoi(score); percent >= band.first && percent <= band.last)
        counted.count += matches;
    bands.push_back(std::move(counted));
  }
  return bands;
}

}  // namespace assay::engine
