#include "indexer/extract/cues.h"

#include <algorithm>

namespace assay::extract {

CueFinder::CueFinder(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const std::string& rules,
                     const std::vector<std::string>& kinds, const std::vector<std::uint32_t>& word_kinds,
                     Scope scope)
    : matcher_(lexicon, Compare::kWords, scope), words_(kinds.size()) {
  const auto fail = [&](const std::string& what) {
    throw taxonomy::TaxonomyError("rules/" + rules + ".tsv: " + what);
  };
  for (const taxonomy::Cue& cue : taxonomy.cues(rules)) {
    const auto found = std::find(kinds.begin(), kinds.end(), cue.kind);
    if (found == kinds.end()) fail("there is no kind of cue '" + cue.kind + "'");
    const auto kind = static_cast<std::uint32_t>(found - kinds.begin());
    if (std::find(word_kinds.begin(), word_kinds.end(), kind) == word_kinds.end()) {
      matcher_.add(cue.phrase, kind);
      continue;
    }
    const std::vector<Token> tokens = tokens_of(cue.phrase);
    if (tokens.size() != 1) fail("'" + cue.phrase + "' of the kind '" + cue.kind + "' is not one word");
    const WordId word = lexicon.add(tokens.front().word);
    if (word >= words_[kind].size()) words_[kind].resize(word + 1);
    words_[kind][word] = true;
  }
}

std::vector<CueMatch> CueFinder::find_near(const Document& document, TokenRange range, TokenRange place,
                                           std::size_t distance) const {
  const std::size_t first = place.first - std::min(place.first, distance);
  return find(document, {std::max(range.first, first), std::min(range.last, place.last + distance)});
}

std::optional<CueMatch> before(Cues cues, std::uint32_t kind, std::size_t at, std::size_t distance) {
  std::optional<CueMatch> nearest;
  for (const CueMatch& cue : cues)
    if (cue.payload == kind && cue.tokens.last <= at && at - cue.tokens.last <= distance) nearest = cue;
  return nearest;
}

std::optional<CueMatch> behind(Cues cues, std::uint32_t kind, std::size_t at, std::size_t distance) {
  for (const CueMatch& cue : cues)
    if (cue.payload == kind && cue.tokens.first >= at && cue.tokens.first - at <= distance) return cue;
  return std::nullopt;
}

bool any(Cues cues, std::uint32_t kind) {
  return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& cue) { return cue.payload == kind; });
}

}  // namespace assay::extract
