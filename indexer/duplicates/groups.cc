#include "indexer/duplicates/groups.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"

namespace assay::duplicates {
namespace {

// 4 MiB: one in twenty new bands of 100,000 articles is looked up in vain.
constexpr std::size_t kBandBits = std::size_t{1} << 25;

std::string first_value(const schema::StoredArticle& article, const std::string& facet) {
  for (const schema::StoredFacetValues& values : article.facets)
    if (values.facet == facet && !values.values.empty()) return values.values.front();
  return {};
}

std::vector<std::string> telling_of(const schema::StoredArticle& article,
                                    const std::vector<std::string>& facets) {
  std::vector<std::string> values;
  for (const std::string& facet : facets) values.push_back(first_value(article, facet));
  return values;
}

std::vector<std::string> band_terms(const std::vector<std::string>& telling, const Bands& bands) {
  std::string values;
  for (const std::string& value : telling) values.append(value).push_back('\0');
  const std::uint64_t salt = XXH3_64bits(values.data(), values.size());
  std::vector<std::string> terms;
  for (std::size_t band = 0; band < bands.size(); ++band)
    terms.push_back(schema::band_term(band, bands[band] ^ salt));
  return terms;
}

bool are_copies(const Signs& a, const Signs& b) {
  const Fingerprint &one = a.fingerprint, &other = b.fingerprint;
  return a.telling == b.telling && one.bands && other.bands && share_a_band(*one.bands, *other.bands) &&
         are_copies(one.shingles, other.shingles);
}

}  // namespace

Signs signs_of(const schema::StoredArticle& article, const std::vector<std::string>& telling) {
  Signs signs{telling_of(article, telling), Fingerprint(article.text), {}};
  if (signs.fingerprint.bands) signs.band_terms = band_terms(signs.telling, *signs.fingerprint.bands);
  return signs;
}

Groups::Groups(Xapian::WritableDatabase& database, std::vector<std::string> telling)
    : database_(database), telling_(std::move(telling)) {
  if (database_.get_doccount() == 0) had_.resize(kBandBits);
}

bool Groups::may_have(const std::string& band_term) {
  if (had_.empty()) return true;
  const std::size_t bit = XXH3_64bits(band_term.data(), band_term.size()) % kBandBits;
  const bool had = had_[bit];
  had_[bit] = true;
  return had;
}

std::set<Xapian::docid> Groups::candidates(const std::vector<std::string>& band_terms) {
  std::set<Xapian::docid> found;
  for (const std::string& term : band_terms)
    if (may_have(term)) found.insert(database_.postlist_begin(term), database_.postlist_end(term));
  return found;
}

Groups::Member Groups::load(Xapian::docid document) const {
  const schema::StoredArticle article = schema::parse_article(database_.get_document(document).get_data());
  return {article.id, signs_of(article, telling_)};
}

bool Groups::add(const std::string& id, const Signs& signs) {
  if (!signs.fingerprint.bands) return false;
  std::set<std::string> members = {id};
  for (const Xapian::docid candidate : candidates(signs.band_terms)) {
    const Xapian::Document document = database_.get_document(candidate);
    // What is in the group already need not be read: groups can be large.
    if (members.contains(document.get_value(spec(schema::Field::kId).slot))) continue;
    const schema::StoredArticle other = schema::parse_article(document.get_data());
    if (telling_of(other, telling_) != signs.telling) continue;
    if (!are_copies(signs.fingerprint.shingles, Shingles(other.text))) continue;
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
        if (!are_copies(part[i].signs, other->signs)) {
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

void Groups::write(const std::string& key, const std::string& value) {
  if (database_.get_metadata(key) != value) database_.set_metadata(key, value);
}

// The group is called after the first of its members' ids, whatever the order in which they came. A group that
// one more joins stays as it was for most of its members.
void Groups::join(std::set<std::string> members) {
  const std::vector<std::string> ids(members.begin(), members.end());
  for (const std::string& id : ids) {
    write(schema::copy_key(id), ids.front());
    write(schema::copies_key(id), id == ids.front() ? schema::serialise_copies(ids) : std::string());
  }
}

}  // namespace assay::duplicates
