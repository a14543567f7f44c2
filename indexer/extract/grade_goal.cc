#include "indexer/extract/grade_goal.h"

#include <algorithm>

#include "indexer/extract/grade_others.h"
#include "indexer/extract/grade_shape.h"
#include "indexer/extract/grade_told.h"
#include "indexer/extract/number.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kToldReach = 6;    // tokens before "to be" in which a word shows that it came about
constexpr std::size_t kJudgedReach = 9;  // and one that says so by itself

// "May" is a month where it has its capital inside a sentence.
bool is_month(const Document& document, const Sentence& sentence, const CueMatch& cue) {
  const Token& token = document.tokens[cue.tokens.first];
  return token.word == "may" && token.capital && cue.tokens.first != sentence.tokens.first;
}

// "A rating of good would be welcome".
bool is_supposed(const Context& context, TokenRange at) {
  static const WordSet articles = {"a", "an", "any", "another"};
  return articles.contains(context.document.tokens[context.sentence.tokens.first].word) &&
         at.first - context.sentence.tokens.first <= kNearReach + 1 &&
         (before(context.cues, kNoun, at.first, 1) || before(context.cues, kVerdict, at.first, 0)) &&
         behind(context.cues, kConditional, at.last, 1);
}

// "If the care of adults is found to be inadequate, ministers could step in": the clause that the sentence
// begins with.
bool is_in_condition(const Context& context, TokenRange at) {
  static const WordSet openers = {"if", "should", "unless", "until", "were"};
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  return openers.contains(tokens[first].word) && at.first > first &&
         context.document.slice(tokens[first].end, tokens[at.first].begin).find_first_of(",;:") ==
             std::string_view::npos;
}

// "Achieving a good rating was an objective", "its aim is a good rating": unless a verdict is announced
// behind the aim, in a clause of its own.
bool is_aim(const Context& context, TokenRange at) {
  const Document& document = context.document;
  const bool conditional = behind(context.cues, kConditional, at.last, kVerdictReach).has_value();
  if (!any(context.cues, kAim) && !conditional) return false;
  const std::size_t first = context.sentence.tokens.first;
  if (is_supposed(context, at)) return true;
  static const WordSet articles = {"a", "an", "any"};  // "an inadequate judgement could lead to"
  if (conditional && at.first == first + 1 && articles.contains(document.tokens[first].word)) return true;
  const auto aim = before(context.cues, kAim, at.first, at.first);
  static const WordSet prepositions = {"following", "according", "during", "including", "regarding"};
  const std::string& opener = document.tokens[context.sentence.tokens.first].word;
  if (!aim) return opener.ends_with("ing") && !prepositions.contains(opener);
  const std::size_t begin = document.tokens[aim->tokens.last - 1].end;
  const std::size_t comma = document.slice(begin, document.tokens[at.first].begin).rfind(',');
  if (comma == std::string_view::npos) return true;
  const auto verdict = before(context.cues, kVerdict, at.first, kVerdictReach);
  return !verdict || document.tokens[verdict->tokens.first].begin < begin + comma;
}

// "must act after its 'requires improvement' finding": the grade is why.
bool is_behind_cause(const Context& context, TokenRange between) {
  static const WordSet causes = {"after", "following", "because", "despite"};
  return std::any_of(context.document.tokens.begin() + static_cast<std::ptrdiff_t>(between.first),
                     context.document.tokens.begin() + static_cast<std::ptrdiff_t>(between.last),
                     [](const Token& token) { return causes.contains(token.word); });
}

// "The first authority in the north of England to be rated".
bool is_one_in_turn(const Document& document, const Sentence& sentence, std::size_t at) {
  constexpr std::size_t kReach = 10;
  static const WordSet turns = {"first", "second", "third", "fourth", "fifth", "sixth", "only", "latest"};
  static const WordSet bodies = {"council", "authority", "borough", "county", "city", "local"};
  for (std::size_t i = at; i-- > sentence.tokens.first && at - i <= kReach;)
    if (turns.contains(document.tokens[i].word) && bodies.contains(document.tokens[i + 1].word)) return true;
  return false;
}

