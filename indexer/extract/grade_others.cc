#include "indexer/extract/grade_others.h"

#include <algorithm>

#include "indexer/extract/grade_told.h"
#include "indexer/extract/number.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kOwnerReach = 3;
constexpr std::size_t kRaterReach = 3;  // sentences before one that only means its rater

bool names_commission(const Context& context, TokenRange range) {
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = range.first; i < range.last; ++i)
    if (tokens[i].word == "cqc" ||
        (tokens[i].word == "quality" && i > range.first && tokens[i - 1].word == "care"))
      return true;
  return false;
}

// "Told the CQC", "before the CQC comes", "the CQC will look at": it is spoken to, or is still to come.
bool is_to_come(const Context& context, std::size_t at) {
  static const WordSet leading = {"to", "told", "tell", "tells", "for", "before", "until", "asked", "with"};
  static const WordSet coming = {"will", "would", "comes", "visits", "arrives"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (tokens[at].possessive ||
      (tokens[at].word == "quality" && at + 1 < context.sentence.tokens.last && tokens[at + 1].possessive))
    return false;  // "to the CQC's report"
  const std::size_t end = tokens[at].word == "quality" ? at + 2 : at + 1;
  if (end < context.sentence.tokens.last && coming.contains(tokens[end].word)) return true;
  std::size_t i = tokens[at].word == "quality" ? at - 1 : at;
  if (i > context.sentence.tokens.first && tokens[i - 1].word == "the") --i;
  if (i == context.sentence.tokens.first || !leading.contains(tokens[i - 1].word)) return false;
  if (context.document.slice(tokens[i - 1].end, tokens[i].begin).find_first_of(",;:") !=
      std::string_view::npos)
    return false;
  static const WordSet meaning = {"according", "thanks", "due", "rating", "first"};
  return i < context.sentence.tokens.first + 2 || !meaning.contains(tokens[i - 2].word);
}

// The Commission, as who gives a grade.
bool commission_grades(const Context& context, TokenRange range) {
  for (std::size_t i = range.first; i < range.last; ++i)
    if (names_commission(context, {i > range.first ? i - 1 : i, i + 1}) &&
        (context.document.tokens[i].word == "cqc" || context.document.tokens[i].word == "quality") &&
        !is_to_come(context, i))
      return true;
  return false;
}

// Somebody who gives grades, and is not only spoken to.
bool names_grader(const Context& context) {
  return std::any_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
    if (cue.payload != kRater) return false;
    return !names_commission(context, cue.tokens) || commission_grades(context, cue.tokens);
  });
}

// Where the clause of the grade ends: what comes behind a stop, or "before" it, is another's doing.
std::size_t clause_end(const Context& context, TokenRange at) {
  static const WordSet parting = {"before", "until", "ahead", "while", "but"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = at.last; i < context.sentence.tokens.last; ++i)
    if (parting.contains(tokens[i].word) ||
        context.document.slice(tokens[i - 1].end, tokens[i].begin).find_first_of(",;:") !=
            std::string_view::npos)
      return i;
  return context.sentence.tokens.last;
}

// A thing that may be owned stands directly before `at`, and is not the care of adults.
bool is_owned_thing(const Context& context, std::size_t at) {
  static const WordSet things = {"service", "scheme",  "team",    "firm",     "company", "business", "agency",
                                 "centre",  "unit",    "charity", "college",  "school",  "homes",    "home",
                                 "nursery", "hospice", "trust",   "operator", "house",   "houses"};
  if (!things.contains(context.document.tokens[at - 1].word)) return false;
  return !before(context.cues, kSubject, at - 1, 1);
}

// "They", "it", "the team", "inspectors": whoever the sentences before speak of.
bool opens_with_rater_meant(const Context& context) {
  static const WordSet pronouns = {"they", "it", "he", "she", "its", "their", "inspectors", "assessors"};
  static const WordSet raters = {"team",     "inspectors", "inspectorate", "regulator", "report",
                                 "watchdog", "inspection", "reviewers",    "visitors",  "assessors"};
  const std::vector<Token>& tokens = context.document.tokens;
  const TokenRange range = context.sentence.tokens;
  return pronouns.contains(tokens[range.first].word) ||
         (range.size() > 1 && tokens[range.first].word == "the" &&
          raters.contains(tokens[range.first + 1].word));
}

// Peers, and no cue of what people said.
bool names_peers(const Document& document, Cues cues) {
  static const WordSet saying = {"said", "says", "say"};
  return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& cue) {
    return cue.payload == kPeer && !saying.contains(document.tokens[cue.tokens.last - 1].word);
  });
}

