#include "tests/query/articles.h"

#include <algorithm>
#include <array>
#include <functional>

#include "searchd/query/dates.h"
#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using query::Kind;
using query::Match;
using query::Node;
using query::PlanNode;

using Words = std::vector<std::string>;
using Accepts = std::function<bool(const std::string&)>;

// Words side by side, each as its own test accepts it.
using Run = std::vector<Accepts>;

bool stands_at(const Run& run, const Words& words, std::size_t at) {
  if (at + run.size() > words.size()) return false;
  for (std::size_t i = 0; i < run.size(); ++i)
    if (!run[i](words[at + i])) return false;
  return true;
}

// Whether the runs from `next` on fit, none over another, between first and last of a window so wide;
// ordered: each behind the one before it.
bool fit(const std::vector<Run>& runs, const Words& words, std::size_t window, bool ordered,
         std::vector<std::pair<std::size_t, std::size_t>>& placed) {
  if (placed.size() == runs.size()) {
    std::size_t first = words.size(), last = 0;
    for (const auto& [begin, end] : placed) first = std::min(first, begin), last = std::max(last, end);
    return last - first <= window;
  }
  const Run& run = runs[placed.size()];
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t end = at + run.size();
    const auto collides = [&](const auto& other) { return at < other.second && other.first < end; };
    if (!stands_at(run, words, at) || std::any_of(placed.begin(), placed.end(), collides)) continue;
    if (ordered && !placed.empty() && at < placed.back().second) continue;
    placed.emplace_back(at, end);
    if (fit(runs, words, window, ordered, placed)) return true;
    placed.pop_back();
  }
  return false;
}

bool fit(const std::vector<Run>& runs, const Words& words, std::size_t window, bool ordered) {
  std::vector<std::pair<std::size_t, std::size_t>> placed;
  return fit(runs, words, window, ordered, placed);
}

Accepts accepts(Kind kind, const std::string& word) {
  if (kind == Kind::kPrefix) return [=](const std::string& w) { return w.starts_with(word); };
  if (kind != Kind::kWord) return [=](const std::string& w) { return w == word; };
  static const schema::Stemmer kStemmer;
  return [stem = kStemmer.stem(word)](const std::string& w) { return kStemmer.stem(w) == stem; };
}

Run run_of(const Node& leaf) {
  Run run;
  for (const std::string& word : leaf.words) run.push_back(accepts(leaf.kind, word));
  return run;
}

bool words_match(const Node& node, const Words& words) {
  std::vector<Run> runs;
  if (node.kind == Kind::kProximity) {
    std::size_t length = 0;
    for (const query::NodePtr& child : node.children) {
      runs.push_back(run_of(*child));
      length += child->words.size();
    }
    return fit(runs, words, length + node.window - 1, node.ordered);
  }
  if (node.window <= node.words.size()) return fit({run_of(node)}, words, node.words.size(), true);
  for (const Accepts& word : run_of(node)) runs.push_back({word});
  return fit(runs, words, node.window, true);
}

bool date_matches(const Node& node, const std::string& date) {
  const auto since = query::parse_days(node.since, kToday);
  const auto until = query::parse_days(node.until, kToday);
  if ((!since && !node.since.empty()) || (!until && !node.until.empty()) || date.empty()) return false;
  const std::string day = schema::iso_date(date);
  return (!since || query::iso(since->first) <= day) && (!until || day <= query::iso(until->last));
}

bool facet_matches(const Node& node, const Article& article) {
  const auto value = article.facets.find(node.field);
  return value != article.facets.end() &&
         std::any_of(node.values.begin(), node.values.end(),
                     [&](const std::string& wanted) { return value->second.contains(wanted); });
}

bool slots_match(const PlanNode& node, const Article& article) {
  std::vector<std::size_t> lengths = node.runs;
  if (lengths.empty()) lengths.assign(node.slots.size(), 1);
  // A title's terms begin with a capital, words themselves are in lower case.
  const bool title = node.slots.at(0).at(0).front() == 'S';
  std::vector<Run> runs;
  std::size_t slot = 0;
  for (const std::size_t length : lengths) {
    Run& run = runs.emplace_back();
    for (std::size_t i = 0; i < length; ++i) {
      const Words& terms = node.slots.at(slot++);
      run.push_back([&terms, title](const std::string& word) {
        const std::string term = title ? schema::word_term(schema::Field::kTitle, word) : word;
        return std::find(terms.begin(), terms.end(), term) != terms.end();
      });
    }
  }
  return fit(runs, title ? article.title : article.words, node.window, node.match == Match::kPhrase);
}

bool holds_term(const Article& article, const std::string& term) {
  const auto is_term = [&](const std::string& word) { return word == term; };
  const auto is_title_term = [&](const std::string& word) {
    return schema::word_term(schema::Field::kTitle, word) == term;
  };
  return std::any_of(article.words.begin(), article.words.end(), is_term) ||
         std::any_of(article.title.begin(), article.title.end(), is_title_term);
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
  article.title = article.words = some_words(random() % 3);
  const Words text = some_words(random() % 8);
  article.words.insert(article.words.end(), text.begin(), text.end());
  if (random() % 2 == 0) article.facets["rating"] = {random() % 2 == 0 ? "good" : "requires-improvement"};
  for (const char* council : {"hull", "brent"})
    if (random() % 3 == 0) article.facets["council"].insert(council);
  if (random() % 3 != 0) article.date = random() % 2 == 0 ? "20250612" : "20260531";
  return article;
}

bool matches(const Node& node, const Article& article) {
  const auto child_matches = [&](const query::NodePtr& child) { return matches(*child, article); };
  switch (node.kind) {
    case Kind::kAll:
      return true;
    case Kind::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), child_matches);
    case Kind::kOr:
      return std::any_of(node.children.begin(), node.children.end(), child_matches);
    case Kind::kNot:
      return !child_matches(node.children.front());
    case Kind::kFacet:
      return facet_matches(node, article);
    case Kind::kDate:
      return date_matches(node, article.date);
    default:
      return words_match(node, node.field.empty() ? article.words : article.title);
  }
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
