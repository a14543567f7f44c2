#include "indexer/extract/grade_told.h"

#include "indexer/extract/grade_shape.h"
#include "indexer/extract/number.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kSayReach = 6;  // tokens between a grade and who says it

bool is_rater(const std::string& word) {
  static const WordSet raters = {"commission", "cqc",          "watchdog",  "regulator",
                                 "inspectors", "inspectorate", "assessors", "report"};
  return raters.contains(word);
}

bool parts(const Document& document, std::size_t one, std::size_t other, std::string_view stops) {
  return document.slice(document.tokens[one].end, document.tokens[other].begin).find_first_of(stops) !=
         std::string_view::npos;
}

// "'Good' is the rating", where the sentences beside it name who gave it.
bool is_the_rating(const Context& context, TokenRange at) {
  static const WordSet links = {"is", "was"};
  static const WordSet nouns = {"rating", "grade", "verdict", "judgement", "result", "outcome"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.first != context.sentence.tokens.first || at.last + 2 >= context.sentence.tokens.last ||
      !links.contains(tokens[at.last].word) || tokens[at.last + 1].word != "the" ||
      !nouns.contains(tokens[at.last + 2].word))
    return false;
  return any(context.cues, kRater) ||
         (context.number > 0 && any(context.article.cues[context.number - 1], kRater));
}

// "Outstanding in February".
bool is_before_month(const Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  return at.last + 1 < context.sentence.tokens.last && tokens[at.last].word == "in" &&
         month(tokens[at.last + 1].word) > 0;
}

// "The Commission has named Bury Council outstanding", "inspectors called its services Good": a verb of the
// rater, what is graded, and the grade.
bool is_called(const Context& context, TokenRange at) {
  static const WordSet verbs = {"called", "calls", "named", "names", "pronounced", "pronounces"};
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  if (!ends_clause(context.document, context.sentence, at) && !is_quoted(context.document, at) &&
      !is_before_month(context, at))
    return false;
  for (std::size_t i = at.first; i-- > first && at.first - i <= kVerdictReach;) {
    if (parts(context.document, i, i + 1, ":;")) return false;
    if (!verbs.contains(tokens[i].word)) continue;
    const bool it = i + 2 == at.first && tokens[i + 1].word == "it" && context.speaks_of_council();
    if (!it && !context.has_subject_before(at.first, at.first - i)) return false;
    for (std::size_t j = i; j-- > first;)
      if (is_rater(tokens[j].word)) return true;
    return false;
  }
  return false;
}

// "Good, says the Commission", "'Good', it says on the cover".
bool is_said_behind(const Context& context, TokenRange at) {
  static const WordSet saying = {"says", "said", "say"};
  static const WordSet sheets = {"cover", "front"};
  const std::vector<Token>& tokens = context.document.tokens;
  const TokenRange range = context.sentence.tokens;
  if (at.first != range.first || at.last >= range.last) return false;
  const bool it = tokens[at.last].word == "it";
  const std::size_t verb = at.last + (it ? 1 : 0);
  if (verb >= range.last || !saying.contains(tokens[verb].word)) return false;
  for (std::size_t i = verb + 1; i < std::min(range.last, verb + kSayReach); ++i)
    if (it ? sheets.contains(tokens[i].word) : is_rater(tokens[i].word)) return true;
  // "The Commission could not have been plainer about the council. Inadequate, it says."
  return it && context.number > 0 && parts(context.document, at.last - 1, at.last, ",") &&
         any(context.article.cues[context.number - 1], kRater) &&
         any(context.article.cues[context.number - 1], kSubject);
}

// "Good: that is the Commission's view".
bool is_that(const Context& context, TokenRange at) {
  static const WordSet links = {"is", "was"};
  const std::vector<Token>& tokens = context.document.tokens;
  return at.last + 2 < context.sentence.tokens.last && tokens[at.last].word == "that" &&
         links.contains(tokens[at.last + 1].word) && parts(context.document, at.last - 1, at.last, ":,") &&
         behind(context.cues, kRater, at.last, kSayReach);
}

