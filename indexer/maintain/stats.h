// assay-indexer stats: what an index holds and takes, in numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace assay::maintain {

struct FacetStats {
  std::string name;
  std::size_t known_values = 0;                               // with those that no article has
  std::vector<std::pair<std::string, std::uint64_t>> counts;  // value -> articles, the most frequent first
};

struct Stats {
  std::string generation;  // its folder's name
  std::uint64_t revision = 0;
  std::int64_t committed = 0;  // when, in seconds since 1970
  std::uint32_t format = 0;
  std::string analyzer, taxonomy, index_id;
  std::uint64_t articles = 0;
  std::uint64_t terms = 0;                      // of all kinds
  std::uint64_t words = 0;                      // different ones
  std::uint64_t length = 0;                     // words in all articles, title words twice
  std::uint64_t text_bytes = 0;                 // of titles and texts
  std::map<std::string, std::uint64_t> tables;  // file of the generation -> bytes
  std::uint64_t index_bytes = 0;                // their sum
  std::uint64_t groups = 0, copies = 0;         // groups of copies, and the articles in them
  std::vector<FacetStats> facets;               // in the schema's order
};

// Reads every article; begins again where commits overtake it. Throws schema::DirectoryError,
// schema::FormatError, Xapian::Error.
Stats stats(const std::filesystem::path& directory);

std::string to_text(const Stats& stats);
// One object on a line of its own, with the keys of docs/indexer.md.
std::string to_json(const Stats& stats);

}  // namespace assay::maintain
