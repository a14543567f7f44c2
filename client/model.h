// What is asked of the daemon and what it answers: a part of client/assay.h, which is the header to include.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assay {

struct FacetFilter {
  std::string facet;
  std::vector<std::string> values;  // ids or labels; any of them
};

// An order of the hits. Ties are broken by date, newest first, then by id.
struct SortKey {
  std::string field;        // relevance, date, score or the name of a facet; what has none comes last
  bool descending = false;  // of relevance: without effect, the best come first
  bool operator==(const SortKey&) const = default;
};

// Every member has an initialiser, so that {.query = "carers"} draws no warning.
struct SearchRequest {
  std::string query{};  // the query language; empty matches every article
  std::vector<FacetFilter> filters{};
  std::string since{}, until{};  // full or partial dates
  std::vector<SortKey> sort{};   // at most two keys; empty: by relevance
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;
  std::vector<std::string> facets{};  // facets to count; {"*"}: all
  bool feedback = false;  // by relevance: lift articles that are like the best; finds the same, takes longer
  bool no_synonyms = false;          // take words as they are
  bool fold = false;                 // a group of copies is one hit and counts once
  std::uint32_t snippets = 1;        // wanted of each hit, at most 5; 0: none
  bool no_hit_facets = false;        // hits come without their facets, and the sooner for it
  std::string histogram{};           // count by month, quarter or year; empty: do not
  bool score_bands = false;          // count by the grade that the overall score stands for
  std::string facet_prefix{};        // count only values with a name in which a word begins so
  std::uint32_t freshness_days = 0;  // by relevance: lift new articles, half as much after so many days
  // "*" asks for a list that later changes of the index leave as it is; SearchReply::next_cursor then gives
  // what follows, and only `limit` counts besides.
  std::string cursor{};
};

struct FacetValues {
  std::string facet;
  std::vector<std::string> ids;
  std::vector<std::string> labels;
};

// Bytes [first, second) of the snippet's text that matched.
using Mark = std::pair<std::uint32_t, std::uint32_t>;

struct Snippet {
  std::string text;         // plain, not escaped
  std::vector<Mark> marks;  // within the text, between characters, sorted and apart
  bool cut_before = false, cut_after = false;
  std::uint32_t offset = 0;  // in Article::text, in bytes
};

struct Hit {
  std::string id, title, date, url, publisher;  // date YYYY-MM-DD or empty
  std::vector<FacetValues> facets;
  double score = 0;
  std::vector<Snippet> snippets{};  // the best first; none if the article has no text
  std::string rating_status{};      // current, pilot, regraded, derived, or empty
  std::uint32_t overall_score = 0;  // a percentage; 0: the article tells none
  std::string group{};              // of copies: the id of its first article
  std::uint32_t copies = 1;         // articles of the group
};

// A value of another facet that a value lies under: the region of a council.
struct FacetParent {
  std::string facet, value;
  bool operator==(const FacetParent&) const = default;
};

struct FacetCount {
  std::string value, label;
  std::uint64_t count = 0;
  bool selected = false;
  std::vector<FacetParent> parents{};
};

struct FacetCounts {
  std::string facet, label;
  std::vector<FacetCount> values;
};

struct DateCount {
  std::string start;  // the first day, YYYY-MM-DD
  std::string label;  // 2025, 2025-Q2 or 2025-06
  std::uint64_t count = 0;
};

// From the first bucket with any match to the last, empty ones between them too.
struct DateHistogram {
  std::string interval{};  // empty: none was asked for
  std::vector<DateCount> buckets{};
  std::uint64_t undated = 0;
};

// Matches whose overall score is published as the same grade.
struct ScoreBand {
  std::uint32_t first = 0, last = 0;  // percentages, both included
  std::string value, label;           // of the rating facet
  std::uint64_t count = 0;
};

struct Note {
  std::string text;
  std::uint32_t offset = 0, length = 0;
};

struct SearchReply {
  std::uint64_t total = 0;  // exact
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::string canonical_query;
  std::vector<Note> notes;
  std::uint64_t revision = 0;
  std::chrono::microseconds elapsed{0};
  std::string suggestion{};    // the query with unknown words respelt; empty: nothing to suggest
  std::string next_cursor{};   // empty: none was asked for, or these were the last hits
  bool counts_groups = false;  // total and counts are of groups of copies
  DateHistogram histogram{};
  std::vector<ScoreBand> score_bands{};
};

struct SimilarRequest {
  std::string id{};
  std::uint32_t limit = 10;
  std::vector<FacetFilter> filters{};
};

struct SimilarReply {
  std::vector<Hit> hits;           // the most alike first, without the article's copies
  std::vector<std::string> words;  // by which they were found, the strongest first
  std::uint64_t revision = 0;
};

