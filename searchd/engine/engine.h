// The search engine over one index directory: what searchd answers with, and what a program may embed.
// No Asio, no protobuf; Xapian does not show in this header.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "searchd/engine/matcher_options.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Thread-safe: each call leases a reader of its own. Every call sees the last commit. All of them throw
// engine::Failure (failure.h) and nothing else.
class Engine {
 public:
  // Checks that the directory holds an index this program reads.
  explicit Engine(const std::filesystem::path& directory, const MatcherOptions& options = {});
  ~Engine();

  // Equal requests on one revision give equal results.
  SearchResult search(const SearchRequest& request, const Stop& stop) const;
  SimilarResult similar(const SimilarRequest& request, const Stop& stop) const;
  PivotResult pivot(const PivotRequest& request, const Stop& stop) const;
  Explanation explain(const SearchRequest& request, const Stop& stop) const;
  // The plan of a request as explain shows it, without looking for matches.
  std::string plan_text(const SearchRequest& request, const Stop& stop) const;
  Suggestions suggest(const SuggestRequest& request, const Stop& stop) const;
  Article get(const std::string& id, const Stop& stop) const;
  // Subjects (councils) go by id, label or another name.
  History history(const std::string& subject, const Stop& stop) const;
  Comparison compare(const std::vector<std::string>& subjects, const Stop& stop) const;
  Info info(const Stop& stop) const;
  // What came since `mark`, which is that of News before; empty: nothing yet, but a mark. Of the request
  // query, filters, dates, synonyms, limit, snippets and hit_facets count.
  News news(const SearchRequest& request, const std::string& mark, const Stop& stop) const;

  // The articles that match now, each by its schema::id_term.
  std::vector<std::string> keys_of_matches(const SearchRequest& request, const Stop& stop) const;

  // Looks for a new commit, so that what is served is never older than the last call.
  void keep_up() const;
  // Reads what the first phrases would have to wait for, until it is time to stop. False: there is more.
  bool read_ahead(const Stop& stop) const;
  Health health() const;

  // Id and revision of the index as the last call saw them; reads nothing, so it is quick.
  Identity identity() const;

  // Lists of hits that are kept for cursors.
  std::size_t result_lists() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::engine
