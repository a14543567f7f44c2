#include "indexer/extract/score.h"

#include <algorithm>
#include <cstdio>

#include "indexer/extract/number.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kBand, kScore, kUnit, kNot, kRest };

constexpr int kLeast = 25, kMost = 100;
constexpr std::size_t kReach = 7;     // tokens between a word for the score and the number
constexpr std::size_t kWindow = 15;   // tokens around a number that are looked at
constexpr std::size_t kNotReach = 6;  // and between the number and what it counts instead

// "59.5" is two words, and no score of this scheme.
bool is_decimal(const Document& document, std::size_t at) {
  const Token& token = document.tokens[at];
  const auto digit = [&](std::size_t byte) {
    return byte < document.text.size() && document.text[byte] >= '0' && document.text[byte] <= '9';
  };
  return (document.after(token) == '.' && digit(token.end + 1)) ||
         (token.begin > 1 && document.before(token) == '.' && digit(token.begin - 2)) ||
         (token.begin > 1 && document.before(token) == ',' && digit(token.begin - 2));
}

}  // namespace

ScoreRule::ScoreRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
                     const std::vector<const schema::Facet*>& parts)
    : cues_(taxonomy, lexicon, "score", {"band", "score", "unit", "not", "rest"}),
      parts_(lexicon, Compare::kWords) {
  for (const taxonomy::Cue& cue : taxonomy.cues("score")) {
    if (cue.kind != "band") continue;
    Band band;
    char id[64] = {};
    const bool read = std::sscanf(cue.phrase.c_str(), "%d to %d %63s", &band.first, &band.last, id) == 3;
    const auto grade = rating.ordinal(id);
    if (!read || !grade)
      throw taxonomy::TaxonomyError("rules/score.tsv: '" + cue.phrase + "' is no 'N to N GRADE'");
    band.grade = *grade;
    bands_.push_back(band);
  }
  for (const schema::Facet* facet : parts) parts_.add_names(*facet);
}

std::optional<schema::Ordinal> ScoreRule::grade(int percent) const {
  for (const Band& band : bands_)
    if (percent >= band.first && percent <= band.last) return band.grade;
  return std::nullopt;
}

bool ScoreRule::tells_score(const Document& document, const Sentence& sentence, TokenRange at) const {
  const std::vector<CueMatch> cues = cues_.find_near(document, sentence.tokens, at, kWindow);
  const bool percent = document.after(document.tokens[at.last - 1]) == '%';
  const bool unit = percent || behind(cues, kUnit, at.last, 0).has_value();
  const bool score = before(cues, kScore, at.first, kReach) || behind(cues, kScore, at.last, unit ? 4 : 1);
  if (!score || before(cues, kNot, at.first, 2) || behind(cues, kNot, at.last, kNotReach)) return false;
  if (!unit && !before(cues, kScore, at.first, 3)) return false;
  if (any(cues, kRest)) return true;  // "overall"
  const std::size_t first = at.first - std::min(at.first - sentence.tokens.first, kWindow);
  for (const PhraseMatch& part : parts_.find_apart(document, {first, at.first}))
    if (part.tokens.last <= at.first && at.first - part.tokens.last <= kReach) return false;
  return true;
}

std::vector<ScorePlace> ScoreRule::find(const Document& document,
                                        const std::vector<Mention>& councils) const {
  std::vector<ScorePlace> places;
  for (std::size_t n = 0; n < document.sentences.size(); ++n) {
    const Sentence& sentence = document.sentences[n];
    for (std::size_t at = sentence.tokens.first; at < sentence.tokens.last; ++at) {
      const auto value = number(document.tokens[at].word);
      if (!value || *value < kLeast || *value > kMost || is_decimal(document, at)) continue;
      if (!tells_score(document, sentence, {at, at + 1})) continue;
      ScorePlace place{*value, {at, at + 1}, n, std::nullopt};
      for (const Mention& mention : councils)
        if (mention.sentence == n && mention.refused.empty() && (mention.tokens.last <= at || !place.council))
          place.council = mention.value;
      places.push_back(place);
    }
  }
  return places;
}

}  // namespace assay::extract