// "When the Commission first published ... The authority asked for an independent review": that of the grade,
// by the Commission.
bool is_of_rating_reviewed(const Context& context, std::size_t number) {
  const std::vector<Token>& tokens = context.document.tokens;
  const TokenRange asked = context.document.sentences[number].tokens;
  bool independent = false;
  for (std::size_t i = asked.first; i + 4 < asked.last && !independent; ++i)
    independent = tokens[i].word == "asked" && tokens[i + 1].word == "for" &&
                  tokens[i + 3].word == "independent" && tokens[i + 4].word == "review" &&
                  (i + 5 == asked.last || tokens[i + 5].word != "of");
  if (!independent) return false;
  const Cues cues = context.article.cues[number];
  if (std::count_if(cues.begin(), cues.end(), [](const CueMatch& cue) { return cue.payload == kPeer; }) > 1)
    return false;
  for (std::size_t back = 1; back <= 2 && back <= number; ++back)
    if (names_commission(context, context.document.sentences[number - back].tokens)) return true;
  return false;
}

// "Ofsted's inspectors came in May. They judged the council outstanding."
bool is_by_rater_before(const Context& context) {
  if (names_commission(context) || !opens_with_rater_meant(context)) return false;
  for (std::size_t back = 1; back <= kRaterReach && back <= context.number; ++back) {
    const Sentence& earlier = context.document.sentences[context.number - back];
    const Cues cues = context.article.cues[context.number - back];
    if (any(cues, kJoint)) return !names_adults(context);
    if (names_commission(context, earlier.tokens)) return false;
    if (names_peers(context.document, cues) && !is_of_rating_reviewed(context, context.number - back))
      return true;
    if (any(cues, kAssessor)) return true;
  }
  return false;
}

// "Caremore, rated good", "Caremore, which the watchdog rates outstanding": a name that is no council's, and
// the clause that belongs to it.
bool is_of_other_name(const Context& context, TokenRange at) {
  static const WordSet openers = {"rated", "which", "graded", "judged"};
  static const WordSet where = {"in", "near", "from", "across", "around"};
  static const WordSet days = {"monday",    "tuesday", "wednesday", "thursday",   "friday",
                               "saturday",  "sunday",  "today",     "commission", "watchdog",
                               "regulator", "england", "britain"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first + 1 && at.first - i <= kVerdictReach;) {
    const Token& name = tokens[i - 1];
    if (context.document.after(name) != ',') continue;
    if (!openers.contains(tokens[i].word) || !name.capital || days.contains(name.word) ||
        name.facts.digits > 0)
      return false;
    if (month(name.word) > 0) return false;
    if (i >= 2 && where.contains(tokens[i - 2].word))
      return false;  // "Halton Council, in Cheshire, which was"
    for (const Cue kind : {kSubject, kRater, kAssessor})
      if (before(context.cues, kind, i, 0)) return false;
    return std::none_of(context.councils.begin(), context.councils.end(),
                        [&](const Mention& mention) { return mention.tokens.last == i; });
  }
  return false;
}

// "They celebrated as the Willows was rated good": a name that is no council's is what was rated.
bool is_of_name_before(const Context& context, TokenRange at) {
  static const WordSet verbs = {"was", "were", "is",    "are", "has", "have",
                                "had", "been", "being", "as",  "to",  "be"};
  static const WordSet bodies = {"care",       "services", "service", "department", "directorate", "health",
                                 "wellbeing",  "team",     "adults",  "authority",  "borough",     "council",
                                 "assessment", "county",   "city",    "it",         "we",          "i"};
  const std::vector<Token>& tokens = context.document.tokens;
  const auto verdict = before(context.cues, kVerdict, at.first, 1);
  if (!verdict) return false;
  std::size_t i = verdict->tokens.first;
  while (i > context.sentence.tokens.first && verbs.contains(tokens[i - 1].word)) --i;
  if (i == verdict->tokens.first || i < context.sentence.tokens.first + 3) return false;
  const Token& name = tokens[i - 1];
  if (!name.capital || tokens[i - 2].word != "the" || bodies.contains(name.word)) return false;
  if (context.document.slice(name.end, tokens[i].begin).size() != 1) return false;
  for (const Cue kind : {kSubject, kRater, kAssessor})
    if (before(context.cues, kind, i, 0)) return false;
  const auto named = mentions_of(context.article.councils, context.number);
  return std::none_of(named.begin(), named.end(),
                      [&](const Mention& mention) { return mention.tokens.last == i; });
}

