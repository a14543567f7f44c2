#include "indexer/extract/extract.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "indexer/extract/boilerplate.h"
#include "indexer/extract/council.h"
#include "indexer/extract/date.h"
#include "indexer/extract/rating.h"
#include "indexer/extract/score.h"
#include "indexer/extract/stated.h"
#include "indexer/extract/theme.h"
#include "indexer/extract/title.h"

namespace assay::extract {
namespace {

using schema::Facet;
using taxonomy::Derivation;

int year_of(const std::string& date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  return year;
}

std::string body_of(const Document& document, std::optional<std::size_t> title_line) {
  std::string body;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const Line& line = document.lines[i];
    if (!line.boilerplate.empty() || line.tokens.empty() || i == title_line) continue;
    body.append(document.slice(line)).push_back('\n');
  }
  return body;
}

// The facets and those that their values lie under.
std::vector<const Facet*> with_parents(std::vector<const Facet*> facets, const taxonomy::Taxonomy& taxonomy) {
  std::set<std::string> parents;
  for (const Facet* facet : facets)
    for (const schema::FacetValue& value : facet->values())
      for (const schema::FacetParent& parent : value.parents) parents.insert(parent.facet);
  for (const Facet& facet : taxonomy.facets())
    if (parents.contains(facet.name)) facets.push_back(&facet);
  return facets;
}

}  // namespace

struct Extractor::Rules {
  explicit Rules(const taxonomy::Taxonomy& taxonomy)
      : boilerplate(taxonomy, lexicon), date(taxonomy, lexicon) {
    const auto themed = taxonomy.derived_by(Derivation::kPhrases);
    for (const Facet* facet : themed) themes.emplace_back(facet, ThemeRule(taxonomy, lexicon, *facet));
    for (const Facet* facet : taxonomy.derived_by(Derivation::kGazetteer))
      councils.emplace_back(facet, CouncilRule(taxonomy, lexicon, *facet));
    for (const Facet* facet : taxonomy.derived_by(Derivation::kVerdict)) {
      const auto parts = with_parents(themed, taxonomy);
      ratings.push_back(
          {facet, RatingRule(taxonomy, lexicon, *facet, parts), ScoreRule(taxonomy, lexicon, *facet, parts)});
    }
  }
  Lexicon lexicon;
  Boilerplate boilerplate;
  DateRule date;
  std::vector<std::pair<const Facet*, ThemeRule>> themes;
  std::vector<std::pair<const Facet*, CouncilRule>> councils;
  struct Grading {
    const Facet* facet;
    RatingRule rule;
    ScoreRule scores;
  };
  std::vector<Grading> ratings;
};

namespace {

// One evidence a value: the sentence of its strongest conclusion.
void add_evidence(Extraction& extraction, const std::string& facet, const std::string& value,
                  std::size_t sentence_number) {
  const Document& document = extraction.document;
  const Sentence& sentence = document.sentences[sentence_number];
  const bool in_title = sentence.begin < document.text_begin;
  const std::size_t shift = in_title ? 0 : document.text_begin;
  extraction.evidence.push_back({facet, value, in_title, sentence.begin - shift, sentence.end - shift,
                                 std::string(document.slice(sentence))});
}

void add_evidence_of_findings(Extraction& extraction, const std::string& facet,
                              const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    const Finding* best = nullptr;
    for (const Finding& finding : extraction.findings)
      if (finding.facet == facet && finding.value == value && finding.refused.empty() &&
          (best == nullptr || finding.strength > best->strength))
        best = &finding;
    if (best != nullptr) add_evidence(extraction, facet, value, best->sentence);
  }
}

std::vector<std::string> ids_of(const Facet& facet, const std::vector<schema::Ordinal>& ordinals) {
  std::vector<std::string> ids;
  for (const schema::Ordinal ordinal : ordinals) ids.push_back(facet.values()[ordinal].id);
  return ids;
}

std::map<schema::Ordinal, int> count_rated(const std::vector<Verdict>& verdicts) {
  std::map<schema::Ordinal, int> rated;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty() && verdict.council) ++rated[*verdict.council];
  return rated;
}

// Grades of councils began anew in this year; a score in an older article is of another scheme.
bool may_be_graded(const std::string& date) { return date.empty() || date >= "2023"; }

