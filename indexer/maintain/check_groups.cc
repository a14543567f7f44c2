#include <fmt/format.h>

#include <algorithm>

#include "indexer/maintain/check_parts.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"

namespace assay::maintain {
namespace {

// `name` of a key "PREFIXname", for people: a long one is cut there.
std::string name_in(const std::string& key, std::string_view prefix) { return key.substr(prefix.size()); }

void check_group(const Xapian::Database& database, const std::string& key, CheckReport& report) {
  const std::string name = fmt::format("the group '{}'", name_in(key, schema::kCopiesPrefix));
  const std::vector<std::string> ids = schema::parse_copies(database.get_metadata(key));
  if (ids.size() < 2 || !std::ranges::is_sorted(ids) || schema::copies_key(ids.front()) != key)
    return report.add_fault(name + " is not a list of copies called after its first");
  for (const std::string& id : ids) {
    if (!database.term_exists(schema::id_term(id)))
      report.add_fault(fmt::format("{} lists '{}', which the index does not have", name, id));
    if (database.get_metadata(schema::copy_key(id)) != ids.front())
      report.add_fault(fmt::format("{} lists '{}', which does not point to it", name, id));
  }
}

void check_member(const Xapian::Database& database, const std::string& key, CheckReport& report) {
  const std::string group = database.get_metadata(key);
  const std::vector<std::string> ids = schema::parse_copies(database.get_metadata(schema::copies_key(group)));
  const bool listed =
      std::ranges::any_of(ids, [&](const std::string& id) { return schema::copy_key(id) == key; });
  if (!listed)
    report.add_fault(fmt::format("'{}' points to the group '{}', which does not list it",
                                 name_in(key, schema::kCopyPrefix), group));
}

}  // namespace

void check_groups(const Xapian::Database& database, CheckReport& report) {
  const std::string groups(schema::kCopiesPrefix), members(schema::kCopyPrefix);
  for (auto key = database.metadata_keys_begin(groups); key != database.metadata_keys_end(groups); ++key) {
    ++report.groups;
    guarded(report, *key, [&] { check_group(database, *key, report); });
  }
  for (auto key = database.metadata_keys_begin(members); key != database.metadata_keys_end(members); ++key)
    guarded(report, *key, [&] { check_member(database, *key, report); });
}

}  // namespace assay::maintain
