#include "indexer/extract/cues.h"

#include <algorithm>

namespace assay::extract {

CueFinder::CueFinder(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const std::string& rules,
                     const std::vector<std::string>& kinds)
    : matcher_(lexicon, Compare::kWords) {
  for (const taxonomy::Cue& cue : taxonomy.cues(rules)) {
    const auto kind = std::find(kinds.begin(), kinds.end(), cue.kind);
    if (kind == kinds.end())
      throw taxonomy::TaxonomyError("rules/" + rules + ".tsv: there is no kind of cue '" + cue.kind + "'");
    matcher_.add(cue.phrase, static_cast<std::uint32_t>(kind - kinds.begin()));
  }
}

std::vector<CueMatch> CueFinder::find(const Document& document, TokenRange range) const {
  std::vector<CueMatch> cues;
  for (const PhraseMatch& match : matcher_.find(document, range))
    cues.push_back({match.tokens, match.payload});
  return cues;
}

std::vector<CueMatch> CueFinder::find_near(const Document& document, TokenRange range, TokenRange place,
                                           std::size_t distance) const {
  const std::size_t first = place.first - std::min(place.first, distance);
  return find(document, {std::max(range.first, first), std::min(range.last, place.last + distance)});
}

std::optional<CueMatch> before(const std::vector<CueMatch>& cues, std::uint32_t kind, std::size_t at,
                               std::size_t distance) {
  std::optional<CueMatch> nearest;
  for (const CueMatch& cue : cues)
    if (cue.kind == kind && cue.tokens.last <= at && at - cue.tokens.last <= distance) nearest = cue;
  return nearest;
}

std::optional<CueMatch> behind(const std::vector<CueMatch>& cues, std::uint32_t kind, std::size_t at,
                               std::size_t distance) {
  for (const CueMatch& cue : cues)
    if (cue.kind == kind && cue.tokens.first >= at && cue.tokens.first - at <= distance) return cue;
  return std::nullopt;
}

bool any(const std::vector<CueMatch>& cues, std::uint32_t kind) {
  return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& cue) { return cue.kind == kind; });
}

}  // namespace assay::extract
