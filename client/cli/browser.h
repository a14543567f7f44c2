// A search that is narrowed step by step, as the shell does it.
#pragma once

#include <string>
#include <vector>

#include "client/assay.h"
#include "client/cli/session.h"

namespace assay::cli {

// Each step gives what to print. Throws Error; the search is then as before. Not thread-safe.
class Browser {
 public:
  static constexpr std::uint32_t kPage = 10;  // hits

  // `client` and `session` outlive it.
  Browser(Client& client, const Session& session) : client_(client), session_(session) {}

  // What the filters and dates are, for a prompt: "rating=good since=2025".
  std::string narrowed_by() const;
  const std::string& query() const { return search_.query; }

  std::string ask(const std::string& query);  // with the filters there are
  std::string choose(const std::string& facet, const std::string& value);
  std::string date(bool since, const std::string& day);
  std::string sort(const std::string& keys);
  std::string drop(const std::string& what);  // a facet, since, until; empty: all
  std::string back();                         // as before the last step
  std::string more();                         // the hits that follow

  // All values of the facets with matches, or of one; they have numbers for pick().
  std::string facets(const std::string& facet);
  std::string pick(std::size_t number);
  // The id of a hit by its number.
  std::string hit(std::size_t number) const;

 private:
  // Searches, and on success takes `search` in the place of what was.
  std::string go(SearchRequest search, std::uint32_t offset = 0);
  void number(std::vector<FacetCounts>& facets, std::size_t each);
  Screen screen() const { return screen_of_output(session_.color, session_.hyperlinks); }

  Client& client_;
  const Session& session_;
  SearchRequest search_{};
  std::vector<SearchRequest> before_;
  std::vector<std::string> hits_;                              // ids, in the order of their numbers
  std::vector<std::pair<std::string, std::string>> numbered_;  // facets and values
};

}  // namespace assay::cli