// "needed 63 per cent to be rated good"; but "found to be good", "the first to be rated good", "deemed the
// care in the town to be good".
bool is_wished(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet told = {
      "said",      "first",    "fourth",    "fifth",  "sixth", "second",   "third", "only",        "latest",
      "council",   "councils", "authority", "proved", "shown", "known",    "held",  "considered",  "proud",
      "delighted", "pleased",  "thrilled",  "happy",  "glad",  "honoured", "sorry", "disappointed"};
  static const WordSet wishing = {"needed", "needs",    "need",      "tipped",   "expected", "set",
                                  "due",    "likely",   "unlikely",  "hoping",   "hoped",    "hopes",
                                  "aims",   "ought",    "wanted",    "wants",    "trying",   "fought",
                                  "failed", "poised",   "destined",  "enough",   "required", "order",
                                  "bound",  "supposed", "predicted", "deserves", "deserved", "forecast"};
  static const WordSet judged = {"found", "judged", "deemed", "declared", "ruled", "considers", "considered"};
  for (std::size_t i = at.first; i-- > sentence.tokens.first + 1 && at.first - i <= kNearReach;) {
    if (document.tokens[i].word != "be" || document.tokens[i - 1].word != "to") continue;
    if (i == sentence.tokens.first + 1) return false;  // that is for is_purpose
    if (i > sentence.tokens.first + 1 && document.after(document.tokens[i - 2]) == ':') return true;
    if (is_one_in_turn(document, sentence, i)) return false;
    if (told.contains(document.tokens[i + 1].word))
      return false;  // "ought to be pleased with their good rating"
    const std::string& before_to = document.tokens[i - 2].word;  // "is to be rated"
    if (i > sentence.tokens.first + 1 && (before_to == "is" || before_to == "are")) return true;
    for (std::size_t j = i - 1; j-- > sentence.tokens.first && i - j <= kToldReach;)
      if (wishing.contains(document.tokens[j].word)) return true;
    for (std::size_t j = i; j-- > sentence.tokens.first && i - j <= kJudgedReach;)
      if (judged.contains(document.tokens[j].word) ||
          (i - j <= kToldReach && told.contains(document.tokens[j].word)))
        return false;
    return true;
  }
  return false;
}

// "To be rated good a council must score 63 per cent", "for a rating of good it needs 63".
bool is_purpose(const Context& context, TokenRange at) {
  static const WordSet verbs = {"be", "get", "earn", "reach", "gain", "win", "secure", "achieve", "become"};
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  if (at.first < first + 2) return false;
  if (tokens[first].word == "for" && (tokens[first + 1].word == "a" || tokens[first + 1].word == "an") &&
      at.first - first <= kNearReach &&
      (tokens[first + 2].word == "rating" || tokens[first + 2].word == "grade"))
    return true;
  static const WordSet told = {"is", "was", "means", "shows",
                               "reflects"};  // "to be rated good is a credit to"
  for (std::size_t i = at.last; i < context.sentence.tokens.last && i - at.last <= kToldReach; ++i)
    if (told.contains(tokens[i].word)) return false;
  return at.first > first + 1 && at.first - first <= kToldReach && tokens[first].word == "to" &&
         verbs.contains(tokens[first + 1].word);
}

// Where "judged" or "rated as" begins that stands before a grade, else the grade itself.
std::size_t before_verdict(const Context& context, TokenRange at) {
  const auto verdict = before(context.cues, kVerdict, at.first, 1);
  return verdict ? verdict->tokens.first : at.first;
}

// "The risk of its care being rated inadequate"; not "despite being rated".
bool is_imagined(const Context& context, TokenRange at) {
  static const WordSet thoughts = {
      "risk",  "risks",  "chance",  "chances",     "prospect", "prospects",  "odds",    "danger", "fear",
      "fears", "feared", "hope",    "hopes",       "dream",    "likelihood", "instead", "short",  "threat",
      "close", "avoid",  "avoided", "possibility", "capable",  "worthy",     "way",     "without"};
  const std::vector<Token>& tokens = context.document.tokens;
  std::size_t i = context.sentence.tokens.first;
  if (thoughts.contains(tokens[i].word) && context.document.after(tokens[i]) == ':' &&
      link_of(context.document, {before_verdict(context, at), at.last}))
    return true;  // "Risk: care is judged inadequate"
  i = at.first;
  while (i > context.sentence.tokens.first && at.first - i < kNearReach && tokens[i - 1].word != "being") --i;
  if (i == context.sentence.tokens.first || tokens[i - 1].word != "being") return false;
  while (i-- > context.sentence.tokens.first) {
    if (thoughts.contains(tokens[i].word)) return true;
    if (context.document.slice(tokens[i].end, tokens[i + 1].begin).find_first_of(",;:") !=
        std::string_view::npos)
      return false;
  }
  return false;
}