// "The canteen at the council was rated good": every council is only where that is, and no care is named.
bool is_of_thing_there(const Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  if (context.councils.empty() || any(context.cues, kRater)) return false;
  for (const Mention& mention : context.councils)
    if (mention.tokens.first <= context.sentence.tokens.first + 1 || mention.tokens.last > at.first ||
        tokens[mention.tokens.first - 1].word != "at")
      return false;
  return std::all_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
    return cue.payload != kSubject ||
           std::any_of(context.councils.begin(), context.councils.end(), [&](const Mention& mention) {
             return cue.tokens.first >= mention.tokens.first && cue.tokens.last <= mention.tokens.last;
           });
  });
}

// "Inspectors of the Commission did their work in May. It says that the council requires improvement."
bool is_said_by_report(const Context& context) {
  static const WordSet saying = {"says", "said"};
  const std::vector<Token>& tokens = context.document.tokens;
  const TokenRange range = context.sentence.tokens;
  if (context.number == 0 || range.size() < 3 || tokens[range.first].word != "it" ||
      !saying.contains(tokens[range.first + 1].word))
    return false;
  const Cues cues = context.article.cues[context.number - 1];
  return names_commission(context, context.document.sentences[context.number - 1].tokens) &&
         !any(cues, kPeer) && !any(cues, kAssessor);
}

// "The union claims that care is inadequate", "Mrs Green said: ...": somebody's word, where no verdict is
// told and nobody named who gives them.
bool is_somebodys_word(const Context& context, TokenRange at) {
  static const WordSet saying = {"say",    "says",   "said", "claim", "claims", "claimed", "argue", "argues",
                                 "argued", "thinks", "feel", "felt",  "call",   "calls",   "called"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (names_grader(context) || is_told(context, at) ||
      before(context.cues, kVerdict, at.first, kVerdictReach) || behind(context.cues, kNoun, at.last, 1))
    return false;
  if (is_said_by_report(context)) return false;
  static const WordSet passive = {"been", "was", "were", "is", "are"};
  for (std::size_t i = context.sentence.tokens.first; i < at.first; ++i) {
    if (tokens[i + 1].word == "to" && tokens[i].word == "said") continue;  // "first said to require"
    if (saying.contains(tokens[i].word)) return true;
    if (tokens[i].word == "told" && any(context.cues, kRater) &&
        (i == context.sentence.tokens.first || !passive.contains(tokens[i - 1].word)))
      return true;
  }
  return false;
}

// "Elsewhere in the country a council's rating went up to good".
bool is_elsewhere(const Context& context, TokenRange at) {
  static const WordSet articles = {"a", "an", "one", "another"};
  static const WordSet bodies = {"council", "authority", "borough", "county", "local"};
  const std::vector<Token>& tokens = context.document.tokens;
  bool elsewhere = false;
  for (std::size_t i = context.sentence.tokens.first; i + 1 < at.first; ++i) {
    elsewhere |= tokens[i].word == "elsewhere";
    if (elsewhere && articles.contains(tokens[i].word) && bodies.contains(tokens[i + 1].word)) return true;
  }
  return false;
}

// "Residents rated", "staff call it": what people think, whoever is named behind it.
bool is_of_people(const Context& context, TokenRange at) {
  static const WordSet verbs = {"rated", "rate", "call", "called", "described", "describe"};
  const std::vector<Token>& tokens = context.document.tokens;
  return std::any_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
    return cue.payload == kPeer && cue.tokens.last <= at.first &&
           verbs.contains(tokens[cue.tokens.last - 1].word) &&
           !names_commission(context, {context.sentence.tokens.first, cue.tokens.first});
  });
}

// "In a dress rehearsal": that of the Commission, in an article about its trial of the scheme.
bool is_of_trial(const Context& context) {
  static const WordSet trials = {"rehearsal", "run"};
  return context.article.of_pilot &&
         std::all_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
           return cue.payload != kPeer || trials.contains(context.document.tokens[cue.tokens.last - 1].word);
         });
}

}  // namespace

bool names_commission(const Context& context) { return names_commission(context, context.sentence.tokens); }

bool names_adults(const Context& context) {
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = context.sentence.tokens.first; i < context.sentence.tokens.last; ++i)
    if (tokens[i].word == "adult" || tokens[i].word == "adults") return true;
  return false;
}

