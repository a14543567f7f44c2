#include "indexer/extract/extract.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "indexer/extract/boilerplate.h"
#include "indexer/extract/council.h"
#include "indexer/extract/date.h"
#include "indexer/extract/grading.h"
#include "indexer/extract/stated.h"
#include "indexer/extract/theme.h"
#include "indexer/extract/title.h"

namespace assay::extract {
namespace {

using schema::Facet;
using taxonomy::Derivation;

constexpr std::size_t kUsualFindings = 32;  // of an article

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
      : stated_facets(taxonomy), boilerplate(taxonomy, lexicon), date(taxonomy, lexicon) {
    const auto themed = taxonomy.derived_by(Derivation::kPhrases);
    for (const Facet* facet : themed) themes.emplace_back(facet, ThemeRule(taxonomy, lexicon, *facet));
    for (const Facet* facet : taxonomy.derived_by(Derivation::kGazetteer))
      councils.emplace_back(facet, CouncilRule(taxonomy, lexicon, *facet));
    const Facet* statements = themed.empty() ? nullptr : themed.front();
    for (const Facet* facet : taxonomy.derived_by(Derivation::kVerdict))
      gradings.emplace_back(
          facet, GradingRule(taxonomy, lexicon, *facet, statements, with_parents(themed, taxonomy)));
  }
  StatedFacets stated_facets;
  Lexicon lexicon;
  Boilerplate boilerplate;
  DateRule date;
  std::vector<std::pair<const Facet*, ThemeRule>> themes;
  std::vector<std::pair<const Facet*, CouncilRule>> councils;
  std::vector<std::pair<const Facet*, GradingRule>> gradings;

  void read_header(const read::Article& article, std::optional<std::size_t> title_line,
                   Extraction& result) const;
  void read_grades_and_councils(const read::Article& article, Extraction& result) const;
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
      if (finding.refused.empty() && (best == nullptr || finding.strength > best->strength) &&
          finding.value == value && finding.facet == facet)
        best = &finding;
    if (best != nullptr) add_evidence(extraction, facet, value, best->sentence);
  }
}

// The stated address, else the first that stands by itself in the text.
std::string address_of(const read::Article& article, const Document& document) {
  if (!article.url.empty()) return article.url;
  for (const Line& line : document.lines)
    if (line.boilerplate == kAddress) return std::string(document.slice(line));
  return {};
}

std::vector<std::string> ids_of(const Facet& facet, const std::vector<schema::Ordinal>& ordinals) {
  std::vector<std::string> ids;
  for (const schema::Ordinal ordinal : ordinals) ids.push_back(facet.values()[ordinal].id);
  return ids;
}

std::map<schema::Ordinal, int> count_rated(const std::vector<Verdict>& verdicts) {
  std::map<schema::Ordinal, int> rated;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty())
      for (const schema::Ordinal council : verdict.councils) ++rated[council];
  return rated;
}

// Whether a grade is told of a council that its sentence does not name.
bool any_unnamed(const std::vector<Verdict>& verdicts) {
  return std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) {
    return verdict.refused.empty() && verdict.councils.empty();
  });
}

void note_verdicts(Extraction& extraction, const Facet& rating, const std::vector<Verdict>& verdicts) {
  for (const Verdict& verdict : verdicts)
    extraction.findings.push_back(finding_at(extraction.document, rating.name,
                                             rating.values()[verdict.grade].id, verdict.sentence,
                                             verdict.tokens, verdict.strength, verdict.refused));
}

void note(Extraction& result, const std::string& field, const std::string& value, std::size_t sentence,
          TokenRange at) {
  result.findings.push_back(finding_at(result.document, field, value, sentence, at, 0, {}));
}

// What an article states of its rating is the rating of its main council.
void state_rating(Extraction& result, const std::vector<std::string>& rating, const Facet& councils) {
  const auto about = result.facets.find(councils.name);
  if (about == result.facets.end() || about->second.empty()) return;
  if (rating.empty())
    result.council_ratings.erase(about->second.front());
  else
    result.council_ratings[about->second.front()] = rating.front();
}

// An article that tells a council's rating is about that council too, unless it states what it is about.
void add_council_ratings(Extraction& result, const Grades& grades, const Facet& rating, const Facet& councils,
                         bool councils_stated) {
  for (const auto& [council, grade] : grades.by_council) {
    const std::string& id = councils.values()[council].id;
    result.council_ratings[id] = rating.values()[grade].id;
    std::vector<std::string>& about = result.facets[councils.name];
    if (!councils_stated && std::find(about.begin(), about.end(), id) == about.end()) about.push_back(id);
  }
}