// "Rated good by 2027", "good by the end of next year".
bool is_due(const Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  const auto is_year = [&](std::size_t i) {
    return i < context.sentence.tokens.last && tokens[i].word.size() == 4 &&
           tokens[i].word.starts_with("20") && tokens[i].facts.digits == 4;
  };
  const std::size_t last = std::min(context.sentence.tokens.last, at.last + kVerdictReach);
  for (std::size_t i = at.last; i + 1 < last; ++i)
    if (tokens[i].word == "by" &&
        (is_year(i + 1) || (is_year(i + 2) && month(tokens[i + 1].word) > 0) ||
         tokens[i + 1].word == "next" ||
         (i + 2 < last && tokens[i + 1].word == "the" && tokens[i + 2].word == "end")))
      return true;
  return false;
}

// "Outstanding is our goal", "the good rating that it had hoped for".
bool is_longed_for(const Context& context, TokenRange at) {
  static const WordSet links = {"is", "was", "remains", "being"};
  static const WordSet longing = {"hoped", "wanted", "sought", "craved", "wished", "longed"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.last + 1 < context.sentence.tokens.last && links.contains(tokens[at.last].word) &&
      tokens[at.last + 1].word != "not" && behind(context.cues, kAim, at.last + 1, 2))
    return true;
  if (at.last + 1 < context.sentence.tokens.last && links.contains(tokens[at.last].word) &&
      tokens[at.last + 1].word == "not" && tokens[at.first - std::min<std::size_t>(at.first, 1)].word != "of")
    return true;  // "inadequate is not acceptable"
  const std::size_t last = std::min(context.sentence.tokens.last, at.last + kVerdictReach);
  for (std::size_t i = at.last; i < last; ++i) {
    if (context.document.slice(tokens[i - 1].end, tokens[i].begin).find_first_of(",;:") !=
        std::string_view::npos)
      return false;
    if (longing.contains(tokens[i].word)) return true;
  }
  return false;
}

// "One point separated the council from a good rating".
bool is_kept_from(const Context& context, TokenRange at) {
  static const WordSet keeping = {"separated", "separates", "separate", "divided",
                                  "divides",   "keeps",     "kept",     "stopped"};
  const auto from = before(context.cues, kSource, at.first, 2);
  if (!from) return false;
  for (std::size_t i = from->tokens.first;
       i-- > context.sentence.tokens.first && from->tokens.first - i <= kVerdictReach;)
    if (keeping.contains(context.document.tokens[i].word)) return true;
  return false;
}

// "Confident of a good rating", "a solid good"; but "gets a solid good".
bool is_near(const Context& context, TokenRange at) {
  const auto near = context.before_in_clause(kNear, at.first, kNearReach);
  return near && !(near->tokens.last == at.first && before(context.cues, kAward, near->tokens.first, 0));
}

// A sentence that begins as only a question does: "Is the council good?" Not so "Why is it inadequate?"
bool is_question(const Context& context) {
  static const WordSet openers = {"is",    "are",    "was",  "were", "can", "could", "will",
                                  "would", "should", "does", "did",  "may", "might", "how"};
  const std::vector<Token>& tokens = context.document.tokens;
  const TokenRange range = context.sentence.tokens;
  const Sentence& sentence = context.sentence;
  if (context.document.slice(sentence).find('?') == std::string_view::npos) return false;
  static const WordSet asking = {"what", "when", "who", "which"};
  if (asking.contains(tokens[range.first].word) && range.size() > 1 &&
      openers.contains(tokens[range.first + 1].word) && any(context.cues, kConditional))
    return true;  // "What would it take to be good?"
  return openers.contains(tokens[range.first].word) &&
         (tokens[range.first].word != "did" || tokens[range.first + 1].word != "you");
}

