#include "indexer/duplicates/groups.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>

#include "indexer/schema/article_value.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/terms.h"

namespace assay::duplicates {
namespace {

using schema::Field;

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

std::vector<schema::BandHash> hashes_of(const Bands& bands, const std::vector<std::string>& telling) {
  std::string values;
  for (const std::string& value : telling) values.append(value).push_back('\0');
  const std::uint64_t salt = XXH3_64bits(values.data(), values.size());
  std::vector<schema::BandHash> hashes;
  for (const std::uint64_t band : bands) hashes.push_back(static_cast<schema::BandHash>(band ^ salt));
  return hashes;
}

// Of what an index keeps, or signs have: bands, unless there are none.
std::optional<BandIndex::Hashes> all_of(const std::vector<schema::BandHash>& bands) {
  if (bands.empty()) return std::nullopt;
  if (bands.size() != kBands)
    throw schema::FormatError("the index holds damaged bands of an article; build it again with --fresh");
  return BandIndex::Hashes(bands);
}

bool are_copies(const Signs& a, const Signs& b) {
  const Fingerprint &one = a.fingerprint, &other = b.fingerprint;
  return a.telling == b.telling && one.bands && other.bands && share_a_band(*one.bands, *other.bands) &&
         are_copies(one.shingles, other.shingles);
}

}  // namespace

Signs signs_of(const schema::StoredArticle& article, const std::vector<std::string>& telling) {
  Signs signs{telling_of(article, telling), Fingerprint(article.text), {}};
  if (signs.fingerprint.bands) signs.bands = hashes_of(*signs.fingerprint.bands, signs.telling);
  return signs;
}

Groups::Groups(Xapian::WritableDatabase& database, std::vector<std::string> telling)
    : database_(database), telling_(std::move(telling)) {}

BandIndex& Groups::bands() {
  if (bands_) return *bands_;
  BandIndex read;
  const schema::Slot slot = spec(Field::kBands).slot;
  for (auto at = database_.valuestream_begin(slot); at != database_.valuestream_end(slot); ++at)
    if (const auto bands = schema::bands(*at); const auto all = all_of(bands)) read.add(*all, at.get_docid());
  return bands_.emplace(std::move(read));
}

Groups::Member Groups::load(Xapian::docid document) const {
  const schema::StoredArticle article = schema::article_of(database_.get_document(document));
  return {article.id, signs_of(article, telling_)};
}

bool Groups::add(const std::string& id, Xapian::docid document, const Signs& signs) {
  const auto all = all_of(signs.bands);
  if (!all) return false;
  std::set<std::string> members = {id};
  const std::set<Xapian::docid> candidates = bands().find(*all);
  bands().add(*all, document);
  for (const Xapian::docid candidate : candidates) {
    const Xapian::Document entry = database_.get_document(candidate);
    // What is in the group already need not be read: groups can be large.
    if (members.contains(entry.get_value(spec(Field::kId).slot))) continue;
    const schema::StoredArticle other = schema::article_of(entry);
    if (telling_of(other, telling_) != signs.telling) continue;
    if (!are_copies(signs.fingerprint.shingles, Shingles(other.text))) continue;
    const std::vector<std::string> group = group_of(other.id);
    members.insert(group.begin(), group.end());
  }
  if (members.size() == 1) return false;
  join(std::move(members));
  return true;
}

void Groups::remove(Xapian::docid document) {
  const Xapian::Document entry = database_.get_document(document);
  if (const auto bands = schema::bands(entry.get_value(spec(Field::kBands).slot));
      const auto all = all_of(bands))
    this->bands().remove(*all, document);
  const std::string id = entry.get_value(spec(Field::kId).slot);
  const std::vector<std::string> group = group_of(id);
  if (group.size() < 2) return;
  clear(group);
  std::vector<Member> left;
  for (const std::string& member : group)
    if (const Xapian::docid found = schema::find_article(database_, member); member != id && found != 0)
      left.push_back(load(found));
  take_apart(std::move(left));
}

// Each round takes one connected part away.
void Groups::take_apart(std::vector<Member> left) {
  while (!left.empty()) {
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

// The group is called after the first of its members' ids, whatever the order in which they came. A group
// that one more joins stays as it was for most of its members.
void Groups::join(std::set<std::string> members) {
  const std::vector<std::string> ids(members.begin(), members.end());
  for (const std::string& id : ids) {
    write(schema::copy_key(id), ids.front());
    write(schema::copies_key(id), id == ids.front() ? schema::serialise_copies(ids) : std::string());
  }
}

}  // namespace assay::duplicates
