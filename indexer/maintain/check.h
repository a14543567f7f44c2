// assay-indexer check: whether an index is sound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace assay::maintain {

inline constexpr std::size_t kFaultsKept = 100;

struct CheckReport {
  std::string generation;  // its folder's name
  std::uint64_t revision = 0, articles = 0, groups = 0;
  std::vector<std::string> faults;  // a sentence each: the first kFaultsKept
  std::size_t fault_count = 0;

  bool is_sound() const { return fault_count == 0; }
  void add_fault(std::string fault);
  std::string text() const;  // a line of summary, then one per fault
};

// Reads all of the last commit: the database's structure, the index's description of itself, each article
// with its terms and values, the counts of facets, the groups of copies. Changes nothing and takes no lock;
// begins again where commits overtake it. Throws schema::DirectoryError for no index, Xapian::Error for one
// that cannot even be opened, Xapian::DatabaseModifiedError where commits overtook it again and again.
CheckReport check(const std::filesystem::path& directory);

}  // namespace assay::maintain
