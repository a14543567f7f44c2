#include "indexer/extract/grading.h"

#include <algorithm>
#include <set>

#include "indexer/extract/grade_refusal.h"
#include "indexer/extract/round_up.h"

namespace assay::extract {
namespace {

std::string status_of(const Verdict& decided, const std::vector<Verdict>& verdicts,
                      std::optional<schema::Ordinal> main) {
  const auto any_such = [&](bool Verdict::*flag) {
    return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
      return verdict.refused.empty() && verdict.grade == decided.grade &&
             (!main || verdict.may_concern(main)) && verdict.*flag;
    });
  };
  if (any_such(&Verdict::regraded)) return "regraded";
  if (any_such(&Verdict::pilot)) return "pilot";
  return "current";
}

// The verdicts that name the council.
std::vector<Verdict> only_of(const std::vector<Verdict>& verdicts, schema::Ordinal council) {
  std::vector<Verdict> own;
  for (const Verdict& verdict : verdicts)
    if (!verdict.councils.empty() && verdict.may_concern(council)) own.push_back(verdict);
  return own;
}

// The sentences that speak of other councils alone.
std::vector<bool> of_others(const Document& document, const std::vector<Mention>& councils,
                            std::optional<schema::Ordinal> main) {
  std::vector<bool> others(document.sentences.size()), own(document.sentences.size());
  for (const Mention& mention : councils)
    if (mention.refused.empty()) (mention.value == main ? own : others)[mention.sentence] = true;
  for (std::size_t i = 0; i < own.size(); ++i)
    if (own[i]) others[i] = false;
  return others;
}

// Grades that contradict one another leave nothing to a score.
bool is_told(const std::vector<Verdict>& verdicts, std::optional<schema::Ordinal> main) {
  return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
    return verdict.refused.empty() && verdict.may_concern(main);
  });
}

// A verdict on that council by its name, or one of the Commission on "the council".
bool is_told_plainly(const std::vector<Verdict>& verdicts, std::optional<schema::Ordinal> main) {
  return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
    return verdict.refused.empty() && verdict.may_concern(main) &&
           (!verdict.councils.empty() || (verdict.of_the_council && verdict.by_rater));
  });
}

// A score beside a grade that was replaced, that any council might get or that another inspectorate gives is
// that of the grade.
bool is_of_no_grade(const std::vector<Verdict>& verdicts, std::size_t sentence) {
  return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
    return verdict.sentence == sentence &&
           (verdict.refused == grade::kEarlier || verdict.refused == grade::kOfAny ||
            verdict.refused == grade::kNoAssessment);
  });
}

}  // namespace

GradingRule::GradingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
                         const schema::Facet* statements, const std::vector<const schema::Facet*>& parts)
    : rating_(taxonomy, lexicon, rating, parts), score_(taxonomy, lexicon, rating, parts) {
  if (statements != nullptr) statements_.emplace(taxonomy, lexicon, *statements);
}

void GradingRule::decide_score(const std::vector<ScorePlace>& places, const std::vector<Verdict>& verdicts,
                               std::optional<schema::Ordinal> main, Grades& grades) const {
  for (const ScorePlace& place : places) {
    if (place.council && place.council != main) continue;
    if (!grades.verdict &&
        (!place.plain || !main || is_told(verdicts, main) || is_of_no_grade(verdicts, place.sentence)))
      continue;
    const auto grade = score_.grade(place.percent);
    // A number that belies the grade is a score of something else.
    if (!grade || (grades.verdict && grades.verdict->grade != *grade)) continue;
    if (!grades.verdict) {
      Verdict& verdict = grades.verdict.emplace();
      verdict.grade = *grade;
      verdict.tokens = place.tokens;
      verdict.sentence = place.sentence;
      grades.status = "derived";
    }
    if (!place.exact) continue;
    grades.score = place;
    return;
  }
}

Grades GradingRule::decide(const Document& document, const std::vector<Mention>& councils,
                           const std::vector<Verdict>& verdicts, std::optional<schema::Ordinal> main,
                           int year) const {
  Grades grades;
  std::set<schema::Ordinal> named;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty()) named.insert(verdict.councils.begin(), verdict.councils.end());
  for (const schema::Ordinal council : named)
    if (const auto verdict = rating_.decide(only_of(verdicts, council), council))
      grades.by_council[council] = verdict->grade;
  if (is_round_up(document, verdicts, main, councils)) return grades;
  if (!is_told_plainly(verdicts, main) && rating_.tells_none_yet(document, councils, main)) return grades;

  grades.verdict = rating_.decide(verdicts, main);
  // Where the article names no council, "we were rated good" may be anybody's.
  if (!main && grades.verdict && !grades.verdict->of_subject && !grades.verdict->by_rater)
    grades.verdict.reset();
  if (grades.verdict) grades.status = status_of(*grades.verdict, verdicts, main);
  if (RatingRule::is_before_scheme(year)) return grades;
  decide_score(score_.find(document, councils), verdicts, main, grades);
  if (main && grades.verdict) grades.by_council[*main] = grades.verdict->grade;
  if (statements_) grades.statements = statements_->find(document, of_others(document, councils, main));
  return grades;
}

}  // namespace assay::extract
