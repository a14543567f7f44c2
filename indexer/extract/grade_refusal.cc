#include "indexer/extract/grade_refusal.h"

#include <algorithm>

#include "indexer/extract/grade_announced.h"
#include "indexer/extract/grade_count.h"
#include "indexer/extract/grade_goal.h"
#include "indexer/extract/grade_others.h"
#include "indexer/extract/grade_shape.h"
#include "indexer/extract/grade_subject.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kOtherBehindReach = 4;

// "The council, which funds 40 care homes, was rated": told in passing of the subject before it.
bool is_in_passing(const Context& context, const CueMatch& other, TokenRange at) {
  static const WordSet verbs = {"was", "were", "is", "are", "has", "have", "had"};
  if (!context.has_subject_before(other.tokens.first, context.document.tokens.size())) return false;
  // "Bury Council's own care home, ..., was rated"
  for (std::size_t i = other.tokens.first;
       i-- > context.sentence.tokens.first && other.tokens.first - i <= 2;)
    if (context.document.tokens[i].possessive) return false;
  for (std::size_t i = other.tokens.last; i < at.first; ++i) {
    const Token& token = context.document.tokens[i];
    const std::string_view gap = context.document.slice(context.document.tokens[i - 1].end, token.begin);
    if (gap.find(',') != std::string_view::npos && verbs.contains(token.word)) return true;
  }
  return false;
}

// "rated good despite hospital pressures": what follows such a word is not what is graded.
bool is_apart(const Document& document, TokenRange between) {
  static const WordSet parting = {"despite", "with",     "amid", "after",   "but",    "and",
                                  "while",   "although", "as",   "because", "though", "in"};
  if (between.first > 0 &&
      document.slice(document.tokens[between.first - 1].end, document.tokens[between.last].begin)
              .find_first_of(",;:.") != std::string_view::npos)
    return true;
  for (std::size_t i = between.first; i < between.last; ++i)
    if (parting.contains(document.tokens[i].word)) return true;
  return false;
}

// "one of four ratings, from inadequate to outstanding": two of them stand for all.
bool names_scale(const Context& context) {
  static const WordSet kinds = {"ratings", "grades", "levels", "possible", "categories", "bands"};
  if (context.grades.size() < 2 || !context.councils.empty()) return false;
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = context.sentence.tokens.first; i + 1 < context.sentence.tokens.last; ++i)
    if (tokens[i].word == "four" && kinds.contains(tokens[i + 1].word)) return true;
  return false;
}

// "When the Commission first issued its findings": what was told then did not last.
bool is_first_telling(const Document& document, TokenRange range) {
  static const WordSet verbs = {"issued",  "published", "reported",  "announced",
                                "printed", "released",  "pronounced"};
  static const WordSet several = {"ratings", "grades", "results", "scores"};  // those of all councils
  constexpr std::size_t kReach = 8;
  const std::vector<Token>& tokens = document.tokens;
  if (range.size() < 3 || tokens[range.first].word != "when") return false;
  for (std::size_t i = range.first + 1; i + 1 < std::min(range.last, range.first + kReach); ++i)
    if (tokens[i].word == "first" && verbs.contains(tokens[i + 1].word))
      return i + 3 >= range.last || !several.contains(tokens[i + 3].word);
  return false;
}

// "When the report first came out, the council was placed in the category of": unless a grade that followed
// it stands before this one.
bool is_origin(const Context& context, TokenRange at) {
  static const WordSet links = {"that", "this", "which"};
  if (is_first_telling(context.document, {context.sentence.tokens.first, at.first})) return true;
  if (context.number > 0 && links.contains(context.document.tokens[context.sentence.tokens.first].word) &&
      is_first_telling(context.document, context.document.sentences[context.number - 1].tokens))
    return true;  // "When the report was first published, the total was 62. That is"
  const auto origin = context.nearest(kOrigin, at.first);
  if (!origin) return false;
  for (const Cue later : {kLatest, kRegraded})
    if (const auto cue = context.nearest(later, at.first); cue && cue->tokens.first >= origin->tokens.last)
      return false;
  return true;
}

