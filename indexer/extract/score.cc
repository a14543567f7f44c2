#include "indexer/extract/score.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/extract/number.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t {
  kBand,
  kScore,
  kUnit,
  kShare,
  kNot,
  kNeeded,
  kPoints,
  kBelow,
  kChange,
  kRest,
  kRater,
  kService,
  kSubject
};

const std::vector<std::string> kKinds = {"band",  "score",  "unit", "share", "not",     "needed", "points",
                                         "below", "change", "rest", "rater", "service", "subject"};

constexpr int kLeast = 25, kMost = 99;
constexpr int kAllPoints = 36;  // four for each of nine statements
constexpr std::size_t kNearSentences = 3;
constexpr std::size_t kReach = 7;     // tokens between a word for the score and the number
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

// A number in words or digits up to a score's distance from the next grade.
std::optional<int> distance_of(const std::string& word) {
  static constexpr std::array<std::string_view, 13> kWords = {
      "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  if (const auto digits = number(word)) return *digits < kAllPoints ? digits : std::nullopt;
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  if (found == kWords.end()) return std::nullopt;
  return std::max<int>(1, static_cast<int>(found - kWords.begin()));
}

// Without a figure, or "point" behind a number in words, there is no score.
bool may_tell_score(const Document& document, const Sentence& sentence) {
  static const WordSet points = {"point", "points"};
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const std::string& word = document.tokens[i].word;
    if ((word[0] >= '0' && word[0] <= '9') || points.contains(word)) return true;
  }
  return false;
}

}  // namespace

struct ScoreRule::Context {
  const Document& document;
  const Sentence& sentence;
  std::size_t number;  // of the sentence
  Cues cues;
  std::vector<PhraseMatch> grades;
  bool names_council = false;
  bool of_rating = false;  // the sentence or one near it speaks of the rater or of the service as a whole

  const std::string& word(std::size_t at) const {
    static const std::string none;
    return at < sentence.tokens.last ? document.tokens[at].word : none;
  }
};

ScoreRule::ScoreRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
                     const std::vector<const schema::Facet*>& parts)
    : cues_(taxonomy, lexicon, "score", kKinds),
      parts_(lexicon, Compare::kWords),
      grades_(lexicon, Compare::kWords, Scope::kSentences) {
  for (const schema::ScoreBand& band : taxonomy.score_bands())
    bands_.push_back({band.first, band.last, *rating.ordinal(band.value)});
  for (const schema::Facet* facet : parts) parts_.add_names(*facet);
  grades_.add_values(rating);
}

std::optional<schema::Ordinal> ScoreRule::grade(int percent) const {
  for (const Band& band : bands_)
    if (percent >= band.first && percent <= band.last) return band.grade;
  return std::nullopt;
}

// "85 per cent of providers", "63 was needed", "11 points clear": not the score of the whole.
bool ScoreRule::counts_something_else(const Context& context, TokenRange at) const {
  const Cues cues = context.cues;
  if (behind(cues, kShare, at.last, 0) || before(cues, kNeeded, at.first, 3) ||
      before(cues, kChange, at.first, 1))
    return true;
  if (behind(cues, kNeeded, at.last, kNotReach)) return true;
  // What is counted stands in the same clause as the number.
  const std::size_t from = context.document.tokens[at.last - 1].end;
  const std::size_t in_clause =
      context.document.slice(from, std::max(from, context.sentence.end)).find_first_of(",;.(");
  const std::size_t clause = in_clause == std::string_view::npos ? context.sentence.end : from + in_clause;
  const auto counted = behind(cues, kNot, at.last, kNotReach);
  return (counted && context.document.tokens[counted->tokens.first].begin < clause) ||
         before(cues, kNot, at.first, 2);
}

bool ScoreRule::is_of_a_part(const Context& context, TokenRange at) const {
  if (any(context.cues, kRest)) return false;  // "overall"
  const std::size_t first =
      std::max(context.sentence.tokens.first, at.first - std::min(at.first, 2 * kReach));
  for (const PhraseMatch& part : parts_.find_apart(context.document, {first, at.first}))
    if (at.first - part.tokens.last <= kReach) return true;
  return false;
}

// "81 per cent from the regulator": the number is not that of what follows.
bool ScoreRule::ends_there(const Context& context, std::size_t behind_it) {
  static const WordSet apart = {"for",     "from",  "by",   "in",     "overall", "on",    "and",  "which",
                                "against", "after", "at",   "rating", "mark",    "score", "with", "when",
                                "while",   "but",   "that", "is",     "was",     "means", "puts", "put",
                                "under",   "as",    "to",   "across", "out",     "or"};
  if (behind_it >= context.sentence.tokens.last) return true;
  const std::string_view gap = context.document.slice(context.document.tokens[behind_it - 1].end,
                                                      context.document.tokens[behind_it].begin);
  return gap.find_first_of(",;:.()|") != std::string_view::npos ||
         gap.find("\u2013") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
         apart.contains(context.document.tokens[behind_it].word);
}

