#include "indexer/maintain/delete.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "indexer/maintain/live_index.h"
#include "indexer/maintain/usage_error.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/terms.h"
#include "indexer/write/writer.h"

namespace assay::maintain {
namespace {

// "rating:good" -> its term
std::string term_of(const std::string& condition, const schema::Schema& schema) {
  const std::size_t colon = condition.find(':');
  if (colon == std::string::npos)
    throw UsageError("'" + condition + "' is no FACET:VALUE, such as rating:good");
  const std::string name = condition.substr(0, colon), value = condition.substr(colon + 1);
  const schema::Facet* facet = schema.find(name);
  if (facet == nullptr) throw UsageError("the index has no facet '" + name + "'");
  if (!facet->ordinal(value)) throw UsageError("the facet " + name + " has no value '" + value + "'");
  return schema::facet_term(name, value);
}

std::vector<std::string> ids_where(const LiveIndex& index, const std::vector<std::string>& conditions) {
  const schema::Schema schema = index.schema();
  std::vector<Xapian::docid> matching(index.database.postlist_begin(""), index.database.postlist_end(""));
  for (const std::string& condition : conditions) {
    const std::string term = term_of(condition, schema);
    std::vector<Xapian::docid> both;
    std::set_intersection(matching.begin(), matching.end(), index.database.postlist_begin(term),
                          index.database.postlist_end(term), std::back_inserter(both));
    matching = std::move(both);
  }
  std::vector<std::string> ids;
  for (const Xapian::docid document : matching)
    ids.push_back(index.database.get_document(document).get_value(spec(schema::Field::kId).slot));
  return ids;
}

Deletion sorted_out(const LiveIndex& index, const std::vector<std::string>& ids) {
  Deletion found;
  std::set<std::string> seen;
  for (const std::string& id : ids)
    if (seen.insert(id).second)
      (index.database.term_exists(schema::id_term(id)) ? found.ids : found.unknown).push_back(id);
  return found;
}

}  // namespace

Deletion find_articles(const std::filesystem::path& directory, const Selection& selection) {
  if (selection.ids.empty() == selection.where.empty())
    throw UsageError("say which articles to delete: either their ids, or what they have, by --where");
  return read_live_index(directory, [&](const LiveIndex& index) {
    return sorted_out(index, selection.where.empty() ? selection.ids : ids_where(index, selection.where));
  });
}

Deletion delete_articles(const std::filesystem::path& directory, const Selection& selection,
                         const taxonomy::Taxonomy& taxonomy) {
  find_articles(directory, selection);  // a writer would make an index where there is none
  indexer::IndexWriter writer(directory, taxonomy);
  Deletion deletion = find_articles(directory, selection);
  for (const std::string& id : deletion.ids) writer.remove(id);
  if (!deletion.ids.empty()) writer.commit();
  return deletion;
}

}  // namespace assay::maintain
