#include "indexer/extract/rating.h"

#include <algorithm>
#include <set>

#include "indexer/extract/grade_context.h"
#include "indexer/extract/grade_others.h"
#include "indexer/extract/grade_refusal.h"
#include "indexer/extract/grade_shape.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

constexpr int kFirstYear = 2023;         // of the present scheme
constexpr std::size_t kMaxGrades = 50;   // grades of one sentence that are looked at; prose has a handful
constexpr std::size_t kScaleReach = 12;  // sentences over which such a list may go

// "63 to 87", "88 and over".
bool tells_only_numbers(const Document& document, TokenRange range) {
  static const WordSet between = {"to", "and", "over", "above", "or", "more", "per", "cent"};
  for (std::size_t i = range.first; i < range.last; ++i)
    if (const std::string& word = document.tokens[i].word;
        !between.contains(word) && word.find_first_not_of("0123456789") != std::string::npos)
      return false;
  return true;
}

bool any_of(const std::vector<Cues>& cues_of, std::initializer_list<grade::Cue> kinds) {
  for (const Cues cues : cues_of)
    for (const grade::Cue kind : kinds)
      if (any(cues, kind)) return true;
  return false;
}

bool any_formal(const std::vector<Mention>& councils) {
  return std::any_of(councils.begin(), councils.end(),
                     [](const Mention& mention) { return mention.formal && mention.refused.empty(); });
}

bool is_told(const std::vector<Mention>& councils, schema::Ordinal council) {
  return std::any_of(councils.begin(), councils.end(), [&](const Mention& mention) {
    return mention.refused.empty() && mention.value == council;
  });
}

// The name nearest before the grade, where it is one that is an ordinary word too and the article speaks of
// councils elsewhere.
const Mention* perhaps_meant(const grade::Context& context, TokenRange at) {
  const Mention* nearest = nullptr;
  for (const Mention& mention : mentions_of(context.article.councils, context.number))
    if (mention.tokens.last <= at.first && (mention.refused.empty() || mention.only_perhaps()))
      nearest = &mention;
  if (nearest == nullptr || !nearest->only_perhaps() || nearest->tokens.last == at.first) return nullptr;
  const bool others = std::any_of(context.article.councils.begin(), context.article.councils.end(),
                                  [](const Mention& mention) { return mention.refused.empty(); });
  return others ? nearest : nullptr;
}

constexpr std::size_t kChangeReach = 2;  // sentences about a grade in which its change may be told

bool is_told_of_before(const grade::Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  static const WordSet labels = {"label", "grade", "rating", "badge", "verdict"};
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first && at.first - i <= grade::kVerdictReach;)
    if (tokens[i].word == "had") return true;
  // "The label was"
  return at.first >= context.sentence.tokens.first + 2 && tokens[at.first - 1].word == "was" &&
         labels.contains(tokens[at.first - 2].word);
}

// "The council was rated", "the authority had been found to be".
bool is_of_the_council(const grade::Context& context, TokenRange at) {
  static const WordSet bodies = {"council", "authority", "borough", "county", "city"};
  static const WordSet verbs = {"was", "is", "has", "had", "received", "got", "achieved", "scored"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = context.sentence.tokens.first; i + 2 < at.first; ++i)
    if (tokens[i].word == "the" && bodies.contains(tokens[i + 1].word) && verbs.contains(tokens[i + 2].word))
      return true;
  return false;
}

// "Our report is due", "it has no rating yet": a council may mean itself, or be meant.
bool speaks_of_itself(const Document& document, const Sentence& sentence) {
  static const WordSet own = {"we",    "our",        "us",         "it",         "its",
                              "their", "report",     "rating",     "grade",      "result",
                              "cqc",   "commission", "inspectors", "inspection", "assessment"};
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.tokens.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.tokens.last),
                     [](const Token& token) { return own.contains(token.word); });
}

// "The time that people spend waiting to be assessed".
bool is_of_people_before(const Document& document, const Sentence& sentence, std::size_t at) {
  constexpr std::size_t kPeopleReach = 4;
  static const WordSet words = {"people", "adults", "residents", "carers",  "patients",
                                "person", "anyone", "those",     "someone", "families"};
  for (std::size_t i = at; i-- > sentence.tokens.first && at - i <= kPeopleReach;)
    if (words.contains(document.tokens[i].word)) return true;
  return false;
}

