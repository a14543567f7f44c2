#include "indexer/extract/score.h"

#include <algorithm>
#include <cmath>

#include "indexer/extract/number.h"
#include "indexer/extract/score_number.h"
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

// "of 36", "the 36 points": all that there are.
bool is_total(const Document& document, std::size_t at) {
  static const WordSet leading = {"of", "the", "possible", "all"};
  return at > 0 && leading.contains(document.tokens[at - 1].word);
}

// "It takes 32 of the 36 points", "a council with 62 per cent is", "from 23 points to 31": how the scale is
// made, and nobody's score.
bool explains_scale(const Document& document, const Sentence& sentence) {
  static const WordSet explaining = {"takes", "means",   "mean",   "runs",      "ranges",
                                     "range", "would",   "covers", "starts",    "begins",
                                     "needs", "require", "up",     "published", "if"};
  static const WordSet articles = {"a", "an", "any", "each", "every"};
  static const WordSet bodies = {"council", "authority"};
  static const WordSet got = {"was", "has", "had", "given", "gave", "got", "received", "scored", "were"};
  bool explains = false;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const std::string& word = document.tokens[i].word;
    if (got.contains(word)) return false;
    explains |= explaining.contains(word) || (i > sentence.tokens.first && bodies.contains(word) &&
                                              articles.contains(document.tokens[i - 1].word));
  }
  return explains;
}

// "60%, short of the 63% needed": the word belongs to the later number.
bool has_number(const Document& document, TokenRange range) {
  for (std::size_t i = range.first; i < range.last; ++i)
    if (document.tokens[i].facts.digits > 0) return true;
  return false;
}

// Without a figure, or "point" behind a number in words, there is no score.
bool may_tell_score(const Document& document, const Sentence& sentence) {
  static const WordSet points = {"point", "points"};
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const std::string& word = document.tokens[i].word;
    if ((word[0] >= '0' && word[0] <= '9') || points.contains(word) || tens(word) > 0) return true;
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
  if (const auto needed = behind(cues, kNeeded, at.last, kNotReach);
      needed && !has_number(context.document, {at.last, needed->tokens.first}))
    return true;
  for (std::size_t i = context.sentence.tokens.first; i + 1 < at.first; ++i) {
    static const WordSet shares = {"percentage", "proportion", "share", "number"};  // "of care homes: 81%"
    if (shares.contains(context.word(i)) && context.word(i + 1) == "of" &&
        before(cues, kNot, at.first, at.first - i))
      return true;
  }
  // What is counted stands in the same clause as the number.
  const std::size_t from = context.document.tokens[at.last - 1].end;
  const std::size_t in_clause =
      context.document.slice(from, std::max(from, context.sentence.end)).find_first_of(",;.(");
  const std::size_t clause = in_clause == std::string_view::npos ? context.sentence.end : from + in_clause;
  const auto counted = behind(cues, kNot, at.last, kNotReach);
  if (counted && context.document.tokens[counted->tokens.first].begin < clause) return true;
  const auto counter = before(cues, kNot, at.first, 2);  // but not that of "social care for adults"
  return counter && std::none_of(cues.begin(), cues.end(), [&](const CueMatch& cue) {
           return cue.payload == kSubject && cue.tokens.first <= counter->tokens.first &&
                  cue.tokens.last >= counter->tokens.last;
         });
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
  const auto [value, size] = number_at(document, context.sentence, at);
  const std::size_t behind_it = at + size;
  if (!value || *value < kLeast || *value > kMost || is_decimal(document, at)) return std::nullopt;
  if (*value == kAllPoints && is_total(document, at)) return std::nullopt;
  const Cues cues = context.cues;
  const auto unit_word = behind(cues, kUnit, behind_it, 0);
  const bool unit = document.after(document.tokens[at]) == '%' || unit_word;
  const TokenRange whole = {at, unit_word ? unit_word->tokens.last : behind_it};
  const bool score =
      before(cues, kScore, at, unit ? kReach : 3) || behind(cues, kScore, whole.last, unit ? 4 : 1);
  const bool of_council = context.names_council || any(cues, kSubject);
  if (whole.first == context.sentence.tokens.first && whole.last == context.sentence.tokens.last &&
      is_told_behind(document, context.number))
    return ScorePlace{*value, {at, behind_it}, context.number, std::nullopt, true};
  if (is_set_off(context, {at, behind_it}))
    return ScorePlace{*value, {at, behind_it}, context.number, std::nullopt, true};
  if (!unit && (!score || size > 1)) return std::nullopt;
  if (!score && !of_council && !any(cues, kRater) && !any(cues, kRest) && !is_number_told_of(context, at))
    return std::nullopt;
  if (counts_something_else(context, whole) || is_of_a_part(context, whole)) return std::nullopt;
  ScorePlace place{*value, {at, behind_it}, context.number, std::nullopt};
  const bool told = score || is_number_told_of(context, at) || is_put_in_band(context) || any(cues, kRest) ||
                    (of_council && any(cues, kRater));
  // A bare number needs the rater beside it.
  place.plain = told && context.of_rating &&
                (unit || is_of_rater(context, behind_it) || is_from_rater(context)) &&
                ends_there(context, whole.last);
  return place;
}

