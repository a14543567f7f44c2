#include "indexer/extract/grade_goal.h"

#include <algorithm>

#include "indexer/extract/grade_shape.h"
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

// "Achieving a good rating was an objective", "its aim is a good rating": unless a verdict is announced
// behind the aim, in a clause of its own.
bool is_aim(const Context& context, TokenRange at) {
  const Document& document = context.document;
  const bool conditional = behind(context.cues, kConditional, at.last, kVerdictReach).has_value();
  if (!any(context.cues, kAim) && !conditional) return false;
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

// "needed 63 per cent to be rated good"; but "found to be good", "the first to be rated good", "deemed the
// care in the town to be good".
bool is_wished(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet told = {"said",     "first",     "second", "third", "only",  "latest", "council",
                               "councils", "authority", "proved", "shown", "known", "held",   "considered"};
  static const WordSet judged = {"found", "judged", "deemed", "declared", "ruled", "considers", "considered"};
  for (std::size_t i = at.first; i-- > sentence.tokens.first + 1 && at.first - i <= kNearReach;) {
    if (document.tokens[i].word != "be" || document.tokens[i - 1].word != "to") continue;
    if (i > sentence.tokens.first + 1 && document.after(document.tokens[i - 2]) == ':') return true;
    for (std::size_t j = i; j-- > sentence.tokens.first && i - j <= kJudgedReach;)
      if (judged.contains(document.tokens[j].word) ||
          (i - j <= kToldReach && told.contains(document.tokens[j].word)))
        return false;
    return true;
  }
  return false;
}

// "Outstanding is our goal", "the good rating that it had hoped for".
bool is_longed_for(const Context& context, TokenRange at) {
  static const WordSet links = {"is", "was", "remains", "being"};
  static const WordSet longing = {"hoped", "wanted", "sought", "craved", "wished", "longed"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (at.last < context.sentence.tokens.last && links.contains(tokens[at.last].word) &&
      behind(context.cues, kAim, at.last + 1, 2))
    return true;
  if (at.last + 1 < context.sentence.tokens.last && links.contains(tokens[at.last].word) &&
      tokens[at.last + 1].word == "not")
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

// A sentence that begins as only a question does: "Is the council good?" Not so "Why is it inadequate?"
bool is_question(const Context& context) {
  static const WordSet openers = {"is",    "are",    "was",  "were", "can", "could", "will",
                                  "would", "should", "does", "did",  "may", "might", "how"};
  const std::vector<Token>& tokens = context.document.tokens;
  const TokenRange range = context.sentence.tokens;
  const Sentence& sentence = context.sentence;
  if (context.document.slice(sentence).find('?') == std::string_view::npos) return false;
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

}  // namespace

bool is_goal(const Context& context, TokenRange at) {
  if (before(context.cues, kGoal, at.first, kNearReach) || is_wished(context.document, context.sentence, at))
    return true;
  if (context.before_in_clause(kNear, at.first, kNearReach) || is_aim(context, at)) return true;
  // "We think that care in the town is good"
  if (link_of(context.document, at) && context.before_in_clause(kNear, at.first, kVerdictReach)) return true;
  if (const auto conditional = context.before_in_clause(kConditional, at.first, kVerdictReach);
      conditional && !context.article.of_pilot &&
      !is_behind_cause(context, {conditional->tokens.last, at.first}) &&
      !is_month(context.document, context.sentence, *conditional))
    return true;
  if (const auto goal = context.before_in_clause(kGoal, at.first, kVerdictReach);
      goal && context.document.tokens[goal->tokens.last - 1].word == "be" && !context.article.of_pilot)
    return true;  // "could be the next to be rated"
  if (is_longed_for(context, at) || answers_wish(context, at)) return true;
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
