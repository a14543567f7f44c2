#include "indexer/duplicates/groups.h"
#include "indexer/schema/article_value.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>

#include "indexer/schema/copies.h"
#include "indexer/schema/schema.h"
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
  Index() { begin_anew(); }

  bool add(const schema::StoredArticle& stored) {
    const Signs signs = signs_of(stored, telling_);
    Xapian::Document document;
    schema::post_article(document, stored);
    document.add_boolean_term(schema::id_term(stored.id));
    document.add_value(spec(schema::Field::kId).slot, stored.id);
    if (!signs.bands.empty())
      document.add_value(spec(schema::Field::kBands).slot, schema::bands_value(signs.bands));
    return groups_->add(stored.id, database_.add_document(document), signs);
  }
  void remove(const std::string& id) {
    const Xapian::docid document = schema::find_article(database_, id);
    groups_->remove(document);
    database_.delete_document(document);
  }
  // As another run finds it.
  void begin_anew() { groups_.emplace(database_, telling_); }
  void damage_bands(const std::string& id) {
    const Xapian::docid number = schema::find_article(database_, id);
    Xapian::Document document = database_.get_document(number);
    document.add_value(spec(schema::Field::kBands).slot, "short");
    database_.replace_document(number, document);
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
  std::optional<Groups> groups_;
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

TEST(Groups, KnowWhatAnEarlierRunAdded) {
  Index index;
  index.add(article("a", "leeds", "good", kRelease));
  index.add(article("short", "leeds", "good", "Too short a text"));
  index.begin_anew();
  EXPECT_TRUE(index.add(article("b", "leeds", "good", kRelease)));
  index.begin_anew();
  index.remove("a");
  index.begin_anew();
  EXPECT_FALSE(index.add(article("c", "kent", "good", kRelease)));
  EXPECT_TRUE(index.add(article("d", "leeds", "good", kRelease)));
  const Partition expected = {{"b", {"b", "d"}}};
  EXPECT_EQ(index.groups(), expected);
}

TEST(Groups, RefuseDamagedBands) {
  Index index;
  index.add(article("a", "leeds", "good", kRelease));
  index.damage_bands("a");
  index.begin_anew();
  EXPECT_THROW(index.add(article("b", "leeds", "good", kRelease)), schema::FormatError);
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
