#include "indexer/duplicates/groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"
#include "tests/temp_folder.h"

namespace assay::duplicates {
namespace {

using Partition = std::map<std::string, std::vector<std::string>>;

const std::string kRelease =
    "The regulator looked at how the council meets its duties towards adults with care needs and at how it "
    "helps the people who look after them without pay and it published what it found in a report this week "
    "which says that residents were positive and that waits for an assessment were too long for some of them";

schema::StoredArticle article(const std::string& id, const std::string& council, const std::string& rating,
                              const std::string& text) {
  schema::StoredArticle stored;
  stored.id = id;
  stored.text = text;
  stored.facets = {{"council", {council}}, {"rating", {rating}}};
  return stored;
}

// A database with its groups.
class Index {
 public:
  Index() : groups_(database_, telling_) {}

  bool add(const schema::StoredArticle& stored) {
    const Signs signs = signs_of(stored, telling_);
    Xapian::Document document;
    document.set_data(serialise(stored));
    document.add_boolean_term(schema::id_term(stored.id));
    for (const std::string& term : signs.band_terms) document.add_boolean_term(term);
    database_.add_document(document);
    return groups_.add(stored.id, signs);
  }
  void remove(const std::string& id) {
    groups_.remove(id);
    database_.delete_document(schema::id_term(id));
  }
  Partition groups() const {
    Partition all;
    const std::string prefix(schema::kCopiesPrefix);
    for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix); ++key)
      all[(*key).substr(prefix.size())] = schema::parse_copies(database_.get_metadata(*key));
    return all;
  }

 private:
  const std::vector<std::string> telling_ = {"council", "rating"};
  tests::TempFolder folder_;
  Xapian::WritableDatabase database_{folder_.path().string() + "/db", Xapian::DB_CREATE};
  Groups groups_;
};

TEST(Groups, FoldTheSameReleaseOnSeveralSites) {
  Index index;
  EXPECT_FALSE(index.add(article("b", "leeds", "good", kRelease)));
  EXPECT_TRUE(index.add(article("a", "leeds", "good", kRelease)));
  EXPECT_TRUE(index.add(article("c", "leeds", "good", kRelease + " and more will follow in the spring")));
  const Partition expected = {{"a", {"a", "b", "c"}}};
  EXPECT_EQ(index.groups(), expected);
}

TEST(Groups, KeepReleasesOfOneTemplateApart) {
  Index index;
  index.add(article("a", "leeds", "good", kRelease));
  EXPECT_FALSE(index.add(article("b", "kent", "good", kRelease))) << "another council";
  EXPECT_FALSE(index.add(article("c", "leeds", "inadequate", kRelease))) << "another verdict";
  EXPECT_FALSE(index.add(article("d", "leeds", "none", kRelease))) << "no verdict";
  EXPECT_TRUE(index.groups().empty());
}

TEST(Groups, FallApartWhenWhatJoinedThemGoes) {
  Index index;
  const std::string more = " the plan is on the agenda of the next meeting of the cabinet in public";
  index.add(article("a", "leeds", "good", kRelease));
  index.add(article("b", "leeds", "good", kRelease + more));
  index.add(article("c", "leeds", "good", kRelease));
  index.remove("b");
  const Partition two = {{"a", {"a", "c"}}};
  EXPECT_EQ(index.groups(), two);
  index.remove("a");
  EXPECT_TRUE(index.groups().empty());
}

// The order in which articles come changes nothing.
TEST(Groups, AreTheSameInAnyOrder) {
  std::mt19937 random(3);
  std::vector<schema::StoredArticle> articles;
  for (int release = 0; release < 5; ++release) {
    std::string text;
    for (int i = 0; i < 80; ++i) text += "w" + std::to_string(random() % 900) + " ";
    for (int copy = 0; copy < 5; ++copy) {
      for (int change = 0; change < 2; ++change) text.replace(random() % text.size(), 1, "x");
      articles.push_back(article("id" + std::to_string(random()), "leeds", "good", text));
    }
  }
  Partition first;
  for (int round = 0; round < 6; ++round) {
    Index index;
    for (const schema::StoredArticle& each : articles) index.add(each);
    if (round == 0) first = index.groups();
    EXPECT_EQ(index.groups(), first);
    std::shuffle(articles.begin(), articles.end(), random);
  }
  EXPECT_GE(first.size(), 5u);
}

}  // namespace
}  // namespace assay::duplicates