// The grade that follows from the score of the council.
std::optional<Verdict> derived(const ScoreRule& rule, const std::vector<ScorePlace>& scores,
                               std::optional<schema::Ordinal> council) {
  for (const ScorePlace& score : scores) {
    if (score.council && score.council != council) continue;
    const auto grade = rule.grade(score.percent);
    if (!grade) continue;
    Verdict verdict;
    verdict.grade = *grade;
    verdict.tokens = score.tokens;
    verdict.sentence = score.sentence;
    return verdict;
  }
  return std::nullopt;
}

// Three or more councils with different grades, none of them in the headline: the article has no grade of its
// own.
bool is_mixed_round_up(const std::vector<Verdict>& verdicts, std::optional<schema::Ordinal> main,
                       const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions)
    if (mention.sentence == 0 && mention.refused.empty() && mention.value == main) return false;
  std::set<schema::Ordinal> councils, grades;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty() && verdict.council) {
      councils.insert(*verdict.council);
      grades.insert(verdict.grade);
    }
  return councils.size() >= 3 && grades.size() > 1;
}

void note_verdicts(Extraction& extraction, const Facet& rating, const std::vector<Verdict>& verdicts) {
  for (const Verdict& verdict : verdicts)
    extraction.findings.push_back({rating.name, rating.values()[verdict.grade].id, verdict.sentence,
                                   extraction.document.tokens[verdict.tokens.first].begin,
                                   extraction.document.tokens[verdict.tokens.last - 1].end, verdict.strength,
                                   verdict.refused});
}

}  // namespace

Extractor::Extractor(const taxonomy::Taxonomy& taxonomy)
    : taxonomy_(taxonomy), rules_(std::make_unique<Rules>(taxonomy)) {}
Extractor::~Extractor() = default;

Extraction Extractor::extract(const read::Article& article) const {
  Extraction result;
  result.facets = stated_facets(article, taxonomy_);
  result.document = tokenise(article, rules_->lexicon);
  rules_->boilerplate.mark(result.document);
  cut_sentences(result.document);
  const Document& document = result.document;

  const auto title_line = headline(article, document);
  if (!article.title.empty())
    result.title = article.title;
  else if (title_line)
    result.title = std::string(document.slice(document.lines[*title_line]));
  else
    result.title = opening(document);
  result.body = body_of(document, title_line);
  result.date = rules_->date.decide(article, document, result.findings).value_or("");
  result.publisher = article.publisher;

  std::vector<Mention> mentions;
  for (const auto& [facet, rule] : rules_->councils) mentions = rule.find(document);
  std::vector<Verdict> verdicts;
  for (const auto& [facet, rule, scores] : rules_->ratings) {
    verdicts = rule.judge(document, mentions, year_of(result.date));
    note_verdicts(result, *facet, verdicts);
  }
  std::optional<schema::Ordinal> main;
  for (const auto& [facet, rule] : rules_->councils) {
    rule.note(document, mentions, result.findings);
    const auto about = rule.decide(article, mentions, count_rated(verdicts));
    if (!about.empty()) main = about.front();
    if (result.facets.contains(facet->name)) continue;
    result.facets[facet->name] = ids_of(*facet, about);
    add_evidence_of_findings(result, facet->name, result.facets[facet->name]);
  }
  for (const auto& [facet, rule, scores] : rules_->ratings) {
    if (result.facets.contains(facet->name) || is_mixed_round_up(verdicts, main, mentions)) continue;
    auto verdict = rule.decide(verdicts, main);
    if (!verdict && may_be_graded(result.date))
      verdict = derived(scores, scores.find(document, mentions), main);
    if (!verdict) continue;
    result.facets[facet->name] = {facet->values()[verdict->grade].id};
    add_evidence(result, facet->name, facet->values()[verdict->grade].id, verdict->sentence);
  }
  for (const auto& [facet, rule] : rules_->themes) {
    const auto themes = rule.decide(document, result.findings);
    if (result.facets.contains(facet->name)) continue;
    result.facets[facet->name] = ids_of(*facet, themes);
    add_evidence_of_findings(result, facet->name, result.facets[facet->name]);
  }
  return result;
}

}  // namespace assay::extract