// "scored 62 in its CQC assessment", but not "scored 62 for recycling": a bare number needs the rater, and
// what it is given for.
bool ScoreRule::is_of_rater(const Context& context, std::size_t behind_it) {
  if (!any(context.cues, kRater)) return false;
  const std::string& next = context.word(behind_it);
  if (next != "for" && next != "on" && next != "in") return true;
  for (const Kind kind : {kRater, kService, kSubject})
    if (behind(context.cues, kind, behind_it, next == "in" ? kReach : 3)) return true;
  return false;
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
  const auto points = distance_of(context.word(at), kAllPoints);
  if (!points) return std::nullopt;
  const auto unit = behind(context.cues, kPoints, at + 1, 0);
  if (!unit || context.word(unit->tokens.last) == "scale") return std::nullopt;
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

// "The number that Bury Council was given for adult social care. It was 73 out of 100."
bool ScoreRule::is_number_told_of(const Context& context, std::size_t at) const {
  static const WordSet numbers = {"number", "figure", "total", "score", "mark", "percentage", "result"};
  static const WordSet links = {"was", "is"};
  if (context.number == 0 || at < context.sentence.tokens.first + 2 ||
      !links.contains(context.word(at - 1)) || context.word(at - 2) != "it")
    return false;
  const TokenRange before_it = context.document.sentences[context.number - 1].tokens;
  return any(cues_.in(context.document, context.document.sentences[context.number - 1]), kService) &&
         std::any_of(context.document.tokens.begin() + static_cast<std::ptrdiff_t>(before_it.first),
                     context.document.tokens.begin() + static_cast<std::ptrdiff_t>(before_it.last),
                     [](const Token& token) { return numbers.contains(token.word); });
}

// "Bury Council has 70 per cent. That puts it in the third band."
bool ScoreRule::is_put_in_band(const Context& context) {
  static const WordSet openers = {"that", "this", "which", "it"};
  static const WordSet bands = {"band", "bands", "category", "bracket", "tier"};
  static const WordSet putting = {"puts", "put", "places", "placed", "leaves", "lands", "falls", "sits"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (!context.names_council || context.number + 1 >= context.document.sentences.size()) return false;
  const TokenRange next = context.document.sentences[context.number + 1].tokens;
  if (next.size() < 3 || !openers.contains(tokens[next.first].word) ||
      !putting.contains(tokens[next.first + 1].word))
    return false;
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(next.first),
                     tokens.begin() + static_cast<std::ptrdiff_t>(next.last),
                     [](const Token& token) { return bands.contains(token.word); });
}

// "It got 59. That's from the Commission."
bool ScoreRule::is_from_rater(const Context& context) const {
  static const WordSet openers = {"that", "this", "so"};
  static const WordSet sources = {"from", "says", "according"};
  if (context.number + 1 >= context.document.sentences.size()) return false;
  const Sentence& next = context.document.sentences[context.number + 1];
  if (!openers.contains(context.document.tokens[next.tokens.first].word)) return false;
  const auto rater = behind(cues_.in(context.document, next), kRater, next.tokens.first, 4);
  for (std::size_t i = next.tokens.first; rater && i < rater->tokens.first; ++i)
    if (sources.contains(context.document.tokens[i].word)) return true;
  return false;
}

// "Sixty-two per cent." "That is what the Commission gave the council."
bool ScoreRule::is_told_behind(const Document& document, std::size_t number) const {
  static const WordSet pronouns = {"that", "this", "it"};
  if (number + 1 >= document.sentences.size()) return false;
  const Sentence& next = document.sentences[number + 1];
  const Cues cues = cues_.in(document, next);
  return pronouns.contains(document.tokens[next.tokens.first].word) && any(cues, kRater) &&
         any(cues, kSubject);
}

// "Seventy-three." "That is the council's mark out of a hundred from the Commission", before or behind it or
// in its own sentence: a number that stands for itself, and what it counts told apart.
bool ScoreRule::is_set_off(const Context& context, TokenRange at) const {
  const TokenRange whole = context.sentence.tokens;
  if (at.first != whole.first) return false;
  const Document& document = context.document;
  const auto tells_what = [&](std::size_t number, TokenRange range) {
    if (number >= document.sentences.size()) return false;
    const Cues cues = cues_.in(document, document.sentences[number]);
    return behind(cues, kUnit, range.first, range.size()) && behind(cues, kScore, range.first, range.size());
  };
  if (at.last < whole.last) {
    static const WordSet openers = {"that", "this", "it", "the", "is", "was"};
    const char next = document.after(document.tokens[at.last - 1]);
    return (next == ':' || next == ',' || openers.contains(context.word(at.last))) &&
           openers.contains(context.word(at.last)) && tells_what(context.number, {at.last, whole.last}) &&
           any(context.cues, kRater);
  }
  if (!context.of_rating) return false;
  if (context.number > 0 && tells_what(context.number - 1, document.sentences[context.number - 1].tokens))
    return true;
  return context.number + 1 < document.sentences.size() &&
         tells_what(context.number + 1, document.sentences[context.number + 1].tokens) &&
         any(cues_.in(document, document.sentences[context.number + 1]), kRater);
}

// Whether a sentence speaks of who gives the scores, or of the service that gets them; those of a council
// that assesses itself do not count.
bool ScoreRule::speaks_of_rating(const Document& document, const Sentence& sentence) const {
  if (sentence.tokens.size() > kMaxProseTokens) return false;
  for (std::size_t i = sentence.tokens.first; i + 1 < sentence.tokens.last; ++i)
    if (document.tokens[i].word == "self" && document.tokens[i + 1].word.starts_with("assess")) return false;
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
    // Only tens, and points off a grade, are told in words.
    if (context.document.tokens[at].facts.digits == 0 && context.grades.empty() &&
        tens(context.document.tokens[at].word) == 0)
      continue;
    for (const auto form :
         {&ScoreRule::points_of_total, &ScoreRule::percentage, &ScoreRule::points_off_grade}) {
      auto place = (this->*form)(context, at);
      if (!place) continue;
      if (place->plain && form != &ScoreRule::points_off_grade && !context.names_council &&
          explains_scale(context.document, context.sentence))
        place->plain = false;
      for (const Mention& mention : mentions_of(councils, context.number))
        if (mention.refused.empty() && (mention.tokens.last <= at || !place->council))
          place->council = mention.value;
      places.push_back(*place);
      break;
    }
  }
}

}  // namespace assay::extract