struct PivotRequest {
  SearchRequest search{};         // what to count: query, filters, dates, fold and no_synonyms
  std::string rows{}, columns{};  // names of two facets
};

// An article with several values of a facet counts for each, so rows and columns may add up to more than
// the totals beside them.
struct PivotReply {
  std::uint64_t total = 0;
  FacetCounts rows, columns;                      // with the matches of each value
  std::vector<std::vector<std::uint64_t>> cells;  // cells[row][column], of every row and column
  std::string canonical_query;
  std::vector<Note> notes;
  std::uint64_t revision = 0;
  bool counts_groups = false;
};

struct Evidence {
  std::string facet, value, text;
};

struct Article {
  std::string id, title, date, url, publisher, path, text;
  std::vector<FacetValues> facets;
  std::vector<Evidence> evidence;
  std::string language{}, rating_status{};
  std::uint32_t overall_score = 0;
  std::map<std::string, std::uint32_t> statement_scores{};  // theme id -> 1 to 4
  std::map<std::string, std::string> council_ratings{};     // council id -> rating id
  std::vector<std::string> copies{};                        // ids of its group of copies; empty: it has none
};

// A rating of a council as an article tells it.
struct RatingEvent {
  std::string date, rating, label;
  std::string rating_status;        // empty where another council is the article's main one
  std::uint32_t overall_score = 0;  // of the article's main council; 0: none
  std::string id, title, url, publisher;
  std::uint32_t copies = 1;  // of a group of copies only the first is told
};

struct History {
  std::string council, label;
  std::vector<RatingEvent> events;  // oldest first, undated ones last
  std::uint64_t revision = 0;
};

struct CouncilSummary {
  std::string council, label;
  std::uint64_t articles = 0;
  std::optional<RatingEvent> latest{};
  std::uint32_t overall_score = 0;                          // the latest that an article tells; 0: none
  std::map<std::string, std::uint32_t> statement_scores{};  // theme id -> 1 to 4
  std::vector<FacetCounts> facets{};                        // rating and theme over its articles
};

struct Comparison {
  std::vector<CouncilSummary> councils;  // as asked
  std::uint64_t revision = 0;
};

enum class SuggestionKind { kWord, kValue, kTitle };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kWord;
  std::string text;         // the word, the label or the title
  std::string facet;        // of a value
  std::string id;           // of the value, or of the titled article
  std::uint64_t count = 0;  // articles that hold the word or have the value
};

struct SuggestReply {
  std::vector<Suggestion> suggestions;  // words and values by falling count; titles, the newest first
  std::uint64_t revision = 0;
};

struct TermCount {
  std::string term;
  std::uint64_t articles = 0, occurrences = 0;
};

// What a word of the query stands for in the index.
struct Expansion {
  std::string written;
  std::string how;  // forms, exact, prefix or synonym
  std::vector<TermCount> terms;
};

struct Explanation {
  std::string canonical_query;
  std::string tree;  // how the text was read, as an S-expression
  std::string plan;  // what is matched, likewise; without the filters
  std::vector<Expansion> expansions;
  std::vector<Note> notes;
  std::uint64_t total = 0, revision = 0;
  bool counts_groups = false;
};

struct FacetInfo {
  std::string name, label;
  std::uint64_t values = 0;
};

struct Info {
  std::string server, index_id;
  std::uint32_t format_version = 0;
  std::uint64_t revision = 0, articles = 0;
  std::vector<FacetInfo> facets;
  std::chrono::seconds uptime{0};
  bool degraded = false;          // the daemon serves the last good revision,
  std::string degraded_reason{};  // because of this
};

// Articles that were added, or changed, and match. Numbered by their alert, from 1 on; 0 without an alert.
struct AlertHit {
  std::uint64_t number = 0;
  Hit hit;
};

struct WatchRequest {
  SearchRequest search{};  // what to look for: query, filters, dates and no_synonyms count
  std::string alert{};     // or the name of an alert; what waits there comes first
  std::string mark{};      // of News that came before; empty: what is committed from now on
  // How long the daemon may be away, each time, before the watch is given up.
  std::chrono::milliseconds outage{300'000};
};

struct News {
  std::vector<AlertHit> articles;
  std::string mark;  // where the next News begins
  std::uint64_t revision = 0;
  bool restarted = false;  // the index was rebuilt; what came with that is not told
};

// A search that the daemon keeps, and for which it collects what is new.
struct Alert {
  std::string name;
  SearchRequest search{};  // its query, filters, dates and no_synonyms
  std::string canonical_query{};
  std::uint64_t waiting = 0;  // articles that wait to be taken
  std::uint64_t total = 0;    // that it ever found
  std::chrono::sys_seconds added_at{};
};

struct AlertReply {
  std::vector<AlertHit> articles;  // the oldest first
  std::uint64_t waiting = 0;       // behind these
  std::uint64_t revision = 0;
};

}  // namespace assay
