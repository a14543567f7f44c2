#include "indexer/extract/grading.h"

#include <algorithm>
#include <set>

namespace assay::extract {
namespace {

// The one council that the headline names, unless the headline is but the first entry of a list.
bool is_in_headline_alone(std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions,
                          const std::vector<Verdict>& verdicts) {
  const auto is_entry = [&](const Mention& mention) {
    return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
      return verdict.entry && verdict.sentence == mention.sentence;
    });
  };
  bool named = false;
  for (const Mention& mention : mentions) {
    if (!mention.refused.empty() || mention.place != Mention::kHeadline) continue;
    if (mention.value != main || is_entry(mention)) return false;
    named = true;
  }
  return named;
}

// The one council that headline and lead speak of, if there is one.
bool is_plain_subject(std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions) {
  bool named = false;
  for (const Mention& mention : mentions) {
    if (!mention.refused.empty() || mention.aside) continue;
    if (mention.place == Mention::kHeadline && mention.value == main) return true;
    if (mention.place != Mention::kHeadline && mention.place != Mention::kLead) continue;
    if (mention.value != main) return false;
    named = true;
  }
  return named;
}

// The headline speaks of two councils in one breath, "York and Leeds", and their grades differ: neither is
// the subject.
bool is_pair_in_headline(const Document& document, const std::vector<Mention>& mentions,
                         const std::vector<Verdict>& verdicts) {
  const auto grades_of = [&](schema::Ordinal council) {
    std::set<schema::Ordinal> grades;
    for (const Verdict& verdict : verdicts)
      if (verdict.refused.empty() && !verdict.councils.empty() && verdict.may_concern(council))
        grades.insert(verdict.grade);
    return grades;
  };
  const auto joined = [&](const Mention& one, const Mention& other) {
    if (one.value == other.value || other.tokens.first != one.tokens.last + 1) return false;
    return document.tokens[one.tokens.last].word == "and";
  };
  const Mention* before = nullptr;
  for (const Mention& mention : mentions) {
    if (!mention.refused.empty() || mention.place != Mention::kHeadline) continue;
    if (before != nullptr && joined(*before, mention)) {
      const std::set<schema::Ordinal> one = grades_of(before->value), other = grades_of(mention.value);
      if (!one.empty() && !other.empty() && one != other) return true;
    }
    before = &mention;
  }
  return false;
}

// Several councils with grades, none of them plainly the subject: the article has no grade of its own.
bool is_round_up(const Document& document, const std::vector<Verdict>& verdicts,
                 std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions) {
  std::set<schema::Ordinal> entries;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty() && verdict.entry)
      entries.insert(verdict.councils.begin(), verdict.councils.end());
  if (is_pair_in_headline(document, mentions, verdicts)) return true;
  if (main && entries.contains(*main) && is_in_headline_alone(main, mentions, verdicts)) return false;
  if (entries.size() < kRoundUp && is_plain_subject(main, mentions)) return false;
  std::set<schema::Ordinal> councils;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty()) councils.insert(verdict.councils.begin(), verdict.councils.end());
  return councils.size() >= kRoundUp;
}

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

}  // namespace

GradingRule::GradingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
                         const schema::Facet* statements, const std::vector<const schema::Facet*>& parts)
    : rating_(taxonomy, lexicon, rating, parts), score_(taxonomy, lexicon, rating, parts) {
  if (statements != nullptr) statements_.emplace(taxonomy, lexicon, *statements);
}

void GradingRule::decide_score(const std::vector<ScorePlace>& places, std::optional<schema::Ordinal> main,
                               Grades& grades) const {
  for (const ScorePlace& place : places) {
    if (place.council && place.council != main) continue;
    if (!grades.verdict && !place.plain) continue;
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

  grades.verdict = rating_.decide(verdicts, main);
  if (grades.verdict) grades.status = status_of(*grades.verdict, verdicts, main);
  if (RatingRule::is_before_scheme(year)) return grades;
  decide_score(score_.find(document, councils), main, grades);
  if (main && grades.verdict) grades.by_council[*main] = grades.verdict->grade;
  if (statements_) grades.statements = statements_->find(document, of_others(document, councils, main));
  return grades;
}

}  // namespace assay::extract