// "Providers in the borough", "homes across the county": where something is.
bool is_area(const Document& document, TokenRange tokens) {
  static const WordSet areas = {"borough", "county", "city", "district", "area"};
  static const WordSet where = {"in", "across", "around", "within", "throughout", "over"};
  static const WordSet articles = {"the", "our", "this"};
  if (!areas.contains(document.tokens[tokens.last - 1].word)) return false;
  std::size_t at = tokens.last - 1;
  if (at > 0 && articles.contains(document.tokens[at - 1].word)) --at;
  return at > 0 && where.contains(document.tokens[at - 1].word);
}

// "A provider of adult social care", "an adult social care company": the care is what somebody sells.
bool is_trade(const Context& context, const CueMatch& cue) {
  static const WordSet traders = {"provider", "providers",  "company",  "firm",    "charity",
                                  "agency",   "business",   "employer", "trust",   "operator",
                                  "group",    "contractor", "office",   "offices", "building"};
  const std::vector<Token>& tokens = context.document.tokens;
  static const WordSet words = {"adult", "adults", "social", "care", "services"};
  std::size_t first = cue.tokens.first, last = cue.tokens.last;
  while (first > context.sentence.tokens.first && words.contains(tokens[first - 1].word)) --first;
  while (last < context.sentence.tokens.last && words.contains(tokens[last].word)) ++last;
  if (last < context.sentence.tokens.last && traders.contains(tokens[last].word)) return true;
  return first >= context.sentence.tokens.first + 2 && tokens[first - 1].word == "of" &&
         traders.contains(tokens[first - 2].word);
}

// "Was not rated good", "has never been rated good"; but "not outstanding but good".
bool is_negated(const Context& context, TokenRange at) {
  if (before(context.cues, kUnrated, at.first, 1)) return true;
  return context.before_in_clause(kNegation, at.first, kVerdictReach) &&
         context.before_of_it(kNegation, at.first, kVerdictReach);
}

// "The highest rating in the North", "the lowest rating of any council": that of a comparison.
bool is_compared(const Context& context, TokenRange at) {
  static const WordSet superlatives = {"highest", "lowest", "top", "best", "worst"};
  static const WordSet among = {"among", "of",       "any",        "yet",        "ever", "since",  "so",
                                "to",    "anywhere", "nationally", "nationwide", "seen", "outside"};
  static const WordSet own = {"its", "the", "their", "our"};
  static const WordSet reports = {"assessment", "inspection", "report", "latest", "first", "cqc", "new"};
  const std::vector<Token>& tokens = context.document.tokens;
  const bool superlative = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(at.first),
                                       tokens.begin() + static_cast<std::ptrdiff_t>(at.last),
                                       [](const Token& token) { return superlatives.contains(token.word); });
  if (!superlative || at.last >= context.sentence.tokens.last ||
      ends_clause(context.document, context.sentence, at))
    return false;
  if (among.contains(tokens[at.last].word)) return true;
  if (tokens[at.last].word == "from" || tokens[at.last].word == "by")  // "the highest rating from its users"
    return !behind(context.cues, kRater, at.last + 1, kNearReach);
  if (tokens[at.last].word != "in" && tokens[at.last].word != "across") return false;
  std::size_t next = at.last + 1;
  if (next < context.sentence.tokens.last && own.contains(tokens[next].word)) ++next;
  return next >= context.sentence.tokens.last || !reports.contains(tokens[next].word);
}

bool is_of_noun(const Context& context, TokenRange at) {
  return at.first > 0 && context.document.tokens[at.first - 1].word == "of" &&
         before(context.cues, kVerdict, at.first, 0);
}

// "For the discharge of its duties": all that it has to do, and not how people leave hospital.
bool is_of_duties(const Context& context, TokenRange part) {
  static const WordSet whose = {"its", "their", "the", "adult", "care", "act", "statutory"};
  static const WordSet duties = {"duties", "functions", "responsibilities"};
  const std::vector<Token>& tokens = context.document.tokens;
  std::size_t i = part.last;
  if (i >= context.sentence.tokens.last || tokens[i].word != "of") return false;
  while (++i < context.sentence.tokens.last && whose.contains(tokens[i].word)) continue;
  return i < context.sentence.tokens.last && duties.contains(tokens[i].word);
}

