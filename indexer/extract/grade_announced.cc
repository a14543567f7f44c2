#include "indexer/extract/grade_announced.h"

#include <algorithm>

#include "indexer/extract/grade_others.h"
#include "indexer/extract/grade_shape.h"
#include "indexer/extract/grade_told.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kAwardReach = 9;

// "good work", "outstanding assessments": an adjective of what follows it.
bool is_adjective(const Context& context, TokenRange at) {
  const Document& document = context.document;
  if (at.size() > 1 || is_quoted(document, at) || is_capitalised(document, context.sentence, at))
    return false;
  if (ends_clause(document, context.sentence, at)) return false;
  const std::string& next = document.tokens[at.last].word;
  if (next.find_first_of("0123456789") == 0) return false;
  if (document.slice(document.tokens[at.last - 1].end, document.tokens[at.last].begin).size() > 1)
    return false;  // a dash or a quotation mark stands between
  if (context.article.finder.is(kFollow, document.tokens[at.last])) return false;
  for (const Cue kind : {kNoun, kRater, kSubject})
    if (behind(context.cues, kind, at.last, 0)) return false;
  return true;
}

// "Meadow View, Bury, requires improvement": the place behind another name, unless that is a council's too.
bool is_address(const Context& context, const Mention& mention) {
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t at = mention.tokens.first;
  if (mention.formal || !tokens[at - 1].capital || context.document.after(tokens[at - 1]) != ',' ||
      context.document.after(tokens[mention.tokens.last - 1]) != ',')
    return false;
  return std::none_of(context.councils.begin(), context.councils.end(),
                      [&](const Mention& other) { return other.tokens.last == at; });
}

// "Leadership at Bury Council", "information for carers of Bury Council": the council is only where that is,
// unless it is the care that the council gives.
bool is_only_where(const Context& context, const Mention& mention) {
  static const WordSet where = {"at", "in", "of", "by", "from", "for", "within", "across"};
  static const WordSet care = {"care", "services", "service", "council", "authority", "department"};
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first, at = mention.tokens.first;
  if (at <= first + 1) return false;
  if (is_address(context, mention)) return true;
  if (!where.contains(tokens[at - 1].word)) return false;
  if (before(context.cues, kSubject, at - 1, at - first)) return false;
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      tokens.begin() + static_cast<std::ptrdiff_t>(at),
                      [](const Token& token) { return care.contains(token.word); });
}

// What is graded, or a council's name that is not only where something is, ends at `at`.
bool ends_subject(const Context& context, std::size_t at) {
  if (before(context.cues, kSubject, at, 0) &&
      std::none_of(context.councils.begin(), context.councils.end(),
                   [&](const Mention& mention) { return mention.tokens.last == at; }))
    return true;
  return std::any_of(context.councils.begin(), context.councils.end(), [&](const Mention& mention) {
    return mention.tokens.last == at && !is_only_where(context, mention);
  });
}

// A word for what is graded, and not of a council's name, ends within `distance` tokens before `at`.
bool names_service_before(const Context& context, std::size_t at, std::size_t distance) {
  return std::any_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
    return cue.payload == kSubject && cue.tokens.last <= at && at - cue.tokens.last <= distance &&
           std::none_of(context.councils.begin(), context.councils.end(), [&](const Mention& mention) {
             return cue.tokens.first >= mention.tokens.first && cue.tokens.last <= mention.tokens.last;
           });
  });
}

// "Bury Council: the watchdog said that visits require improvement".
bool is_parted(const Document& document, TokenRange between) {
  return between.size() > 1 &&
         document.slice(document.tokens[between.first - 1].end, document.tokens[between.last].begin)
                 .find_first_of(":;") != std::string_view::npos;
}

// Directly before `at`: "the CQC says it requires improvement", "it is good, the CQC says".
bool is_of_pronoun(const Context& context, std::size_t at) {
  static const WordSet pronouns = {"it", "we"};
  return at > context.sentence.tokens.first && pronouns.contains(context.document.tokens[at - 1].word) &&
         names_commission(context);
}

// "The rating of good that the Commission gave", "the finding was one of Good".
bool is_of_rating(const Context& context, TokenRange at) {
  static const WordSet nouns = {"rating", "grade", "ranking", "verdict", "judgement", "judgment"};
  static const WordSet findings = {"finding", "outcome", "result", "rating", "grade", "verdict", "judgement"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.first >= context.sentence.tokens.first + 4 && tokens[at.first - 1].word == "of" &&
      tokens[at.first - 2].word == "one" && tokens[at.first - 3].word == "was" && any(context.cues, kRater) &&
      !context.nearest(kOther, at.first) && !context.nearest(kEntity, at.first) &&
      (is_quoted(context.document, at) || is_capitalised(context.document, context.sentence, at)))
    for (std::size_t i = at.first - 3;
         i-- > context.sentence.tokens.first && at.first - i <= 4 + kAwardReach;)
      if (findings.contains(tokens[i].word)) return true;
  return at.first >= context.sentence.tokens.first + 2 && tokens[at.first - 1].word == "of" &&
         nouns.contains(tokens[at.first - 2].word);
}