// "Support for adults in Bury is outstanding." "That is the verdict of the Commission."
bool is_that_behind(const Context& context, TokenRange at) {
  static const WordSet findings = {"verdict", "view",    "conclusion", "judgement", "judgment",
                                   "finding", "opinion", "findings",   "ruling"};
  static const WordSet openers = {"that", "this", "such"};
  static const WordSet links = {"is", "was"};
  const Document& document = context.document;
  if (context.number + 1 >= document.sentences.size() || !ends_clause(document, context.sentence, at) ||
      !(any(context.cues, kSubject) || !context.councils.empty()))
    return false;
  const TokenRange next = document.sentences[context.number + 1].tokens;
  const Cues cues = context.article.cues[context.number + 1];
  if (next.size() < 3 || !openers.contains(document.tokens[next.first].word) ||
      !links.contains(document.tokens[next.first + 1].word) || any(cues, kAssessor) || any(cues, kPeer))
    return false;
  const auto rater = behind(cues, kRater, next.first, kVerdictReach);
  for (std::size_t i = next.first; rater && i < rater->tokens.first; ++i)
    if (findings.contains(document.tokens[i].word)) return true;
  return false;
}

// "You will have seen the headline: requires improvement", "came to a view: good".
bool is_behind_colon(const Context& context, TokenRange at) {
  static const WordSet findings = {"headline", "view",    "conclusion", "finding", "word",
                                   "tag",      "opinion", "upshot",     "reads",   "card"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.first == context.sentence.tokens.first || !parts(context.document, at.first - 1, at.first, ":") ||
      !ends_clause(context.document, context.sentence, at))
    return false;
  const bool by_rater = any(context.cues, kRater) ||
                        (context.number > 0 && any(context.article.cues[context.number - 1], kRater));
  for (std::size_t i = at.first;
       by_rater && i-- > context.sentence.tokens.first && at.first - i <= kSayReach;)
    if (findings.contains(tokens[i].word)) return true;
  return false;
}

// "Bury has a 'good'."
bool is_had(const Context& context, TokenRange at) {
  static const WordSet verbs = {"has", "have", "gets", "got"};
  const std::vector<Token>& tokens = context.document.tokens;
  return is_noun(context.document, context.sentence, at) && is_quoted(context.document, at) &&
         ends_clause(context.document, context.sentence, at) &&
         at.first >= context.sentence.tokens.first + 3 && verbs.contains(tokens[at.first - 2].word) &&
         context.has_subject_before(at.first - 2, 0);
}

// "Months on from a good CQC result": the rater stands between grade and what it is.
bool is_result(const Context& context, TokenRange at) {
  static const WordSet results = {"result", "outcome", "finding", "verdict", "rating",
                                  "grade",  "mark",    "score",   "report"};
  const auto rater = behind(context.cues, kRater, at.last, 0);
  return rater && rater->tokens.last < context.sentence.tokens.last &&
         results.contains(context.document.tokens[rater->tokens.last].word);
}

// "A good result from the regulator".
bool is_result_from(const Context& context, TokenRange at) {
  static const WordSet results = {"result", "outcome", "mark", "grade", "verdict", "report"};
  const std::vector<Token>& tokens = context.document.tokens;
  return at.last + 1 < context.sentence.tokens.last && results.contains(tokens[at.last].word) &&
         tokens[at.last + 1].word == "from" && behind(context.cues, kRater, at.last + 2, 3);
}

// "The 'good' which the council has received".
bool is_received(const Context& context, TokenRange at) {
  static const WordSet relatives = {"which", "that"};
  if (at.last >= context.sentence.tokens.last || !is_quoted(context.document, at) ||
      !relatives.contains(context.document.tokens[at.last].word))
    return false;
  const auto award = behind(context.cues, kAward, at.last, kVerdictReach);
  return award && context.has_subject_before(award->tokens.first, kVerdictReach);
}

}  // namespace

bool is_concluded(const Context& context, TokenRange at) {
  static const WordSet concluding = {"concluded", "concludes", "decided", "ruled", "judged"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.last >= context.sentence.tokens.last || !parts(context.document, at.last - 1, at.last, ","))
    return false;
  const auto rater = behind(context.cues, kRater, at.last, 1);
  if (!rater || context.nearest(kOther, at.first) || context.nearest(kEntity, at.first)) return false;
  for (const Mention& mention : context.councils)
    if (tokens[mention.tokens.last - 1].possessive) return false;  // "Bury Council's home"
  for (std::size_t i = rater->tokens.last; i < std::min(context.sentence.tokens.last, rater->tokens.last + 2);
       ++i)
    if (concluding.contains(tokens[i].word))
      return is_quoted(context.document, at) && context.has_subject_before(at.first, at.first);
  return false;
}

bool is_told(const Context& context, TokenRange at) {
  return is_called(context, at) || is_said_behind(context, at) || is_behind_colon(context, at) ||
         is_the_rating(context, at) || is_that(context, at) || is_that_behind(context, at) ||
         is_result_from(context, at) || is_received(context, at) || is_had(context, at) ||
         is_result(context, at) || is_concluded(context, at);
}

}  // namespace assay::extract::grade