// "In seven of nine areas the CQC found the council": the clause begins with where the grade holds.
bool is_of_some_parts(const Context& context, const CueMatch& part, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  return tokens[first].word == "in" && part.tokens.last <= first + kVerdictReach &&
         context.before_in_clause(kPart, at.first, at.first - first).has_value();
}

// "Three in all nine categories, and has designated it good", "leadership is up and the service is rated
// good": another verb than that of the part.
bool is_told_anew(const Context& context, TokenRange part, TokenRange at) {
  static const WordSet wholes = {"service", "council", "authority", "borough", "town", "city", "county"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = part.last; i + 2 < at.first; ++i)
    if (tokens[i].word == "and" &&
        (context.document.slice(tokens[i - 1].end, tokens[i].begin).find(',') != std::string_view::npos ||
         (tokens[i + 1].word == "the" && wholes.contains(tokens[i + 2].word))))
      return before(context.cues, kVerdict, at.first, at.first - i) ||
             behind(context.cues, kNoun, at.last, 0);
  return false;
}

std::string refuse_by_part(const Context& context, TokenRange at, std::size_t subject) {
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first && at.first - i <= kVerdictReach;) {
    const bool own = context.document.tokens[i].word == "overall";
    if (own && context.places.size() > 1 && context.places.front().tokens.last <= i)
      break;  // "rated good overall, outstanding for partnerships": that of the grade before it
    if (own) return {};
  }
  if (at.last < context.sentence.tokens.last && context.document.tokens[at.last].word == "overall") return {};
  // "their good rating for the council": the subject may also follow.
  if (behind(context.cues, kSubject, at.last, kNearReach)) return {};
  for (const PhraseMatch& part : context.parts) {
    if (is_of_duties(context, part.tokens) || is_told_anew(context, part.tokens, at)) continue;
    const bool nearest_before =
        part.tokens.last <= at.first && part.tokens.last > subject && subject <= part.tokens.first;
    const bool just_behind = part.tokens.first >= at.last && part.tokens.first <= at.last + 3 &&
                             !ends_clause(context.document, context.sentence, at) &&
                             context.document
                                     .slice(context.document.tokens[at.last - 1].end,
                                            context.document.tokens[part.tokens.first].begin)
                                     .find(',') == std::string_view::npos;
    if (nearest_before || just_behind) return "the grade of a part";
  }
  if (behind(context.cues, kNoun, at.last, 0)) return {};  // "nine areas ... their good rating"
  if (is_of_noun(context, at)) return {};                  // "nine areas ... their rating of good"
  if (before(context.cues, kNoun, at.first, 0) && is_set_off(context.document, at)) return {};
  if (const auto part = context.nearest(kPart, at.first);
      part && !is_area(context.document, part->tokens) && !is_told_anew(context, part->tokens, at) &&
      (part->tokens.last > subject || is_of_some_parts(context, *part, at)))
    return "the grade of a part";
  return {};
}

// "Safeguarding at Bury Council": the council is where the part is.
bool is_part_there(const Context& context, const Mention& mention) {
  static const WordSet where = {"at", "in", "across", "within"};
  const std::size_t at = mention.tokens.first;
  return at > context.sentence.tokens.first && where.contains(context.document.tokens[at - 1].word) &&
         std::any_of(context.parts.begin(), context.parts.end(),
                     [&](const PhraseMatch& part) { return part.tokens.last == at - 1; });
}

// "To arrive at our good rating the CQC gave": who speaks has it from the Commission.
bool is_ours_by_commission(const Context& context, TokenRange at) {
  return at.first > context.sentence.tokens.first && context.document.tokens[at.first - 1].word == "our" &&
         behind(context.cues, kNoun, at.last, 0) && names_commission(context);
}