// "a Good-rated authority"
bool is_compound(const Context& context, TokenRange at) {
  const Document& document = context.document;
  return at.last < context.sentence.tokens.last && document.tokens[at.last].word == "rated" &&
         document.after(document.tokens[at.last - 1]) == '-' &&
         behind(context.cues, kSubject, at.last + 1, 1);
}

// "an Outstanding local authority (CQC)": in capitals, by the Commission; or "is a 'Good' authority for adult
// social care", of a council by its name.
bool is_of_its_body(const Context& context, TokenRange at) {
  static const WordSet articles = {"a", "an", "the", "our"};
  static const WordSet bodies = {"council", "authority", "local"};
  return at.first > context.sentence.tokens.first && at.last < context.sentence.tokens.last &&
         articles.contains(context.document.tokens[at.first - 1].word) &&
         bodies.contains(context.document.tokens[at.last].word) &&
         ((is_capitalised(context.document, context.sentence, at) && names_commission(context)) ||
          (is_quoted(context.document, at) && !context.councils.empty() && names_adults(context)));
}

// In a trial: "the city would be good, the CQC says, if this were for real".
bool would_be(const Context& context, std::size_t link) {
  const std::vector<Token>& tokens = context.document.tokens;
  if (!context.article.of_pilot || link <= context.sentence.tokens.first + 1 || tokens[link].word != "be" ||
      tokens[link - 1].word != "would" || !names_commission(context) || !ends_subject(context, link - 1))
    return false;
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(link),
                     tokens.begin() + static_cast<std::ptrdiff_t>(context.sentence.tokens.last),
                     [](const Token& token) { return token.word == "real" || token.word == "counted"; });
}

// "requires improvement to its roof": a verb with an object of its own.
bool needs_improvement_somewhere(const Context& context, TokenRange at) {
  static const WordSet whose = {"its", "their", "the", "his", "her"};
  const std::vector<Token>& tokens = context.document.tokens;
  return at.last + 1 < context.sentence.tokens.last && tokens[at.last].word == "to" &&
         whose.contains(tokens[at.last + 1].word);
}

// "The chair says that things are better. Good." A word of its own amid prose, and nothing about it speaks of
// a grade.
bool is_exclaimed(const Context& context) {
  const Document& document = context.document;
  if (document.lines[context.sentence.line].tokens.size() == context.sentence.tokens.size()) return false;
  const std::size_t last = std::min(document.sentences.size(), context.number + 2);
  for (std::size_t i = context.number - std::min<std::size_t>(context.number, 1); i < last; ++i)
    for (const Cue kind : {kRater, kVerdict, kNoun, kAward, kGoal, kAim})
      if (i != context.number && document.sentences[i].line == context.sentence.line &&
          any(context.article.cues[i], kind))
        return false;
  return context.sentence.tokens.size() == 1 && document.in_headline(context.sentence) == false;
}

// "The Commission has lifted the council from requires improvement to good".
bool tells_of_move(const Context& context) {
  static const WordSet moves = {"lifted",  "moved",  "risen",   "rises",     "rose", "jumped",
                                "climbed", "gone",   "went",    "moves",     "goes", "turned",
                                "dropped", "fallen", "slipped", "progressed"};
  return any(context.cues, kRater) &&
         std::any_of(
             context.document.tokens.begin() + static_cast<std::ptrdiff_t>(context.sentence.tokens.first),
             context.document.tokens.begin() + static_cast<std::ptrdiff_t>(context.sentence.tokens.last),
             [](const Token& token) { return moves.contains(token.word); });
}

// "So it's a Good. The Commission published its report": in the same paragraph.
bool is_beside_rater(const Context& context) {
  const Document& document = context.document;
  for (const std::size_t beside :
       {context.number + 1, context.number - std::min<std::size_t>(context.number, 1),
        context.number - std::min<std::size_t>(context.number, 2)})
    if (beside < document.sentences.size() && document.sentences[beside].line == context.sentence.line &&
        any(context.article.cues[beside], kRater) && any(context.article.cues[beside], kSubject))
      return true;
  return false;
}

// "The council is good too", "considers the care to be good". `marked`: the grade is quoted or has a capital.
bool is_linked(const Context& context, TokenRange at, bool marked) {
  const Document& document = context.document;
  const auto link = link_of(document, at);
  if (!link) return false;
  const bool of_subject =
      before(context.cues, kSubject, at.first, kVerdictReach) || !context.councils.empty();
  if ((marked || at.size() > 1) && (of_subject || context.speaks_of_council())) return true;
  const bool infinitive = *link > context.sentence.tokens.first + 1 && any(context.cues, kRater) &&
                          document.tokens[*link - 1].word == "to";  // "considers the care to be good"
  if ((infinitive && ends_subject(context, *link - 1)) || would_be(context, *link)) return true;
  if (is_of_pronoun(context, *link) && ends_clause(document, context.sentence, at)) return true;
  static const WordSet places = {"there", "here", "locally"};  // "adult social care there is good"
  if (*link > context.sentence.tokens.first + 1 && places.contains(document.tokens[*link - 1].word) &&
      ends_clause(document, context.sentence, at) && ends_subject(context, *link - 1))
    return true;
  if (ends_subject(context, *link)) return true;  // "the council is good too"
  return false;
}