// "Indicative rating", and the grade alone on the next line.
bool is_under_pilot_heading(const grade::Context& context, TokenRange at) {
  return context.number > 0 && at.size() == context.sentence.tokens.size() &&
         context.document.lines[context.sentence.line].tokens.size() == at.size() &&
         any(context.article.cues[context.number - 1], grade::kPilot);
}

// Headline or sentences beside it say that the rating was changed.
bool tells_of_change(const grade::Context& context) {
  const std::size_t last = std::min(context.article.cues.size(), context.number + kChangeReach + 1);
  for (std::size_t i = context.number - std::min(context.number, kChangeReach); i < last; ++i)
    if (any(context.article.cues[i], grade::kRegraded)) return true;
  return false;
}

// The verdict of the headline, where it tells one grade.
const Verdict* in_headline(const std::vector<Verdict>& verdicts, std::optional<schema::Ordinal> council) {
  const Verdict* found = nullptr;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.in_headline || !verdict.refused.empty() || !verdict.may_concern(council)) continue;
    if (found != nullptr && found->grade != verdict.grade) return nullptr;
    found = &verdict;
  }
  return found;
}

}  // namespace

RatingRule::RatingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
                       const std::vector<const schema::Facet*>& parts)
    : cues_(taxonomy, lexicon, "rating", grade::kCueNames, {grade::kFollow}),
      grades_(lexicon, Compare::kWords, Scope::kSentences),
      parts_(lexicon, Compare::kWords) {
  grades_.add_values(rating);
  for (const schema::Facet* facet : parts) parts_.add_names(*facet);
}

void RatingRule::weigh(const grade::Context& context, Verdict& verdict) {
  verdict.councils = context.councils_of(verdict.tokens);
  verdict.regraded = context.nearest(grade::kRegraded, verdict.tokens.first).has_value();
  verdict.entry = names_its_council(context.document, context.councils, verdict.tokens) ||
                  (context.councils.empty() && context.council_above());
  verdict.latest =
      before(context.cues, grade::kLatest, verdict.tokens.first, grade::kVerdictReach).has_value();
  verdict.had_been = is_told_of_before(context, verdict.tokens);
  verdict.of_the_council = is_of_the_council(context, verdict.tokens);
  if (verdict.latest && tells_of_change(context)) verdict.regraded = true;
  verdict.in_headline = context.document.in_headline(context.sentence);
  verdict.of_subject = any(context.cues, grade::kSubject);
  verdict.by_rater = grade::names_commission(context);
  verdict.of_care = any(context.cues, grade::kRater) && grade::names_adults(context);
  verdict.pilot = any(context.cues, grade::kPilot) || is_under_pilot_heading(context, verdict.tokens) ||
                  (context.article.of_pilot &&  // "would be good if this were for real"
                   before(context.cues, grade::kConditional, verdict.tokens.first, 1));
  verdict.strength =
      1 + 2 * any(context.cues, grade::kRater) + any(context.cues, grade::kSubject) +
      2 * !verdict.councils.empty() + 2 * verdict.in_headline +
      before(context.cues, grade::kVerdict, verdict.tokens.first, grade::kVerdictReach).has_value();
}

// A grade alone on its line is that of the councils that open the lines below it.
void RatingRule::read_lists(const Document& document, const std::vector<Mention>& councils,
                            std::vector<Verdict>& verdicts) {
  const auto opening = [&](const Line& line) -> const Mention* {
    for (const Mention& mention : councils)
      if (mention.refused.empty() && mention.tokens.first == line.tokens.first &&
          (mention.formal || mention.tokens.last < line.tokens.last))
        return &mention;
    return nullptr;
  };
  for (Verdict& verdict : verdicts) {
    std::size_t number = document.sentences[verdict.sentence].line;
    const TokenRange heading = document.lines[number].tokens;
    if (!verdict.refused.empty() || heading.first != verdict.tokens.first ||
        heading.last != verdict.tokens.last)
      continue;
    while (++number < document.lines.size()) {
      const Line& line = document.lines[number];
      if (line.tokens.size() == 0) continue;
      const Mention* const council = opening(line);
      if (council == nullptr) break;
      verdict.councils.push_back(council->value);
      verdict.entry = verdict.heads_list = true;
    }
  }
}

