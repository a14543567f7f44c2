#include "tests/query/articles.h"

#include <algorithm>
#include <array>

#include "tests/query/fake_index.h"
#include "tests/query/placement.h"

namespace assay::tests {
namespace {

using query::Match;
using query::PlanNode;

using Words = std::vector<std::string>;

// Adds where the slots of a run stand side by side in `words`, which begin at position `first`.
void add_starts(Run& run, const Words* slots, const Words& words, std::size_t first) {
  const auto stands_at = [&](std::size_t at) {
    for (std::size_t i = 0; i < run.length; ++i)
      if (std::find(slots[i].begin(), slots[i].end(), words[at + i]) == slots[i].end()) return false;
    return true;
  };
  for (std::size_t at = 0; at + run.length <= words.size(); ++at)
    if (stands_at(at)) run.starts.push_back(first + at);
}

Words title_terms(const Article& article) {
  Words terms;
  for (const std::string& word : article.title)
    terms.push_back(schema::word_term(schema::Field::kTitle, word));
  return terms;
}

bool slots_match(const PlanNode& node, const Article& article) {
  std::vector<std::size_t> lengths = node.runs;
  if (lengths.empty()) lengths.assign(node.slots.size(), 1);
  std::vector<Run> runs;
  const Words* slots = node.slots.data();
  for (const std::size_t length : lengths) {
    Run& run = runs.emplace_back();
    run.length = length;
    // A term is a word of title and text, or of the title alone.
    add_starts(run, slots, article.title, 0);
    add_starts(run, slots, article.text, article.title.size() + kApart);
    add_starts(run, slots, title_terms(article), 0);
    slots += length;
  }
  return fit(runs, node.window, node.match == Match::kPhrase);
}

bool holds_term(const Article& article, const std::string& term) {
  const Words title = title_terms(article);
  const auto in = [&](const Words& terms) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
  };
  return in(article.title) || in(article.text) || in(title);
}

bool has_facet_term(const Article& article, const std::string& term) {
  return std::any_of(article.facets.begin(), article.facets.end(), [&](const auto& facet) {
    return std::any_of(facet.second.begin(), facet.second.end(), [&](const std::string& value) {
      return schema::facet_term(facet.first, value) == term;
    });
  });
}

bool matches(const PlanNode& node, const Article& article) {
  const auto child_matches = [&](const PlanNode& child) { return matches(child, article); };
  const auto any_term = [&](const auto& test) {
    return std::any_of(node.terms.begin(), node.terms.end(),
                       [&](const std::string& term) { return test(article, term); });
  };
  switch (node.match) {
    case Match::kAll:
      return true;
    case Match::kNone:
      return false;
    case Match::kTerm:
      return any_term(holds_term);
    case Match::kFacet:
      return any_term(has_facet_term);
    case Match::kDate:
      return !article.date.empty() && node.since <= article.date &&
             (node.until.empty() || article.date <= node.until);
    case Match::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), child_matches);
    case Match::kOr:
      return std::any_of(node.children.begin(), node.children.end(), child_matches);
    case Match::kAndNot:
      return child_matches(node.children.at(0)) && !child_matches(node.children.at(1));
    case Match::kNear:
    case Match::kPhrase:
      return slots_match(node, article);
  }
  return false;
}

}  // namespace

Article random_article(Random& random) {
  constexpr std::array<const char*, 8> kWords = {"care",     "council", "payments", "payment",
                                                 "assessed", "and",     "home",     "pre"};
  const auto some_words = [&](std::size_t count) {
    Words words;
    for (; count > 0; --count) words.emplace_back(kWords[random() % kWords.size()]);
    return words;
  };
  Article article;
  article.title = some_words(random() % 3);
  article.text = some_words(random() % 8);
  if (random() % 2 == 0) article.facets["rating"] = {random() % 2 == 0 ? "good" : "requires-improvement"};
  for (const char* council : {"hull", "brent"})
    if (random() % 3 == 0) article.facets["council"].insert(council);
  if (random() % 3 != 0) article.date = random() % 2 == 0 ? "20250612" : "20260531";
  return article;
}

bool matches(const query::Plan& plan, const Article& article) {
  const auto passes = [&](const query::Filter& filter) {
    const auto value = article.facets.find(filter.facet);
    if (value == article.facets.end()) return false;
    const schema::Facet& facet = *sample_schema().find(filter.facet);
    return std::all_of(filter.clauses.begin(), filter.clauses.end(), [&](const auto& clause) {
      return std::any_of(clause.begin(), clause.end(), [&](schema::Ordinal ordinal) {
        return value->second.contains(facet.values()[ordinal].id);
      });
    });
  };
  return std::all_of(plan.filters.begin(), plan.filters.end(), passes) && matches(plan.root, article);
}

}  // namespace assay::tests