std::optional<ScorePlace> ScoreRule::percentage(const Context& context, std::size_t at) const {
  const Document& document = context.document;
  const auto value = number(document.tokens[at].word);
  if (!value || *value < kLeast || *value > kMost || is_decimal(document, at)) return std::nullopt;
  const Cues cues = context.cues;
  const auto unit_word = behind(cues, kUnit, at + 1, 0);
  const bool unit = document.after(document.tokens[at]) == '%' || unit_word;
  const TokenRange whole = {at, unit_word ? unit_word->tokens.last : at + 1};
  const bool score =
      before(cues, kScore, at, unit ? kReach : 3) || behind(cues, kScore, whole.last, unit ? 4 : 1);
  const bool of_council = context.names_council || any(cues, kSubject);
  if (!unit && !score) return std::nullopt;
  if (!score && !of_council && !any(cues, kRater) && !any(cues, kRest)) return std::nullopt;
  if (counts_something_else(context, whole) || is_of_a_part(context, whole)) return std::nullopt;
  ScorePlace place{*value, {at, at + 1}, context.number, std::nullopt};
  const bool told = score || any(cues, kRest) || (of_council && any(cues, kRater));
  place.plain = told && context.of_rating && ends_there(context, whole.last);
  return place;
}

// "12 points of a possible 36", "12 out of 36".
std::optional<ScorePlace> ScoreRule::points_of_total(const Context& context, std::size_t at) const {
  const auto points = number(context.word(at));
  if (!points || *points < kAllPoints / 4 || *points > kAllPoints) return std::nullopt;
  for (std::size_t i = at + 2; i <= at + 6; ++i) {
    if (number(context.word(i)) != kAllPoints || context.word(at) == context.word(i)) continue;
    const int percent = static_cast<int>(std::lround(100.0 * *points / kAllPoints));
    return ScorePlace{percent, {at, i + 1}, context.number, std::nullopt, true, false};
  }
  return std::nullopt;
}

// "one point short of good" lies under the band of the grade, "two points from requiring improvement" over
// it.
std::optional<ScorePlace> ScoreRule::points_off_grade(const Context& context, std::size_t at) const {
  if (context.grades.empty()) return std::nullopt;
  const auto points = distance_of(context.word(at));
  if (!points) return std::nullopt;
  const auto unit = behind(context.cues, kPoints, at + 1, 0);
  if (!unit) return std::nullopt;
  for (const PhraseMatch& grade : context.grades) {
    if (grade.tokens.first < unit->tokens.last || grade.tokens.first - unit->tokens.last > 2 * kReach)
      continue;
    const auto band =
        std::find_if(bands_.begin(), bands_.end(), [&](const Band& b) { return b.grade == grade.payload; });
    if (band == bands_.end()) continue;
    const bool below = behind(context.cues, kBelow, unit->tokens.last, 1).has_value();
    // "From" good is towards it, "from" inadequate is away from it.
    const bool is_lower_grade = static_cast<std::size_t>(band - bands_.begin()) * 2 < bands_.size();
    const int percent = below || !is_lower_grade ? band->first - *points : band->last + *points;
    return ScorePlace{percent, {at, grade.tokens.last}, context.number, std::nullopt, true, true};
  }
  return std::nullopt;
}

// Whether a sentence speaks of who gives the scores, or of the service that gets them.
bool ScoreRule::speaks_of_rating(const Document& document, const Sentence& sentence) const {
  if (sentence.tokens.size() > kMaxProseTokens) return false;
  const Cues cues = cues_.in(document, sentence);
  return any(cues, kRater) || any(cues, kService);
}

std::vector<ScorePlace> ScoreRule::find(const Document& document,
                                        const std::vector<Mention>& councils) const {
  std::vector<ScorePlace> places;
  std::vector<std::optional<bool>> of_rating(document.sentences.size());  // where it was asked for
  for (std::size_t n = 0; n < document.sentences.size(); ++n) {
    const Sentence& sentence = document.sentences[n];
    if (sentence.tokens.size() > kMaxProseTokens || !may_tell_score(document, sentence)) continue;
    Context context{document, sentence, n, cues_.in(document, sentence),
                    grades_.apart_in(document, sentence)};
    const std::size_t last = std::min(document.sentences.size(), n + 1 + kNearSentences);
    for (std::size_t near = n - std::min(n, kNearSentences); near < last && !context.of_rating; ++near) {
      if (!of_rating[near]) of_rating[near] = speaks_of_rating(document, document.sentences[near]);
      context.of_rating = *of_rating[near];
    }
    for (const Mention& mention : mentions_of(councils, n)) context.names_council |= mention.refused.empty();
    add_places(context, councils, places);
  }
  return places;
}

void ScoreRule::add_places(const Context& context, const std::vector<Mention>& councils,
                           std::vector<ScorePlace>& places) const {
  const TokenRange tokens = context.sentence.tokens;
  for (std::size_t at = tokens.first; at < tokens.last; ++at) {
    // Only points off a grade are told in words.
    if (context.document.tokens[at].facts.digits == 0 && context.grades.empty()) continue;
    for (const auto form :
         {&ScoreRule::percentage, &ScoreRule::points_of_total, &ScoreRule::points_off_grade}) {
      auto place = (this->*form)(context, at);
      if (!place) continue;
      for (const Mention& mention : mentions_of(councils, context.number))
        if (mention.refused.empty() && (mention.tokens.last <= at || !place->council))
          place->council = mention.value;
      places.push_back(*place);
      break;
    }
  }
}

}  // namespace assay::extract
