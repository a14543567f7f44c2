#include "tests/client/messages.h"

#include "tests/client/samples.h"

namespace assay::tests {

v1::SearchReply counts_message() {
  return message<v1::SearchReply>(R"(
    total: 9 canonical_query: "carres" suggestion: "carers" counts_groups: true revision: 7 elapsed_us: 900
    facets { facet: "region" label: "Region"
      values { value: "london" label: "London" count: 5 }
      values { value: "north-west" label: "North West" count: 3 selected: true }
      values { value: "south-west" label: "South West" } }
    facets { facet: "council" label: "Council"
      values { value: "barnet" label: "Barnet" count: 4 parents { facet: "region" value: "london" } }
      values { value: "bury" label: "Bury" count: 3
        parents { facet: "kind" value: "borough" } parents { facet: "region" value: "north-west" } }
      values { value: "camden" label: "Camden" count: 2 parents { facet: "region" value: "london" } }
      values { value: "douglas" label: "Douglas" count: 1 parents { facet: "region" value: "nowhere" } } }
    facets { facet: "theme" label: "Theme"
      values { value: "equity" label: "Equity" count: 2 parents { facet: "area" value: "people" } } }
    histogram { interval: "quarter" undated: 2
      buckets { start: "2024-10-01" label: "2024-Q4" count: 6 }
      buckets { start: "2025-01-01" label: "2025-Q1" }
      buckets { start: "2025-04-01" label: "2025-Q2" count: 1 } }
    score_bands { first: 25 last: 38 value: "inadequate" label: "Inadequate" count: 1 }
    score_bands { first: 63 last: 87 value: "good" label: "Good" count: 5 })");
}

v1::SimilarReply similar_message() {
  return message<v1::SimilarReply>(R"(
    words: "brokerage" words: "café" revision: 7
    hits { id: "a.txt" title: "Alike" date: "2025-01-31" score: 3.5 copies: 1
      snippets { text: "A brokerage." marks { begin: 2 end: 11 } } }
    hits { id: "b.txt" title: "Less alike" })");
}

v1::PivotReply pivot_message() {
  return message<v1::PivotReply>(R"(
    total: 12 canonical_query: "carers" revision: 7 notes { text: "a note" }
    rows { facet: "council" label: "Council"
      values { value: "barnet" label: "Barnet" count: 9 } values { value: "bury" label: "Bury" count: 4 } }
    columns { facet: "rating" label: "Rating"
      values { value: "good" label: "Good" count: 8 }
      values { value: "requires-improvement" label: "Requires improvement" count: 3 }
      values { value: "inadequate" label: "Inadequate" count: 1 } }
    cells { cells: 8 cells: 1 cells: 0 } cells { cells: 0 cells: 3 cells: 1 })");
}

v1::HistoryReply history_message() {
  return message<v1::HistoryReply>(R"(
    council: "leeds" label: "Leeds" revision: 7
    events { date: "2024-05-17" rating: "requires-improvement" label: "Requires improvement"
      rating_status: "pilot" overall_score: 59 id: "press/leeds-pilot.txt" title: "A pilot, told"
      url: "https://example.org/leeds" publisher: "Gazette" copies: 2 }
    events { rating: "good" label: "Good" id: "notes/long-name-of-an-article-that-tells-of-leeds.md" })");
}

v1::CompareReply compare_message() {
  return message<v1::CompareReply>(R"(
    revision: 7
    councils { council: "leeds" label: "Leeds" articles: 12 overall_score: 75
      latest { date: "2025-03-21" rating: "good" label: "Good" rating_status: "regraded" id: "leeds.txt"
        title: "Leeds is good" }
      statement_scores { statement: "equity" score: 3 } statement_scores { statement: "safety" score: 2 }
      facets { facet: "rating" label: "Rating" values { value: "good" label: "Good" count: 11 }
        values { value: "inadequate" label: "Inadequate" } }
      facets { facet: "theme" label: "Theme" values { value: "equity" label: "Equity" count: 4 } } }
    councils { council: "hull" label: "Hull" articles: 1
      facets { facet: "rating" label: "Rating" values { value: "none" label: "No rating" count: 1 } } })");
}

v1::SuggestReply suggest_message() {
  return message<v1::SuggestReply>(R"(
    revision: 7
    suggestions { kind: SUGGESTION_WORD text: "stoke" count: 40 }
    suggestions { kind: SUGGESTION_VALUE text: "Stoke-on-Trent" facet: "council" id: "stoke-on-trent" count: 38 }
    suggestions { kind: SUGGESTION_TITLE text: "Stoke praised" id: "press/stoke.txt" })");
}

v1::ExplainReply explain_message() {
  v1::ExplainReply reply = message<v1::ExplainReply>(R"text(
    canonical_query: "carers del*" tree: "(and (word carers) (prefix del))" plan: "(and (any carer carers) del*)"
    total: 3 revision: 7 notes { text: "a note" }
    expansions { written: "carers" how: "forms"
      terms { term: "carer" articles: 30 occurrences: 45 } terms { term: "carers" articles: 120 occurrences: 512 } }
    expansions { written: "delphi" how: "exact" })text");
  v1::Expansion& prefix = *reply.add_expansions();
  prefix.set_written("del*");
  prefix.set_how("prefix");
  for (std::uint32_t i = 1; i <= 12; ++i) {
    v1::TermCount& term = *prefix.add_terms();
    term.set_term("del" + std::to_string(i));
    term.set_articles(i);
    term.set_occurrences(2 * i);
  }
  return reply;
}

v1::Alert alert_message() {
  return message<v1::Alert>(R"(
    name: "carers" canonical_query: "\"unpaid carers\" rating:good" waiting: 2 total: 31 added_at: 1767225600
    search { query: "\"unpaid carers\"" filters { facet: "rating" values: "good" } })");
}

v1::RunAlertReply alert_run_message() {
  return message<v1::RunAlertReply>(R"(
    waiting: 12 revision: 7
    articles { number: 4 hit { id: "a.txt" title: "New, and good" date: "2026-01-02" publisher: "Gazette"
      snippets { text: "An unpaid carer." marks { begin: 3 end: 15 } } } }
    articles { number: 5 hit { id: "b.txt" title: "Newer" } })");
}

std::vector<v1::Envelope> news_messages(bool of_alert) {
  const auto article = [of_alert](v1::Envelope& answer, std::uint64_t number, const char* title) {
    v1::AlertHit& added = *answer.mutable_news()->add_articles();
    if (of_alert) added.set_number(number);
    added.mutable_hit()->set_id(std::to_string(number) + ".txt");
    added.mutable_hit()->set_title(title);
  };
  std::vector<v1::Envelope> answers(2);
  for (v1::Envelope& answer : answers) answer.set_more(true);
  answers[0].mutable_news()->set_restarted(true);
  article(answers[0], 1, "The first");
  article(answers[0], 2, "The second");
  if (!of_alert) article(answers[1], 1, "The first, changed");
  if (of_alert) article(answers[1], 2, "The second");
  if (of_alert) article(answers[1], 3, "The third");
  return answers;
}

namespace {

v1::ListAlertsReply alerts_message() {
  v1::ListAlertsReply reply = message<v1::ListAlertsReply>("alerts { name: 'all' added_at: 0 }");
  *reply.add_alerts() = alert_message();
  return reply;
}

v1::SearchReply search_answer(const v1::SearchRequest& request) {
  if (request.query() == "counts") return counts_message();
  v1::SearchReply reply = to_message(sample_reply());
  if (request.limit() == 0) reply.clear_hits();
  return reply;
}

}  // namespace

v1::Envelope sample_answer(const v1::Envelope& request) {
  v1::Envelope answer;
  if (request.has_search()) *answer.mutable_search_reply() = search_answer(request.search());
  if (request.has_get()) *answer.mutable_get_reply()->mutable_article() = to_message(sample_article());
  if (request.has_similar()) *answer.mutable_similar_reply() = similar_message();
  if (request.has_pivot()) *answer.mutable_pivot_reply() = pivot_message();
  if (request.has_history()) *answer.mutable_history_reply() = history_message();
  if (request.has_compare()) *answer.mutable_compare_reply() = compare_message();
  if (request.has_suggest()) *answer.mutable_suggest_reply() = suggest_message();
  if (request.has_explain()) *answer.mutable_explain_reply() = explain_message();
  if (request.has_add_alert() || request.has_remove_alert())
    *answer.mutable_alert_reply()->mutable_alert() = alert_message();
  if (request.has_list_alerts()) *answer.mutable_list_alerts_reply() = alerts_message();
  if (request.has_run_alert()) *answer.mutable_run_alert_reply() = alert_run_message();
  if (request.has_info())
    *answer.mutable_info_reply() = message<v1::InfoReply>(R"(
      server: "assay-searchd 9" index_id: "abc" format_version: 1 revision: 42 articles: 120 uptime_seconds: 61
      degraded: true degraded_reason: "the disk is full"
      facets { name: "rating" label: "Rating" values: 5 })");
  return answer;
}

}  // namespace assay::tests