// Different grades one below the other, each alone on its line, are the scale.
void RatingRule::refuse_scale(const Document& document, std::vector<Verdict>& verdicts) {
  const auto is_step = [&](const Verdict& verdict) {
    const Sentence& sentence = document.sentences[verdict.sentence];
    const TokenRange line = document.lines[sentence.line].tokens;
    if (!verdict.councils.empty()) return false;
    if (verdict.tokens.first == line.first) return ends_clause(document, sentence, verdict.tokens);
    return tells_only_numbers(document, {line.first, verdict.tokens.first});
  };
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    std::vector<std::size_t> run;
    std::set<schema::Ordinal> grades;
    for (std::size_t j = i; j < verdicts.size() && verdicts[j].sentence <= verdicts[i].sentence + kScaleReach;
         ++j)
      if (is_step(verdicts[j])) {
        run.push_back(j);
        grades.insert(verdicts[j].grade);
      }
    if (grades.size() < grade::kScaleGrades) continue;
    for (const std::size_t j : run)
      if (verdicts[j].refused.empty()) verdicts[j].refused = "the scale of grades";
  }
}

// Where the headline tells a grade of something else, the article is about that, and so are its sentences
// that tell the same grade and name no council, or not the rater.
void RatingRule::refuse_as_headline(std::vector<Verdict>& verdicts) {
  std::set<schema::Ordinal> others;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.in_headline) continue;
    if (verdict.refused.empty()) return;
    if (verdict.refused.starts_with(grade::kOfElse) || verdict.refused == grade::kByOther)
      others.insert(verdict.grade);
  }
  for (Verdict& verdict : verdicts)
    if (verdict.refused.empty() && others.contains(verdict.grade) &&
        (verdict.councils.empty() || !verdict.by_rater))
      verdict.refused = "the headline tells it of something else";
}

// "It had been rated good", where another sentence tells what it is now; and what the text tells first, where
// it goes on to "the verdict, which now stands at".
void RatingRule::refuse_overtaken(std::vector<Verdict>& verdicts) {
  const auto overtakes = [](const Verdict& later, const Verdict& earlier) {
    return later.refused.empty() && (later.latest || later.regraded) && !later.had_been &&
           later.grade != earlier.grade &&
           (earlier.councils.empty() || later.councils.empty() || earlier.councils == later.councils);
  };
  for (Verdict& verdict : verdicts) {
    if (!verdict.refused.empty()) continue;
    for (Verdict& later : verdicts) {
      const bool told_on = later.latest && later.sentence > verdict.sentence && !verdict.latest &&
                           !verdict.regraded && !verdict.in_headline;
      if ((!verdict.had_been && !told_on) || !overtakes(later, verdict)) continue;
      verdict.refused = grade::kEarlier;
      later.regraded |= told_on;
      break;
    }
  }
}

// The headline tells that the rating was changed, or a sentence what it is now, and the text what it was
// before: the one replaced the other.
void RatingRule::mark_regraded(const grade::Article& article, std::vector<Verdict>& verdicts) {
  const Document& document = article.document;
  bool changed = false;
  for (std::size_t number = 0; number < document.sentences.size() && !changed; ++number)
    changed = document.in_headline(document.sentences[number]) && any(article.cues[number], grade::kRegraded);
  for (Verdict& verdict : verdicts)
    verdict.regraded |= (changed || verdict.latest) && verdict.refused.empty() && !verdict.had_been &&
                        std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& earlier) {
                          return earlier.refused == grade::kEarlier && earlier.grade != verdict.grade;
                        });
}

bool RatingRule::tells_none_yet(const Document& document, const std::vector<Mention>& councils,
                                std::optional<schema::Ordinal> council) const {
  static const WordSet over = {"had", "was", "were", "been", "until", "after", "since", "long", "once"};
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Cues cues = cues_.in(document, document.sentences[number]);
    const auto cue = behind(cues, grade::kUnrated, 0, document.tokens.size());
    if (!cue || document.in_tail(document.sentences[number])) continue;
    if (any(cues, grade::kAssessor) || any(cues, grade::kPeer) || any(cues, grade::kOther)) continue;
    const std::size_t first = document.sentences[number].tokens.first, at = cue->tokens.first;
    if ((at > first && over.contains(document.tokens[at - 1].word)) ||
        (at > first + 1 && over.contains(document.tokens[at - 2].word)))
      continue;
    if (cue->tokens.last < document.tokens.size() && document.tokens[cue->tokens.last].word == "again")
      continue;
    std::set<schema::Ordinal> named;
    for (const Mention& mention : mentions_of(councils, number))
      if (mention.refused.empty() || mention.only_perhaps()) named.insert(mention.value);
    if (named.empty() &&
        ((!any(cues, grade::kSubject) && !speaks_of_itself(document, document.sentences[number])) ||
         is_of_people_before(document, document.sentences[number], at)))
      continue;  // "people waiting to be assessed"
    if (named.empty() || (council && named.contains(*council))) return true;
  }
  return false;
}

