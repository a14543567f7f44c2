#include "searchd/engine/copy_groups.h"

#include <string>

#include "indexer/schema/copies.h"
#include "indexer/schema/stored_article.h"
#include "searchd/engine/failure.h"

namespace assay::engine {

CopyGroups::CopyGroups(const Xapian::Database& database, const Stop& stop) {
  const std::string prefix(schema::kCopiesPrefix);
  std::uint32_t group = 0;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key, ++group) {
    check(stop);
    for (const std::string& id : schema::parse_copies(database.get_metadata(*key))) {
      if (const Xapian::docid document = schema::find_article(database, id); document != 0)
        groups_.emplace(document, group);
    }
  }
}

std::optional<std::uint32_t> CopyGroups::of(Xapian::docid document) const {
  const auto found = groups_.find(document);
  return found == groups_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace assay::engine
