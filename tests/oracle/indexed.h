// Articles in an index, and beside it what is to be found among them.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searchd/engine/engine.h"
#include "tests/query/oracle.h"
#include "tests/temp_folder.h"

namespace assay::tests {

class Indexed {
 public:
  // The articles of corpus/, by the indexer's own build.
  static const Indexed& corpus();
  // Those of generate.h.
  static const Indexed& generated();
  static const Indexed& named(std::string_view name) { return name == "corpus" ? corpus() : generated(); }

  const std::filesystem::path& path() const { return folder_->path(); }
  const std::string& id(std::size_t article) const { return ids_[article]; }
  std::size_t number(const std::string& id) const { return numbers_.at(id); }
  const Oracle& oracle() const { return *oracle_; }
  const engine::Engine& engine() const { return *engine_; }
  const std::set<std::string>& facets() const { return facets_; }

  engine::SearchResult search(const engine::SearchRequest& request) const {
    return engine_->search(request, Stop::never());
  }

 private:
  // Opens what lies in the folder and reads all its articles.
  explicit Indexed(std::unique_ptr<TempFolder> folder);

  std::unique_ptr<TempFolder> folder_;
  std::unique_ptr<engine::Engine> engine_;
  std::set<std::string> facets_;
  std::vector<std::string> ids_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::unique_ptr<Oracle> oracle_;
};

}  // namespace assay::tests
