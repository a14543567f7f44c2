#include "indexer/schema/copies.h"

#include "indexer/schema/schema.h"
#include "indexer/schema/stored.pb.h"
#include "indexer/schema/terms.h"

namespace assay::schema {

std::string copy_key(std::string_view id) { return bounded_key(kCopyPrefix, id); }

std::string copies_key(std::string_view group) { return bounded_key(kCopiesPrefix, group); }

std::string serialise_copies(const std::vector<std::string>& ids) {
  stored::Copies out;
  out.mutable_ids()->Assign(ids.begin(), ids.end());
  return out.SerializeAsString();
}

std::vector<std::string> parse_copies(std::string_view data) {
  stored::Copies in;
  if (!in.ParseFromArray(data.data(), static_cast<int>(data.size())))
    throw FormatError("the index's list of copies is damaged; build the index anew");
  return {in.ids().begin(), in.ids().end()};
}

std::vector<std::string> copies_of(const Xapian::Database& database, std::string_view id) {
  const std::string group = database.get_metadata(copy_key(id));
  return group.empty() ? std::vector<std::string>() : parse_copies(database.get_metadata(copies_key(group)));
}

}  // namespace assay::schema