void add_grades(Extraction& result, const Grades& grades, const Facet& rating, const Facet* councils,
                const Facet* statements, bool councils_stated) {
  if (statements != nullptr) result.statement_facet = statements->name;
  const Document& document = result.document;
  if (grades.score) {
    result.score = grades.score->percent;
    note(result, "score", std::to_string(grades.score->percent), grades.score->sentence,
         grades.score->tokens);
  }
  for (const auto& [statement, told] : grades.statements) {
    const std::string& id = statements->values()[statement].id;
    result.statement_scores[id] = told.score;
    note(result, "score", id + " " + std::to_string(told.score), told.sentence,
         document.sentences[told.sentence].tokens);
  }
  if (councils != nullptr) add_council_ratings(result, grades, rating, *councils, councils_stated);
  if (const auto stated = result.facets.find(rating.name); stated != result.facets.end()) {
    if (councils != nullptr) state_rating(result, stated->second, *councils);
    return;
  }
  if (!grades.verdict) return;
  const std::string& id = rating.values()[grades.verdict->grade].id;
  if (grades.status == "derived")
    note(result, rating.name, id, grades.verdict->sentence, grades.verdict->tokens);
  result.rating_status = grades.status;
  result.facets[rating.name] = {id};
  add_evidence(result, rating.name, id, grades.verdict->sentence);
}

}  // namespace

// Title, date, publisher, language, body.
void Extractor::Rules::read_header(const read::Article& article, std::optional<std::size_t> title_line,
                                   Extraction& result) const {
  const Document& document = result.document;
  if (!article.title.empty())
    result.title = article.title;
  else if (title_line)
    result.title = std::string(document.slice(document.lines[*title_line]));
  else
    result.title = opening(document);
  result.body = body_of(document, title_line);
  result.date = date.decide(article.date, result.url, document, result.findings).value_or("");
  result.publisher = article.publisher;
  result.language = article.language;
}

// Verdicts help to tell the main council, and the main council whose verdicts count.
void Extractor::Rules::read_grades_and_councils(const read::Article& article, Extraction& result) const {
  const Document& document = result.document;
  const int year = year_of(result.date);
  std::vector<Mention> mentions;
  for (const auto& [facet, rule] : councils) mentions = rule.find(document);
  std::vector<Verdict> verdicts;
  for (const auto& [facet, rule] : gradings) {
    verdicts = rule.judge(document, mentions, year);
    note_verdicts(result, *facet, verdicts);
  }
  std::optional<schema::Ordinal> main;
  const Facet* council_facet = nullptr;
  for (const auto& [facet, rule] : councils) {
    council_facet = facet;
    rule.note(document, mentions, result.findings);
    const auto about = rule.decide({article.publisher, result.url}, document, mentions, count_rated(verdicts),
                                   any_unnamed(verdicts));
    if (!about.empty()) main = about.front();
    if (const auto stated = result.facets.find(facet->name); stated != result.facets.end()) {
      main = stated->second.empty() ? std::nullopt : facet->ordinal(stated->second.front());
      continue;
    }
    result.facets[facet->name] = ids_of(*facet, about);
    add_evidence_of_findings(result, facet->name, result.facets[facet->name]);
  }
  for (const auto& [facet, rule] : gradings)
    add_grades(result, rule.decide(document, mentions, verdicts, main, year), *facet, council_facet,
               themes.empty() ? nullptr : themes.front().first,
               council_facet != nullptr && article.facets.contains(council_facet->name));
}

Extractor::Extractor(const taxonomy::Taxonomy& taxonomy) : rules_(std::make_unique<Rules>(taxonomy)) {}
Extractor::~Extractor() = default;

Extraction Extractor::extract(const read::Article& article) const {
  Extraction result;
  result.facets = rules_->stated_facets.of(article);
  result.document = tokenise(article, rules_->lexicon);
  rules_->boilerplate.mark(result.document);
  cut_sentences(result.document);
  find_phrases(result.document, rules_->lexicon);
  result.url = address_of(article, result.document);
  const auto title_line = headline(article, result.document);
  if (title_line)
    result.document.headline = *title_line;
  else if (!result.document.sentences.empty())
    result.document.headline = result.document.sentences.front().line;
  result.findings.reserve(kUsualFindings);
  rules_->read_header(article, title_line, result);
  rules_->read_grades_and_councils(article, result);
  for (const auto& [facet, rule] : rules_->themes) {
    const auto themes = rule.decide(result.document, result.findings);
    if (result.facets.contains(facet->name)) continue;
    result.facets[facet->name] = ids_of(*facet, themes);
    add_evidence_of_findings(result, facet->name, result.facets[facet->name]);
  }
  return result;
}

}  // namespace assay::extract