bool RatingRule::is_before_scheme(int year) { return year > 0 && year < kFirstYear; }

std::vector<Verdict> RatingRule::judge(const Document& document, const std::vector<Mention>& councils,
                                       int year) const {
  std::vector<Verdict> verdicts;
  std::vector<std::vector<PhraseMatch>> grades_of(document.sentences.size());
  bool any_grade = false;
  for (std::size_t number = 0; number < grades_of.size(); ++number) {
    grades_of[number] = grades_.apart_in(document, document.sentences[number]);
    any_grade |= !grades_of[number].empty();
  }
  if (!any_grade) return verdicts;
  std::vector<Cues> cues_of;
  for (const Sentence& sentence : document.sentences) cues_of.push_back(cues_.in(document, sentence));
  const grade::Article article{document,
                               cues_,
                               cues_of,
                               councils,
                               any_of(cues_of, {grade::kPilot}),
                               grade::lists_questions_of_providers(document),
                               (any_formal(councils) || any_of(cues_of, {grade::kRater, grade::kSubject})) &&
                                   !grade::is_of_other_inspectorate(document)};
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    std::vector<PhraseMatch>& grades = grades_of[number];
    if (grades.empty()) continue;
    if (grades.size() > kMaxGrades) grades.resize(kMaxGrades);
    grade::Context context{
        article, document, sentence, number, cues_of[number], parts_.find_apart(document, sentence.tokens),
        {},      {},       grades};
    for (const Mention& mention : mentions_of(councils, number))
      if (mention.refused.empty()) context.councils.push_back(mention);
    for (const PhraseMatch& grade : grades)
      context.grades.insert(static_cast<schema::Ordinal>(grade.payload));
    for (const PhraseMatch& grade : grades) {
      Verdict verdict;
      verdict.grade = static_cast<schema::Ordinal>(grade.payload);
      verdict.tokens = grade.tokens;
      verdict.sentence = number;
      verdict.refused =
          is_before_scheme(year) ? "published before the present scheme" : refusal(context, verdict.tokens);
      weigh(context, verdict);
      if (const Mention* const other = perhaps_meant(context, verdict.tokens)) {
        if (is_told(councils, other->value))
          verdict.councils = {other->value};
        else if (verdict.refused.empty())
          verdict.refused = "said of what may be another council";
      }
      verdicts.push_back(std::move(verdict));
    }
  }
  read_lists(document, councils, verdicts);
  refuse_scale(document, verdicts);
  refuse_as_headline(verdicts);
  refuse_overtaken(verdicts);
  mark_regraded(article, verdicts);
  return verdicts;
}

std::optional<Verdict> RatingRule::decide(const std::vector<Verdict>& verdicts,
                                          std::optional<schema::Ordinal> council) const {
  std::map<schema::Ordinal, int> votes;
  std::set<schema::Ordinal> named;  // grades told of the council by its name
  const Verdict* best = nullptr;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.refused.empty() || !verdict.may_concern(council)) continue;
    if (verdict.regraded) return verdict;
    votes[verdict.grade] += verdict.strength;
    if (!verdict.councils.empty()) named.insert(verdict.grade);
  }
  for (const Verdict& verdict : verdicts) {
    if (!verdict.refused.empty() || !verdict.may_concern(council)) continue;
    if (best == nullptr || votes[verdict.grade] > votes[best->grade] ||
        (verdict.grade == best->grade && verdict.strength > best->strength))
      best = &verdict;
  }
  if (best == nullptr) return std::nullopt;
  // The headline's grade stands. Else, where another grade is told of the council by name, or as strongly,
  // and this one not, either may be meant.
  if (const Verdict* const headline = in_headline(verdicts, council)) return *headline;
  const bool named_so = named.contains(best->grade);
  for (const auto& [grade, strength] : votes)
    if (grade != best->grade && !named_so && (named.contains(grade) || strength == votes[best->grade]))
      return std::nullopt;
  return *best;
}

}  // namespace assay::extract
