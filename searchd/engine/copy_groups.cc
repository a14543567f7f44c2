#include "searchd/engine/copy_groups.h"

#include <string>

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"

namespace assay::engine {

CopyGroups::CopyGroups(const Xapian::Database& database, const Stop& stop) {
  const std::string prefix(schema::kCopiesPrefix);
  std::uint32_t group = 0;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key, ++group) {
    check(stop);
    for (const std::string& id : schema::parse_copies(database.get_metadata(*key))) {
      const std::string term = schema::id_term(id);
      const auto posting = database.postlist_begin(term);
      if (posting != database.postlist_end(term)) groups_.emplace(*posting, group);
    }
  }
}

std::optional<std::uint32_t> CopyGroups::of(Xapian::docid document) const {
  const auto found = groups_.find(document);
  return found == groups_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace assay::engine