// "The Commission published its report. Requires improvement, it said", "We are thrilled: Outstanding. That
// is the Commission's verdict": the sentence beside it names who says it.
bool is_cited(const Context& context, TokenRange at) {
  static const WordSet pronouns = {"it", "they"};
  static const WordSet saying = {"said", "says", "found", "concluded"};
  static const WordSet links = {"is", "was"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.last == context.sentence.tokens.last && context.number + 1 < context.document.sentences.size()) {
    const std::size_t next = context.document.sentences[context.number + 1].tokens.first;
    const Cues cues = context.article.cues[context.number + 1];
    if (next + 1 < tokens.size() && tokens[next].word == "that" && links.contains(tokens[next + 1].word) &&
        behind(cues, kRater, next + 2, 1) && any(cues, kNoun) && any(cues, kSubject))
      return true;
  }
  return at.first == context.sentence.tokens.first && at.last + 1 < context.sentence.tokens.last &&
         context.document.after(tokens[at.last - 1]) == ',' && pronouns.contains(tokens[at.last].word) &&
         saying.contains(tokens[at.last + 1].word) && context.number > 0 &&
         any(context.article.cues[context.number - 1], kRater);
}

}  // namespace

bool is_announced(const Context& context, TokenRange at) {
  const Document& document = context.document;
  if (stands_alone(document, context.sentence, at)) return !is_exclaimed(context);
  if (is_cited(context, at) || is_compound(context, at) || is_of_its_body(context, at) ||
      is_told(context, at))
    return true;
  if (is_of_rating(context, at)) return true;
  if (is_adjective(context, at)) return false;
  if (before(context.cues, kVerdict, at.first, kVerdictReach)) return true;
  const auto noun_behind = behind(context.cues, kNoun, at.last, 1);
  if (noun_behind && document.tokens[noun_behind->tokens.first].word != "report") return true;
  // "the good rating of the council"
  static const WordSet nouns = {"rating", "grade", "ranking", "verdict", "judgement", "judgment"};
  if (at.last < context.sentence.tokens.last && nouns.contains(document.tokens[at.last].word)) return true;
  if (is_shouted(document, context.sentence, at)) return true;
  if (names_its_council(document, context.councils, at)) return true;
  // "from good to requires improvement"
  if (at.first > 0 && document.tokens[at.first - 1].word == "to" && context.grades.size() > 1 &&
      before(context.cues, kSource, at.first, kNearReach) &&
      (context.nearest(kVerdict, at.first) || context.nearest(kRegraded, at.first) || tells_of_move(context)))
    return true;
  // "its bottom category, inadequate"
  if (before(context.cues, kNoun, at.first, 0) && is_set_off(document, at)) return true;
  const bool marked = is_quoted(document, at) || is_capitalised(document, context.sentence, at);
  // "adult social care 'good'", "a provisional 'good'"
  if (marked && (context.has_subject_before(at.first, 1) || before(context.cues, kPilot, at.first, 0)))
    return true;
  // "'Requires improvement' for the borough's adult social care", as a line begins
  if (is_quoted(document, at) && at.first == context.sentence.tokens.first &&
      at.last < context.sentence.tokens.last && document.tokens[at.last].word == "for" &&
      behind(context.cues, kSubject, at.last + 1, kNearReach))
    return true;
  // "a 'good' outcome"
  static const WordSet results = {"outcome", "finding", "result", "status", "tag", "label"};
  if (marked && at.last < context.sentence.tokens.last && results.contains(document.tokens[at.last].word) &&
      (is_quoted(document, at) || any(context.cues, kRater)))
    return true;
  if (is_noun(document, context.sentence, at) &&
      (any(context.cues, kRater) ||
       (marked && ends_clause(document, context.sentence, at) && is_beside_rater(context))))
    return true;
  if (is_linked(context, at, marked)) return true;
  if (before(context.cues, kAward, at.first, kAwardReach) &&
      (marked || before(context.cues, kNoun, at.first, kNearReach)))
    return true;
  // "adult care requires improvement": more than one word, and a verb, so it needs no other.
  if (at.size() < 2) return false;
  if (needs_improvement_somewhere(context, at)) return false;
  for (const Mention& mention : context.councils)
    if (mention.tokens.last <= at.first && at.first - mention.tokens.last <= kVerdictReach &&
        !is_only_where(context, mention) && !is_parted(document, {mention.tokens.last, at.first}))
      return true;
  const bool by_rater = any(context.cues, kRater);  // "inspectors decided that the service ... requires"
  if (is_of_pronoun(context, at.first)) return true;
  if (marked && by_rater && before(context.cues, kSubject, at.first, at.first)) return true;
  return names_service_before(context, at.first, by_rater ? at.first : kNearReach);
}

}  // namespace assay::extract::grade
