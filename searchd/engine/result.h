// What the engine answers.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "indexer/schema/stored_article.h"
#include "searchd/engine/snippet.h"
#include "searchd/query/plan.h"

namespace assay::engine {

struct FacetValues {
  std::string facet;
  std::vector<std::string> ids;
  std::vector<std::string> labels;
};

struct Hit {
  std::string id, title, date, url, publisher;
  std::vector<FacetValues> facets;
  double score = 0;
  std::vector<Snippet> snippets;  // the best first
  std::string rating_status;
  int overall_score = 0;  // 0: none
  std::string group;      // of copies: the id of its first article
  std::size_t copies = 1;
};

struct FacetCount {
  std::string value, label;
  std::uint64_t count = 0;
  bool selected = false;
  std::vector<schema::FacetParent> parents;
};

// Values with matches, selected values, and, for a facet of few values, those without matches too. Ordered
// facets in their order, others by falling count, then label.
struct FacetCounts {
  std::string facet, label;
  std::vector<FacetCount> values;
};

struct DateCount {
  std::string start, label;  // first day, YYYY-MM-DD; 2025, 2025-Q2 or 2025-06
  std::uint64_t count = 0;
};

// From the first bucket with a match to the last, those without any between them too.
struct DateHistogram {
  std::string interval;
  std::vector<DateCount> buckets;
  std::uint64_t undated = 0;
};

struct ScoreBandCount {
  schema::ScoreBand band;
  std::string label;
  std::uint64_t count = 0;
};

struct SearchResult {
  std::uint64_t total = 0;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::string canonical_query;
  std::vector<query::Note> notes;
  std::string suggestion;   // the query with the words that no article holds respelt, or empty
  std::string next_cursor;  // empty: none was asked for, or these were the last hits
  bool counts_groups = false;
  std::optional<DateHistogram> histogram;
  std::vector<ScoreBandCount> score_bands;
  std::uint64_t revision = 0;
  std::chrono::microseconds elapsed{0};
};

// Matches that were added or changed since a mark, in the order in which they came.
struct News {
  std::vector<Hit> hits;
  std::string mark;        // where the next news begins
  bool more = false;       // there is news behind these already
  bool restarted = false;  // the mark is of another database: every match counts as new
  std::string canonical_query;
  std::uint64_t revision = 0;
};

// What the index was like when it was last looked at.
struct Health {
  bool degraded = false;  // the last good revision is served
  std::string reason;
};

struct SimilarResult {
  std::vector<Hit> hits;
  std::vector<std::string> words;  // by which they were found, the strongest first
  std::uint64_t revision = 0;
};

// cells[r][c]: matches with the value of row r and that of column c. Values without matches are left out.
struct PivotResult {
  std::uint64_t total = 0;
  FacetCounts rows, columns;
  std::vector<std::vector<std::uint64_t>> cells;
  std::string canonical_query;
  std::vector<query::Note> notes;
  bool counts_groups = false;
  std::uint64_t revision = 0;
};

struct Article {
  schema::StoredArticle stored;
  std::vector<FacetValues> facets;
  std::uint64_t revision = 0;
  std::vector<std::string> copies;  // ids of its group; empty: it has no copies
};

// A verdict on one subject, as an article tells it. Status and score are those of the article's main subject,
// so empty and 0 where that is another one.
struct RatingEvent {
  std::string date, rating, label, rating_status;
  int overall_score = 0;
  std::string id, title, url, publisher;
  std::size_t copies = 1;
};

struct History {
  std::string subject, label;
  std::vector<RatingEvent> events;  // oldest first, undated ones last; of a group of copies the first
  std::uint64_t revision = 0;
};

struct SubjectSummary {
  std::string subject, label;
  std::uint64_t articles = 0;
  std::optional<RatingEvent> latest;
  int overall_score = 0;                              // the latest told; 0: none
  std::vector<schema::StoredScore> statement_scores;  // of the latest article that tells any
  std::vector<FacetCounts> facets;                    // over its articles
};

struct Comparison {
  std::vector<SubjectSummary> subjects;  // as asked
  std::uint64_t revision = 0;
};

enum class SuggestionKind { kWord, kValue, kTitle };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kWord;
  std::string text;       // the word, the label or the title
  std::string facet, id;  // of a value; of a title the article's id
  std::uint64_t count = 0;
};

struct Suggestions {
  std::vector<Suggestion> found;  // words and values by falling count, then text; titles, the newest first
  std::uint64_t revision = 0;
};

struct TermCount {
  std::string term;
  std::uint64_t articles = 0, occurrences = 0;
};

struct Expansion {
  std::string written, how;  // how: forms, exact, prefix or synonym
  std::vector<TermCount> terms;
};

struct Explanation {
  std::string canonical_query, tree, plan;
  std::vector<Expansion> expansions;
  std::vector<query::Note> notes;
  std::uint64_t total = 0;
  bool counts_groups = false;
  std::uint64_t revision = 0;
};

struct FacetInfo {
  std::string name, label;
  std::uint64_t values = 0;
};

struct Info {
  std::string index_id;
  std::uint32_t format_version = 0;
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
  std::vector<FacetInfo> facets;
};

struct Identity {
  std::string index_id;
  std::uint64_t revision = 0;
};

}  // namespace assay::engine