// "What are we going for? Good."
bool answers_wish(const Context& context, TokenRange at) {
  if (context.number == 0 || context.sentence.tokens.size() != at.size()) return false;
  const std::string_view question = context.document.slice(context.document.sentences[context.number - 1]);
  const Cues cues = context.article.cues[context.number - 1];
  return question.find('?') != std::string_view::npos && (any(cues, kAim) || any(cues, kGoal));
}

// "Looks after people well enough to be called "good", the Commission has concluded".
bool is_well_enough(const Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first + 1 && at.first - i <= kToldReach;)
    if (tokens[i].word == "enough" && tokens[i - 1].word == "well") return is_concluded(context, at);
  return false;
}

// "Needed to improve, and gave 'requires improvement'": what was given behind what is needed.
bool is_given_as_well(const Context& context, TokenRange at) {
  const auto award = before(context.cues, kAward, at.first, 0);
  return award && award->tokens.first > context.sentence.tokens.first &&
         context.document.tokens[award->tokens.first - 1].word == "and" && names_commission(context);
}

// "A good rating was what the council was aiming for".
bool is_what_is_aimed_at(const Context& context, TokenRange at) {
  const auto aim = behind(context.cues, kAim, at.last, 2 * kVerdictReach);
  if (!aim) return false;
  for (std::size_t i = at.last; i < aim->tokens.first; ++i)
    if (context.document.tokens[i].word == "what") return true;
  return false;
}

// "They should be very proud of their good rating": what they have.
bool is_prided_on(const Context& context, TokenRange at) {
  static const WordSet prides = {"proud", "pleased", "delighted", "happy", "thrilled"};
  static const WordSet links = {"of", "with", "about", "by"};
  static const WordSet whose = {"their", "our", "its", "your", "this"};
  const std::vector<Token>& tokens = context.document.tokens;
  return at.first >= context.sentence.tokens.first + 3 && whose.contains(tokens[at.first - 1].word) &&
         links.contains(tokens[at.first - 2].word) && prides.contains(tokens[at.first - 3].word);
}

}  // namespace

bool is_goal(const Context& context, TokenRange at) {
  if (is_prided_on(context, at) || is_given_as_well(context, at)) return false;
  if (context.before_of_it(kGoal, at.first, kNearReach) ||
      (is_wished(context.document, context.sentence, at) && !is_well_enough(context, at)) ||
      is_purpose(context, at) || is_imagined(context, at) || is_due(context, at) ||
      (is_in_condition(context, at) && !context.article.of_pilot))
    return true;
  if (is_near(context, at) || is_kept_from(context, at) || is_aim(context, at)) return true;
  // "We think that care in the town is good"
  if (link_of(context.document, at) && context.before_in_clause(kNear, at.first, kVerdictReach)) return true;
  // "Residents would be concerned at the rating of good that it was given"
  const auto& tokens = context.document.tokens;
  const bool given = at.first > context.sentence.tokens.first + 2 && tokens[at.first - 1].word == "of" &&
                     tokens[at.first - 3].word == "the" && behind(context.cues, kAward, at.last, 2);
  if (const auto conditional = context.before_in_clause(kConditional, at.first, kVerdictReach);
      conditional && !given && !context.article.of_pilot &&
      !is_behind_cause(context, {conditional->tokens.last, at.first}) &&
      !is_month(context.document, context.sentence, *conditional))
    return true;
  if (const auto goal = context.before_in_clause(kGoal, at.first, kVerdictReach);
      goal && context.document.tokens[goal->tokens.last - 1].word == "be" && !context.article.of_pilot)
    return true;  // "could be the next to be rated"
  if (is_longed_for(context, at) || answers_wish(context, at) || is_what_is_aimed_at(context, at))
    return true;
  return behind(context.cues, kBar, at.last, 1) && !before(context.cues, kAward, at.first, 1);
}

bool is_asked(const Context& context, TokenRange at) {
  if (is_question(context)) return true;
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first;) {
    const Token& token = context.document.tokens[i];
    if (context.document.slice(token.end, context.document.tokens[i + 1].begin).find_first_of(",;:") !=
        std::string_view::npos)
      return false;
    if (token.word == "whether") return true;
  }
  return false;
}

}  // namespace assay::extract::grade
