#include "indexer/maintain/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "indexer/schema/article_value.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

using testing::Contains;
using testing::HasSubstr;
using tests::SampleIndex;

constexpr schema::Slot kArticle = spec(schema::Field::kArticle).slot;

TEST(Check, FindsASoundIndexSound) {
  const SampleIndex index;
  const CheckReport report = check(index.path());
  EXPECT_TRUE(report.is_sound()) << report.text();
  EXPECT_EQ(report.articles, 4u);
  EXPECT_EQ(report.groups, 1u);
  EXPECT_THAT(report.text(), HasSubstr("sound: 4 articles and 1 groups of copies in gen-000001, revision "));
}

TEST(Check, BearsAnIndexWithoutArticles) {
  const SampleIndex index;
  {
    Xapian::WritableDatabase database = index.open_to_write();
    for (const auto& [id, document] : tests::documents_of(index.path())) database.delete_document(document);
    for (const char* id : {"copy-a", "copy-b"}) database.set_metadata(schema::copy_key(id), "");
    database.set_metadata(schema::copies_key("copy-a"), "");
  }
  EXPECT_TRUE(check(index.path()).is_sound());
}

using Harm = std::function<void(Xapian::WritableDatabase&, Xapian::docid leeds)>;

struct Damage {
  const char* name;
  Harm harm;
  const char* fault;
};

void replace(Xapian::WritableDatabase& database, Xapian::docid id,
             const std::function<void(Xapian::Document&)>& change) {
  Xapian::Document document = database.get_document(id);
  change(document);
  database.replace_document(id, document);
}

class CheckFinds : public testing::TestWithParam<Damage> {};

TEST_P(CheckFinds, WhatIsWrong) {
  const SampleIndex index;
  const Xapian::docid leeds = tests::documents_of(index.path()).at("leeds");
  {
    Xapian::WritableDatabase database = index.open_to_write();
    GetParam().harm(database, leeds);
    database.commit();
  }
  const CheckReport report = check(index.path());
  EXPECT_THAT(report.faults, Contains(HasSubstr(GetParam().fault)));
}

INSTANTIATE_TEST_SUITE_P(
    All, CheckFinds,
    testing::Values(
        Damage{"bytes",
               [](auto& database, auto id) {
                 replace(database, id, [](auto& d) { d.add_value(kArticle, "\xff\xff"); });
               },
               "holds no article"},
        Damage{
            "absent",
            [](auto& database, auto id) { replace(database, id, [](auto& d) { d.remove_value(kArticle); }); },
            "holds no article"},
        Damage{"empty",
               [](auto& database, auto id) {
                 replace(database, id, [](auto& d) { schema::post_article(d, {}); });
               },
               "has no id"},
        Damage{"facet_term",
               [](auto& database, auto id) {
                 replace(database, id, [](auto& d) { d.remove_term("XFrating:good"); });
               },
               "article 'leeds' (document 3) is not found by the id and facets that it has"},
        Damage{"facet_value",
               [](auto& database, auto id) { replace(database, id, [](auto& d) { d.remove_value(16); }); },
               "article 'leeds' (document 3) has other values in its slots"},
        Damage{"fingerprint",
               [](auto& database, auto id) { replace(database, id, [](auto& d) { d.remove_value(2); }); },
               "article 'leeds' (document 3) has no fingerprint"},
        Damage{
            "bands",
            [](auto& database, auto id) { replace(database, id, [](auto& d) { d.add_value(5, "short"); }); },
            "article 'leeds' (document 3) has damaged bands"},
        Damage{
            "id_term",
            [](auto& database, auto id) { replace(database, id, [](auto& d) { d.remove_term("Qleeds"); }); },
            "is not the one document that its id leads to"},
        Damage{"twice", [](auto& database, auto id) { database.add_document(database.get_document(id)); },
               "is not the one document that its id leads to"},
        Damage{"unknown_term",
               [](auto& database, auto id) {
                 replace(database, id, [](auto& d) { d.add_boolean_term("XFrating:splendid"); });
               },
               "is not found by the id and facets that it has"},
        Damage{"member_gone", [](auto& database, auto) { database.delete_document("Qcopy-b"); },
               "the group 'copy-a' lists 'copy-b', which the index does not have"},
        Damage{"group_gone",
               [](auto& database, auto) { database.set_metadata(schema::copies_key("copy-a"), ""); },
               "'copy-a' points to the group 'copy-a', which does not list it"},
        Damage{"pointer_gone",
               [](auto& database, auto) { database.set_metadata(schema::copy_key("copy-b"), ""); },
               "the group 'copy-a' lists 'copy-b', which does not point to it"},
        Damage{"group_name",
               [](auto& database, auto) {
                 database.set_metadata(schema::copies_key("other"), schema::serialise_copies({"a", "b"}));
               },
               "the group 'other' is not a list of copies called after its first"},
        Damage{"format",
               [](auto& database, auto) {
                 database.set_metadata(std::string(schema::kSchemaMetadataKey), "\x08\x63");
               },
               "the description of the index cannot be read: the index has format version 99"}),
    [](const auto& damage) { return damage.param.name; });

// What check says, be it that the index cannot be opened.
std::string said_of(const SampleIndex& index) {
  try {
    return check(index.path()).text();
  } catch (const Xapian::DatabaseError& error) {
    return "damaged: " + error.get_msg();
  }
}

// Xapian takes some of them for empty ones.
TEST(Check, FindsTablesThatAreGone) {
  for (const char* table : {"postlist", "spelling", "synonym", "termlist"}) {
    const SampleIndex index;
    std::filesystem::remove(index.path() / "gen-000001" / (std::string(table) + ".glass"));
    EXPECT_THAT(said_of(index), testing::StartsWith("damaged")) << table;
  }
}

// The middle of the table's first block, past its header.
TEST(Check, FindsBytesThatChanged) {
  for (const char* table : {"postlist.glass", "termlist.glass"}) {
    const SampleIndex index;
    {
      std::fstream file(schema::live_generation(index.path()) / table,
                        std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(6);
      file << std::string(4000, '\xff');
    }
    EXPECT_THAT(said_of(index), testing::StartsWith("damaged")) << table;
  }
}

TEST(Check, KeepsTheFirstFaults) {
  CheckReport report;
  for (int i = 0; i < 250; ++i) report.add_fault("fault " + std::to_string(i));
  EXPECT_EQ(report.faults.size(), kFaultsKept);
  EXPECT_THAT(report.text(), HasSubstr("; 250 faults\n  fault 0\n"));
  EXPECT_THAT(report.text(), HasSubstr("  fault 99\n  and 150 more\n"));
}

}  // namespace
}  // namespace assay::maintain