bool is_by_other(const Context& context, TokenRange at) {
  const bool assessor = any(context.cues, kAssessor),
             peer = any(context.cues, kPeer) && !is_of_trial(context);
  if (any(context.cues, kRegraded)) return false;
  if (any(context.cues, kJoint) && !names_adults(context)) return true;
  if (is_of_people(context, at)) return true;
  if (!assessor && !peer) return is_by_rater_before(context) || is_somebodys_word(context, at);
  if (commission_grades(context, {context.sentence.tokens.first, clause_end(context, at)})) return false;
  return peer || !names_adults(context);
}

bool is_of_any_council(const Context& context, TokenRange at) {
  static const WordSet articles = {"a", "an", "any", "each", "every"};
  static const WordSet usual = {"typical", "average"};
  static const WordSet bodies = {"council", "authority"};
  static const WordSet general = {"whose", "that", "which", "with",   "scoring", "is",
                                  "can",   "gets", "may",   "scores", "must"};
  static const WordSet past = {"has",  "had",  "was",  "were",
                               "been", "told", "given"};  // so it is a certain one
  const std::vector<Token>& tokens = context.document.tokens;
  if (!context.councils.empty()) return false;
  if (is_elsewhere(context, at)) return true;
  for (std::size_t i = context.sentence.tokens.first; i + 2 < at.first; ++i) {
    const std::size_t body = tokens[i + 1].word == "local" ? i + 2 : i + 1;
    if (usual.contains(tokens[i].word) && bodies.contains(tokens[body].word)) return true;
    if (!articles.contains(tokens[i].word) || !bodies.contains(tokens[body].word) ||
        tokens[body].possessive || !general.contains(tokens[body + 1].word))
      continue;
    return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(body),
                        tokens.begin() + static_cast<std::ptrdiff_t>(at.first),
                        [&](const Token& token) { return past.contains(token.word); });
  }
  return false;
}

bool spans_scale(const Context& context) {
  const std::vector<Token>& tokens = context.document.tokens;
  const auto is_end = [](const std::string& word) { return word == "inadequate" || word == "outstanding"; };
  for (std::size_t i = context.sentence.tokens.first + 1; i + 1 < context.sentence.tokens.last; ++i)
    if (tokens[i].word == "to" && is_end(tokens[i + 1].word) && tokens[i + 1].word != tokens[i - 1].word &&
        (is_end(tokens[i - 1].word) ||
         (tokens[i - 1].word == "through" && i >= 2 && is_end(tokens[i - 2].word))))
      return true;
  return false;
}

bool is_of_other_thing(const Context& context, TokenRange at) {
  return is_of_other_name(context, at) || is_of_name_before(context, at) || is_of_thing_there(context, at);
}

TokenRange owner(const Context& context) {
  static const WordSet owning = {"run",          "owned",  "belongs",    "managed", "operated", "belonging",
                                 "used",         "paid",   "funded",     "hired",   "employed", "provided",
                                 "commissioned", "backed", "contracted", "chosen"};
  static const WordSet keeping = {"runs",        "owns", "manages", "operates", "uses",     "funds",
                                  "commissions", "set",  "buys",    "hires",    "contracts"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (const Mention& mention : context.councils) {
    const std::size_t at = mention.tokens.first;
    if (at >= context.sentence.tokens.first + 2 && mention.tokens.last < context.sentence.tokens.last &&
        (tokens[at - 1].word == "that" || tokens[at - 1].word == "which") &&
        keeping.contains(tokens[mention.tokens.last].word) &&
        (is_owned_thing(context, at - 1) || !before(context.cues, kSubject, at - 1, 1)))
      return mention.tokens;
    if (at >= context.sentence.tokens.first + 2 && tokens[at - 1].word == "of" &&
        is_owned_thing(context, at - 1))
      return mention.tokens;  // "the reablement service of"
    if (at > context.sentence.tokens.first && tokens[at - 1].word == "at" &&
        before(context.cues, kEntity, at - 1, 0))
      return mention.tokens;                                                      // "a reablement team at"
    const std::size_t by = at > 0 && tokens[at - 1].word == "the" ? at - 1 : at;  // "run by the"
    if (by < context.sentence.tokens.first + 3 || !owning.contains(tokens[by - 2].word)) continue;
    if (tokens[by - 1].word != "by" && tokens[by - 1].word != "to") continue;
    if (is_owned_thing(context, by - 2)) return mention.tokens;
    for (const Cue kind : {kOther, kEntity})
      if (before(context.cues, kind, by - 2, kOwnerReach)) return mention.tokens;
  }
  return {};
}

}  // namespace assay::extract::grade
