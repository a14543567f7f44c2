#include "indexer/duplicates/groups.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"

namespace assay::duplicates {
namespace {

std::string first_value(const schema::StoredArticle& article, const std::string& facet) {
  for (const schema::StoredFacetValues& values : article.facets)
    if (values.facet == facet && !values.values.empty()) return values.values.front();
  return {};
}

}  // namespace

Groups::Groups(Xapian::WritableDatabase& database, std::vector<std::string> telling)
    : database_(database), telling_(std::move(telling)) {}

std::vector<std::string> Groups::band_terms(const schema::StoredArticle& article,
                                            const Fingerprint& fingerprint) const {
  std::vector<std::string> terms;
  if (!fingerprint.bands) return terms;
  std::string telling;
  for (const std::string& value : telling_of(article)) telling.append(value).push_back('\0');
  const std::uint64_t salt = XXH3_64bits(telling.data(), telling.size());
  for (std::size_t band = 0; band < fingerprint.bands->size(); ++band)
    terms.push_back(schema::band_term(band, (*fingerprint.bands)[band] ^ salt));
  return terms;
}

std::set<Xapian::docid> Groups::candidates(const std::vector<std::string>& band_terms) const {
  std::set<Xapian::docid> found;
  for (const std::string& term : band_terms)
    found.insert(database_.postlist_begin(term), database_.postlist_end(term));
  return found;
}

std::vector<std::string> Groups::telling_of(const schema::StoredArticle& article) const {
  std::vector<std::string> values;
  for (const std::string& facet : telling_) values.push_back(first_value(article, facet));
  return values;
}

Groups::Member Groups::load(Xapian::docid document) const {
  const schema::StoredArticle article = schema::parse_article(database_.get_document(document).get_data());
  return {article.id, telling_of(article), Fingerprint(article.text)};
}

bool Groups::add(const schema::StoredArticle& article, const Fingerprint& fingerprint) {
  if (!fingerprint.bands) return false;
  const std::vector<std::string> telling = telling_of(article);
  std::set<std::string> members = {article.id};
  for (const Xapian::docid candidate : candidates(band_terms(article, fingerprint))) {
    const schema::StoredArticle other = schema::parse_article(database_.get_document(candidate).get_data());
    if (members.contains(other.id) || telling_of(other) != telling) continue;
    if (!are_copies(fingerprint.shingles, Shingles(other.text))) continue;
    const std::vector<std::string> group = group_of(other.id);
    members.insert(group.begin(), group.end());
  }
  if (members.size() == 1) return false;
  join(std::move(members));
  return true;
}

void Groups::remove(const std::string& id) {
  const std::vector<std::string> group = group_of(id);
  if (group.size() < 2) return;
  clear(group);
  std::vector<Member> left;
  for (const std::string& member : group) {
    const std::string term = schema::id_term(member);
    const Xapian::PostingIterator found = database_.postlist_begin(term);
    if (member != id && found != database_.postlist_end(term)) left.push_back(load(*found));
  }
  while (!left.empty()) {  // each round takes one connected part away
    std::vector<Member> part;
    part.push_back(std::move(left.back()));
    left.pop_back();
    for (std::size_t i = 0; i < part.size(); ++i)
      for (auto other = left.begin(); other != left.end();) {
        const Fingerprint &a = part[i].fingerprint, &b = other->fingerprint;
        const bool copies = part[i].telling == other->telling && a.bands && b.bands &&
                            share_a_band(*a.bands, *b.bands) && are_copies(a.shingles, b.shingles);
        if (!copies) {
          ++other;
          continue;
        }
        part.push_back(std::move(*other));
        other = left.erase(other);
      }
    std::set<std::string> members;
    for (const Member& member : part) members.insert(member.id);
    if (members.size() > 1) join(std::move(members));
  }
}

std::vector<std::string> Groups::group_of(const std::string& id) const {
  std::vector<std::string> group = schema::copies_of(database_, id);
  return group.empty() ? std::vector<std::string>{id} : group;
}

void Groups::clear(const std::vector<std::string>& members) {
  for (const std::string& member : members) {
    database_.set_metadata(schema::copy_key(member), "");
    database_.set_metadata(schema::copies_key(member), "");
  }
}

// The group is called after the first of its members' ids, whatever the order in which they came.
void Groups::join(std::set<std::string> members) {
  const std::vector<std::string> ids(members.begin(), members.end());
  clear(ids);
  for (const std::string& id : ids) database_.set_metadata(schema::copy_key(id), ids.front());
  database_.set_metadata(schema::copies_key(ids.front()), schema::serialise_copies(ids));
}

}  // namespace assay::duplicates
