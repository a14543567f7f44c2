// What the engine is asked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searchd/query/plan.h"

namespace assay::engine {

inline constexpr std::size_t kMaxSortKeys = 2;
inline constexpr std::uint32_t kMaxSnippets = 5;  // of one hit
inline constexpr std::size_t kMaxCompared = 10;   // values that one comparison puts side by side

// An order of hits: by "relevance" (the first key alone), "date", "score" (the overall one) or a facet, by
// its own order if it has one, else by label. Of several values the one that comes first counts. What has
// none comes last, either way round.
struct SortKey {
  std::string field;
  bool descending = false;
};

struct SearchRequest {
  std::string query;
  std::vector<query::RequestFilter> filters;
  std::string since, until;   // partial dates; empty: open
  std::vector<SortKey> sort;  // empty: by relevance; behind all keys by date, newest first, then by id
  bool feedback = false;  // by relevance: lift articles that are like the best; finds the same, takes longer
  std::uint32_t freshness_days =
      0;                 // by relevance: lift new articles, half as much for each so many days; 0: no
  bool synonyms = true;  // widen words by the taxonomy's synonyms
  bool fold = false;     // one hit for a group of copies; total and counts are of groups
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;         // 0: no hits, the counts alone
  std::uint32_t snippets = 1;       // of each hit; 0: none
  bool hit_facets = true;           // whether hits hold theirs
  std::vector<std::string> facets;  // to count; {"*"}: all
  std::string facet_prefix;         // count only values with a name in which a word begins so
  std::string histogram;            // month, quarter, year, or empty
  bool score_bands = false;
  std::string
      cursor;  // "*": give one; any other: the hits that follow it, for which only limit counts besides
};

struct PivotRequest {
  SearchRequest search;  // of which query, filters, dates, synonyms and fold count
  std::string rows, columns;
};

struct SimilarRequest {
  std::string id;
  std::uint32_t limit = 10;
  std::vector<query::RequestFilter> filters;
};

struct SuggestRequest {
  std::string text;         // its last word may be unfinished
  std::uint32_t limit = 5;  // of each kind
};

}  // namespace assay::engine
