// The search engine over one index directory: what searchd answers with, and what a program may embed.
// No Asio, no protobuf; Xapian does not show in this header.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/schema/stored_article.h"
#include "searchd/engine/snippet.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

enum class Sort { kRelevance, kDateAscending, kDateDescending };

struct SearchRequest {
  std::string query;
  std::vector<query::RequestFilter> filters;
  std::string since, until;  // partial dates; empty: open
  Sort sort = Sort::kRelevance;
  bool feedback = false;  // by relevance: lift articles that are like the best; finds the same, takes longer
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;         // 0: no hits, the counts alone
  std::vector<std::string> facets;  // to count; {"*"}: all
};

struct FacetValues {
  std::string facet;
  std::vector<std::string> ids;
  std::vector<std::string> labels;
};

struct Hit {
  std::string id, title, date, url, publisher;
  std::vector<FacetValues> facets;
  double score = 0;
  Snippet snippet;
  std::string rating_status;
  int overall_score = 0;  // 0: none
  std::string group;      // of copies: the id of its first article
  std::size_t copies = 1;
};

struct FacetCount {
  std::string value, label;
  std::uint64_t count = 0;
  bool selected = false;
};

// Values with matches, selected values, and, for a facet of few values, those without matches too. Ordered
// facets in their order, others by falling count, then label.
struct FacetCounts {
  std::string facet, label;
  std::vector<FacetCount> values;
};

struct SearchResult {
  std::uint64_t total = 0;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::string canonical_query;
  std::vector<query::Note> notes;
  std::uint64_t revision = 0;
  std::chrono::microseconds elapsed{0};
};

struct Article {
  schema::StoredArticle stored;
  std::vector<FacetValues> facets;
  std::uint64_t revision = 0;
  std::vector<std::string> copies;  // ids of its group; empty: it has no copies
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

// Thread-safe: each call leases a reader of its own. Every call sees the last commit. All of them throw
// engine::Failure (failure.h) and nothing else.
class Engine {
 public:
  // Checks that the directory holds an index this program reads.
  explicit Engine(const std::filesystem::path& directory);
  ~Engine();

  // Ranked by relevance, ties by date (newest first), then id; equal requests on one revision give equal
  // results. Articles without a date come last in both date orders.
  SearchResult search(const SearchRequest& request, const Stop& stop) const;
  Article get(const std::string& id, const Stop& stop) const;
  Info info() const;

  // Id and revision of the index as the last call saw them; reads nothing, so it is quick.
  Identity identity() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::engine
