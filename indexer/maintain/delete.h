// assay-indexer delete: articles leave the index.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::maintain {

// Either `ids`, or `where`: facet values "rating:good" that an article has all of.
struct Selection {
  std::vector<std::string> ids;
  std::vector<std::string> where;
};

struct Deletion {
  std::vector<std::string> ids;      // deleted, or to be, in the order asked for or of the index
  std::vector<std::string> unknown;  // ids that the index does not have
};

// What delete_articles would delete by now. Takes no lock and changes nothing.
Deletion find_articles(const std::filesystem::path& directory, const Selection& selection);

// Deletes the articles in one commit, under the writer lock; those that are left of a group of copies stay
// one as far as they are copies. Both throw UsageError for a selection that is none or names a facet or a
// value that the index does not know; schema::DirectoryError for no index, this one also for one that is
// being written.
Deletion delete_articles(const std::filesystem::path& directory, const Selection& selection,
                         const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::maintain
