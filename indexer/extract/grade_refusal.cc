#include "indexer/extract/grade_refusal.h"

#include <algorithm>

#include "indexer/extract/grade_announced.h"
#include "indexer/extract/grade_others.h"
#include "indexer/extract/grade_shape.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kToldReach = 6;    // tokens before "to be" in which a word shows that it came about
constexpr std::size_t kJudgedReach = 9;  // and one that says so by itself
constexpr std::size_t kOtherBehindReach = 4;

bool is_number(const std::string& word) {
  static const WordSet words = {"one",   "two",  "three", "four",    "five",   "six",  "seven",
                                "eight", "nine", "ten",   "eleven",  "twelve", "none", "no",
                                "most",  "many", "few",   "several", "some",   "half"};
  return words.contains(word) || word.find_first_not_of("0123456789") == std::string::npos;
}

bool is_year(const std::string& word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

// "May" is a month where it has its capital inside a sentence.
bool is_month(const Document& document, const Sentence& sentence, const CueMatch& cue) {
  const Token& token = document.tokens[cue.tokens.first];
  return token.word == "may" && token.capital && cue.tokens.first != sentence.tokens.first;
}

// "Achieving a good rating was an objective", "its aim is a good rating": unless a verdict is announced
// behind the aim, in a clause of its own.
bool is_aim(const Context& context, TokenRange at) {
  const Document& document = context.document;
  const bool conditional = behind(context.cues, kConditional, at.last, kVerdictReach).has_value();
  if (!any(context.cues, kAim) && !conditional) return false;
  const auto aim = before(context.cues, kAim, at.first, at.first);
  if (!aim) return document.tokens[context.sentence.tokens.first].word.ends_with("ing");
  const std::size_t begin = document.tokens[aim->tokens.last - 1].end;
  const std::size_t comma = document.slice(begin, document.tokens[at.first].begin).rfind(',');
  if (comma == std::string_view::npos) return true;
  const auto verdict = before(context.cues, kVerdict, at.first, kVerdictReach);
  return !verdict || document.tokens[verdict->tokens.first].begin < begin + comma;
}

// "The council, which funds 40 care homes, was rated": told in passing of the subject before it.
bool is_in_passing(const Context& context, const CueMatch& other, TokenRange at) {
  static const WordSet verbs = {"was", "were", "is", "are", "has", "have", "had"};
  if (!context.has_subject_before(other.tokens.first, context.document.tokens.size())) return false;
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

// "must act after its 'requires improvement' finding": the grade is why.
bool is_behind_cause(const Context& context, TokenRange between) {
  static const WordSet causes = {"after", "following", "because", "despite"};
  return std::any_of(context.document.tokens.begin() + static_cast<std::ptrdiff_t>(between.first),
                     context.document.tokens.begin() + static_cast<std::ptrdiff_t>(between.last),
                     [](const Token& token) { return causes.contains(token.word); });
}

// "needed 63 per cent to be rated good"; but "found to be good", "the first to be rated good", "deemed the
// care in the town to be good".
bool is_wished(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet told = {"said",     "first",     "second", "third", "only",  "latest", "council",
                               "councils", "authority", "proved", "shown", "known", "held",   "considered"};
  static const WordSet judged = {"found", "judged", "deemed", "declared", "ruled", "considers", "considered"};
  for (std::size_t i = at.first; i-- > sentence.tokens.first + 1 && at.first - i <= kNearReach;) {
    if (document.tokens[i].word != "be" || document.tokens[i - 1].word != "to") continue;
    for (std::size_t j = i; j-- > sentence.tokens.first && i - j <= kJudgedReach;)
      if (judged.contains(document.tokens[j].word) ||
          (i - j <= kToldReach && told.contains(document.tokens[j].word)))
        return false;
    return true;
  }
  return false;
}

// "14 had been rated good", "two of them were": a number is what was rated.
bool is_of_number(const Context& context, TokenRange at) {
  static const WordSet verbs = {"rated", "judged", "graded", "assessed", "as",     "been", "had",  "have",
                                "were",  "was",    "are",    "is",       "deemed", "came", "come", "out",
                                "told",  "that",   "they",   "of",       "them",   "all",  "has"};
  const Document& document = context.document;
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first;) {
    const Token& token = document.tokens[i];
    if (document.slice(token.end, document.tokens[i + 1].begin).find(',') != std::string_view::npos)
      return false;
    if (!verbs.contains(token.word)) return is_number(token.word) && !is_year(token.word);
  }
  return false;
}

// "one of only three councils to be rated", "joins the councils rated": a count, but of those that it belongs
// to.
bool is_one_of(const Context& context, std::size_t at) {
  static const WordSet joining = {"joined", "joins", "joining", "join", "ranks"};
  for (std::size_t i = at; i-- > context.sentence.tokens.first + 1 && at - i <= kNearReach;)
    if (joining.contains(context.document.tokens[i].word) ||
        (context.document.tokens[i].word == "of" && context.document.tokens[i - 1].word == "one"))
      return true;
  return false;
}

// "These have all been rated good": several things, named in the sentence before, and not as councils.
bool is_of_several(const Context& context, TokenRange at) {
  static const WordSet several = {"these", "they", "both", "all", "each"};
  const Document& document = context.document;
  const TokenRange tokens = context.sentence.tokens;
  if (context.number == 0 || !several.contains(document.tokens[tokens.first].word)) return false;
  if (!any(context.article.cues[context.number - 1], kOther)) return false;
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(at.first), [](const Token& token) {
                       return token.word == "all" || token.word == "both" || token.word == "each";
                     });
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

// "One council had been found inadequate": one of many, and no name.
bool is_of_one_council(const Context& context, TokenRange at) {
  static const WordSet bodies = {"council", "authority"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (!context.councils.empty()) return false;
  for (std::size_t i = context.sentence.tokens.first; i + 1 < at.first; ++i)
    if (tokens[i].word == "one" &&
        bodies.contains(tokens[tokens[i + 1].word == "local" ? i + 2 : i + 1].word))
      return true;
  return false;
}

bool names_councils(const Document& document, const CueMatch& many) {
  const std::string& last = document.tokens[many.tokens.last - 1].word;
  return last == "councils" || last == "authorities";
}

// "Most councils' care is good".
bool is_of_councils(const Context& context, TokenRange at) {
  for (const CueMatch& cue : context.cues) {
    if (cue.payload != kMany || cue.tokens.last > at.first || !names_councils(context.document, cue))
      continue;
    const std::string_view behind =
        std::string_view(context.document.text).substr(context.document.tokens[cue.tokens.last - 1].end, 3);
    if (behind.starts_with("' ") || behind.starts_with("\u2019")) return true;
  }
  return false;
}

// "84 per cent of the homes that the council pays for are rated good".
bool is_of_share(const Context& context, TokenRange at) {
  for (const CueMatch& cue : context.cues) {
    if (cue.payload != kOther || cue.tokens.last > at.first) continue;
    if (context.document
            .slice(context.document.tokens[cue.tokens.last - 1].end, context.document.tokens[at.first].begin)
            .find(',') != std::string_view::npos)
      continue;
    for (std::size_t i = cue.tokens.first;
         i-- > context.sentence.tokens.first && cue.tokens.first - i <= kNearReach;)
      if (is_number(context.document.tokens[i].word) || context.document.tokens[i].word == "cent")
        return true;
  }
  return false;
}

// "When the report first came out, the council was placed in the category of": unless a grade that followed
// it stands before this one.
bool is_origin(const Context& context, TokenRange at) {
  const auto origin = context.nearest(kOrigin, at.first);
  if (!origin) return false;
  for (const Cue later : {kLatest, kRegraded})
    if (const auto cue = context.nearest(later, at.first); cue && cue->tokens.first >= origin->tokens.last)
      return false;
  return true;
}

bool is_of_noun(const Context& context, TokenRange at) {
  return at.first > 0 && context.document.tokens[at.first - 1].word == "of" &&
         before(context.cues, kVerdict, at.first, 0);
}

std::string refuse_by_part(const Context& context, TokenRange at, std::size_t subject) {
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first && at.first - i <= kVerdictReach;)
    if (context.document.tokens[i].word == "overall") return {};
  // "their good rating for the council": the subject may also follow.
  if (behind(context.cues, kSubject, at.last, kNearReach)) return {};
  for (const PhraseMatch& part : context.parts) {
    const bool nearest_before =
        part.tokens.last <= at.first && part.tokens.last > subject && subject <= part.tokens.first;
    const bool just_behind = part.tokens.first >= at.last && part.tokens.first <= at.last + 3 &&
                             !ends_clause(context.document, context.sentence, at);
    if (nearest_before || just_behind) return "the grade of a part";
  }
  if (behind(context.cues, kNoun, at.last, 0)) return {};  // "nine areas ... their good rating"
  if (is_of_noun(context, at)) return {};                  // "nine areas ... their rating of good"
  if (before(context.cues, kNoun, at.first, 0) && is_set_off(context.document, at)) return {};
  if (const auto part = context.nearest(kPart, at.first); part && part->tokens.last > subject)
    return "the grade of a part";
  return {};
}

std::string refuse_by_subject(const Context& context, TokenRange at) {
  const auto said_of = [&](const CueMatch& cue) {
    return kOfElse + ": '" + context.document.tokens[cue.tokens.first].word + "'";
  };
  if (is_of_several(context, at)) return "said of several things";
  std::size_t subject = 0;  // where the nearest word for what is graded ends
  bool any_subject = any(context.cues, kSubject);
  const TokenRange owner = grade::owner(context);
  const auto is_owner = [&](TokenRange tokens) {
    return tokens.first >= owner.first && tokens.last <= owner.last;
  };
  if (const auto cue = context.nearest(kSubject, at.first); cue && !is_owner(cue->tokens))
    subject = cue->tokens.last;
  for (const Mention& mention : context.councils) {
    if (is_place(context.document, context.cues, mention) || is_owner(mention.tokens)) continue;
    any_subject = true;
    if (mention.tokens.last <= at.first) subject = std::max(subject, mention.tokens.last);
  }
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
  if (!any_subject)
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
  if (is_of_any_council(context, at)) return kOfAny;
  if (is_alternative(context.document, context.sentence, at)) return "either of two grades";
  if (at.first > context.sentence.tokens.first && is_number(context.document.tokens[at.first - 1].word))
    return "a count";
  if (is_of_number(context, at) || is_of_share(context, at) || is_of_one_council(context, at))
    return "a count";
  if (context.councils.empty() && is_of_councils(context, at)) return "a count";
  if (context.article.of_provider && context.councils.empty()) return "the grade of a provider of care";
  if (const auto many = before(context.cues, kMany, at.first, kVerdictReach);
      many && (names_councils(context.document, *many) || !behind(context.cues, kNoun, at.last, 0)) &&
      !context.has_subject_before(at.first, at.first - many->tokens.last) &&
      !is_one_of(context, many->tokens.first))
    return "a count";
  if (!is_announced(context, at)) return "a plain word";
  if (before(context.cues, kGoal, at.first, kNearReach) || is_wished(context.document, context.sentence, at))
    return "a goal or a threshold";
  if (context.before_in_clause(kNear, at.first, kNearReach)) return "a goal or a threshold";
  if (is_aim(context, at)) return "a goal or a threshold";
  if (context.before_in_clause(kNegation, at.first, kVerdictReach)) return "not so";
  if (const auto conditional = context.before_in_clause(kConditional, at.first, kVerdictReach);
      conditional && !context.article.of_pilot &&
      !is_behind_cause(context, {conditional->tokens.last, at.first}) &&
      !is_month(context.document, context.sentence, *conditional))
    return "a goal or a threshold";
  if (behind(context.cues, kBar, at.last, 1) && !before(context.cues, kAward, at.first, 1))
    return "a goal or a threshold";
  if (before(context.cues, kPast, at.first, kNearReach) || is_origin(context, at)) return kEarlier;
  if (context.grades.size() > 1 && before(context.cues, kSource, at.first, 2) &&
      context.document.tokens[at.first - 1].word != "to")
    return kEarlier;
  return refuse_by_subject(context, at);
}

}  // namespace assay::extract::grade