std::string refuse_by_subject(const Context& context, TokenRange at) {
  const auto said_of = [&](const CueMatch& cue) {
    return kOfElse + ": '" + context.document.tokens[cue.tokens.first].word + "'";
  };
  if (is_of_several(context, at)) return "said of several things";
  if (is_of_other_thing(context, at) || is_of_other_subject(context, at)) return kOfElse;
  std::size_t subject = 0;  // where the nearest word for what is graded ends
  bool any_subject = any(context.cues, kSubject);
  const TokenRange owner = grade::owner(context);
  const auto is_owner = [&](TokenRange tokens) {
    return tokens.first >= owner.first && tokens.last <= owner.last;
  };
  const auto is_named = [&](const CueMatch& cue) {
    return std::any_of(context.councils.begin(), context.councils.end(), [&](const Mention& mention) {
      return cue.tokens.first >= mention.tokens.first && cue.tokens.last <= mention.tokens.last;
    });
  };
  for (const CueMatch& cue : context.cues)
    if (cue.payload == kSubject && cue.tokens.last <= at.first && !is_owner(cue.tokens) && !is_named(cue) &&
        !is_area(context.document, cue.tokens) && !is_trade(context, cue))
      subject = cue.tokens.last;
  for (const Mention& mention : context.councils) {
    if (is_place(context.document, context.cues, mention) || is_owner(mention.tokens)) continue;
    any_subject = true;
    if (is_part_there(context, mention)) continue;
    if (mention.tokens.last <= at.first) subject = std::max(subject, mention.tokens.last);
  }
  if (const auto home = context.home_before(at.first); home && *home > subject) return kOfElse + ", a home";
  for (const Cue kind : {kOther, kEntity}) {
    if (const auto other = context.nearest(kind, at.first);
        other && other->tokens.last >= subject && !is_in_passing(context, *other, at))
      return said_of(*other);
    if (const auto other = behind(context.cues, kind, at.last, kOtherBehindReach);
        other && !stands_alone(context.document, context.sentence, at) &&
        !(subject > 0 && is_apart(context.document, {at.last, other->tokens.first})))
      return said_of(*other);
  }
  if (!owner.empty() && subject == 0 && owner.last <= at.first) return kOfElse + ", which the council owns";
  if (!any_subject && !is_ours_by_commission(context, at))
    if (const auto other = context.spoken_of(); other && !other->empty())
      return "said of what is spoken of there: '" + *other + "'";
  return refuse_by_part(context, at, subject);
}

}  // namespace

std::string refusal(const Context& context, TokenRange at) {
  if (context.document.in_tail(context.sentence)) return "stands behind the article";
  if (!context.article.of_assessment) return kNoAssessment;
  if (any(context.cues, kScheme) || is_of_early_year(context.document, context.sentence, at))
    return "a grade of an earlier scheme";
  if (names_scale(context) || (context.grades.size() >= kScaleGrades && context.councils.size() < 2))
    return "the scale of grades";
  if (spans_scale(context)) return "the scale of grades";
  if (is_by_other(context, at)) return kByOther;
  if (is_of_any_council(context, at) || is_of_unnamed_council(context, at)) return kOfAny;
  if (is_alternative(context.document, context.sentence, at)) return "either of two grades";
  const bool joined = is_joined(context, at);
  if (!joined && is_count(context, at)) return "a count";
  if (context.article.of_provider && context.councils.empty()) return "the grade of a provider of care";
  if (!joined && is_of_many(context, at)) return "a count";
  if (!is_announced(context, at)) return "a plain word";
  if (is_compared(context, at)) return "highest or lowest of several";
  if (is_goal(context, at)) return "a goal or a threshold";
  if (is_asked(context, at)) return "asked, not said";
  if (is_negated(context, at)) return "not so";
  if (before(context.cues, kPast, at.first, kNearReach) || is_origin(context, at)) return kEarlier;
  if (context.grades.size() > 1 && before(context.cues, kSource, at.first, 2) &&
      context.document.tokens[at.first - 1].word != "to")
    return kEarlier;
  return joined ? std::string() : refuse_by_subject(context, at);
}

}  // namespace assay::extract::grade
