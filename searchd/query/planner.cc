#include "searchd/query/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "searchd/query/chars.h"
#include "searchd/query/clauses.h"
#include "searchd/query/dates.h"
#include "searchd/query/limits.h"
#include "searchd/query/match.h"

namespace assay::query {
namespace {

std::vector<std::string> terms(const std::string& field, const std::vector<std::string>& words) {
  std::vector<std::string> result;
  for (const std::string& word : words)
    result.push_back(schema::word_term(field.empty() ? schema::Field::kText : schema::Field::kTitle, word));
  return result;
}

}  // namespace

PlanNode Planner::build(const Node& node, bool marked) {
  switch (node.kind) {
    case Kind::kAll:
      return match(Match::kAll);
    case Kind::kAnd:
      return conjunction(conjuncts(node), marked);
    case Kind::kOr:
      return alternatives(node, marked);
    case Kind::kNot:
      return conjunction({&node}, marked);
    case Kind::kFacet:
      return facet(node);
    case Kind::kDate:
      return date(node);
    default:
      return words(node, marked);
  }
}

PlanNode Planner::conjunction(const std::vector<const Node*>& conditions, bool marked) {
  std::vector<PlanNode> kept, dropped;
  for (const Node* condition : conditions) {
    if (condition->kind == Kind::kNot)
      dropped.push_back(build(*condition->children.front(), false));
    else
      kept.push_back(build(*condition, marked));
  }
  return without(all_of(std::move(kept)), any_of(std::move(dropped)));
}

PlanNode Planner::alternatives(const Node& node, bool marked) {
  std::vector<PlanNode> parts;
  for (const NodePtr& child : node.children) parts.push_back(build(*child, marked));
  return any_of(std::move(parts));
}

PlanNode Planner::words(const Node& node, bool marked) {
  Words words;
  add_words(node, words);
  const auto is_empty = [](const auto& slot) { return slot.empty(); };
  if (std::any_of(words.slots.begin(), words.slots.end(), is_empty)) return match(Match::kNone);

  PlanNode result = match(node.kind == Kind::kPhrase || node.ordered ? Match::kPhrase : Match::kNear);
  // NEAR/n counts from word to word: side by side is 1 apart and 2 words wide.
  result.window = node.kind == Kind::kProximity ? static_cast<unsigned>(words.slots.size()) + node.window - 1
                                                : std::max(1U, node.window);
  if (marked && node.field.empty()) {
    Highlight highlight{words.slots, words.runs, result.window,
                        node.kind == Kind::kProximity && !node.ordered};
    std::vector<Highlight>& known = plan_.highlights;
    if (std::find(known.begin(), known.end(), highlight) == known.end())
      known.push_back(std::move(highlight));
  }
  for (const std::vector<std::string>& slot : words.slots) result.slots.push_back(terms(node.field, slot));
  result.runs = std::move(words.runs);
  if (result.slots.size() > 1) return result;
  PlanNode term = match(Match::kTerm);
  term.terms = std::move(result.slots.front());
  if (node.kind == Kind::kWord && node.field.empty()) term.written = node.words.front();
  return term;
}

void Planner::add_words(const Node& leaf, Words& words) {
  if (leaf.kind == Kind::kProximity) {
    bool has_phrase = false;
    for (const NodePtr& child : leaf.children) {
      add_words(*child, words);
      words.runs.push_back(child->words.size());
      has_phrase = has_phrase || child->words.size() > 1;
    }
    if (!has_phrase) words.runs.clear();
    return;
  }
  const Kind kind = leaf.kind == Kind::kPhrase ? Kind::kExact : leaf.kind;
  for (const std::string& word : leaf.words) words.slots.push_back(forms(leaf, kind, word));
}

std::vector<std::string> Planner::forms(const Node& leaf, Kind kind, const std::string& word) {
  std::vector<std::string> result;
  if (kind == Kind::kWord) result = vocabulary_.conflation_class(word);
  if (kind == Kind::kExact) {  // of the words that begin with it, a word itself is the first
    result = vocabulary_.words_with_prefix(word, 1);
    if (!result.empty() && result.front() != word) result.clear();
  }
  if (kind == Kind::kPrefix) {
    result = vocabulary_.words_with_prefix(word, kMaxExpansions + 1);
    if (result.size() > kMaxExpansions)
      throw QueryError(fmt::format("more than {} words of the index begin with {}; write more of it",
                                   kMaxExpansions, quoted(word)),
                       leaf.span);
  }
  if (!result.empty() || leaf.implied || leaf.backed) return result;
  if (kind != Kind::kPrefix) plan_.missing.push_back({word, leaf.span});
  note(fmt::format("no article holds {} {}", kind == Kind::kPrefix ? "a word that begins with" : "the word",
                   quoted(word)),
       leaf.span);
  return result;
}

PlanNode Planner::facet(const Node& node) const {
  const schema::Facet& facet = *schema_.find(node.field);
  PlanNode result = match(Match::kFacet);
  for (const schema::Ordinal ordinal : ordinals(node, facet))
    result.terms.push_back(schema::facet_term(facet.name, facet.values()[ordinal].id));
  return result.terms.empty() ? match(Match::kNone) : result;
}

PlanNode Planner::date(const Node& node) {
  const bool one_date = node.since == node.until;
  std::optional<std::chrono::sys_days> first, last;
  if (const auto days = parse_days(node.since, today_)) {
    first = days->first;
    if (one_date) last = days->last;
  }
  if (!one_date) last = parse_end(node.until, today_);
  for (const auto& [text, day] : {std::pair{node.since, first}, {node.until, last}}) {
    if (text.empty() || day) continue;
    note(fmt::format("{} is no date and matches nothing; {}", quoted(text), kDateForms), node.span);
    return match(Match::kNone);
  }
  if (first && last && *first > *last) {
    note("this range of dates ends before it begins and matches nothing", node.span);
    return match(Match::kNone);
  }
  PlanNode result = match(Match::kDate);
  if (first) result.since = schema::date_value(iso(*first)).value();
  if (last) result.until = schema::date_value(iso(*last)).value();
  return result;
}

}  // namespace assay::query
