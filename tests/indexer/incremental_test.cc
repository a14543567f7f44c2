// What a second run over files that changed makes of an index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <map>

#include "indexer/build.h"
#include "indexer/exit_code.h"
#include "indexer/schema/article_value.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/stored_article.h"
#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

std::string line(const std::string& id, const std::string& text) {
  return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
}

class Incremental : public testing::Test {
 protected:
  struct Run {
    int exit_code;
    std::string out, err;
  };

  Run build(BuildOptions options = {}, const taxonomy::Taxonomy& taxonomy = taxonomy::Taxonomy::built_in()) {
    options.index = index();
    if (options.paths.empty()) options.paths = {(folder.path() / "in").string()};
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int code = indexer::build(options, taxonomy);
    return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
  }

  fs::path index() const { return folder.path() / "index"; }
  fs::path file(const std::string& name) const { return folder.path() / "in" / name; }
  Xapian::Database open() const { return Xapian::Database(schema::live_generation(index()).string()); }

  // Id -> title of all that the index holds; a text of one line is its own title.
  std::map<std::string, std::string> articles() const {
    std::map<std::string, std::string> found;
    const Xapian::Database database = open();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const auto article = schema::article_of(database.get_document(*at));
      found[article.id] = article.title;
    }
    return found;
  }

  const tests::TempFolder folder;
};

TEST_F(Incremental, FollowsWhatWasAddedChangedAndDeleted) {
  folder.write("in/a.txt", "one");
  folder.write("in/b.txt", "two");
  folder.write("in/c.txt", "three");
  EXPECT_THAT(build().out, HasSubstr("3 articles: 3 added, 0 updated, 0 unchanged, 0 removed;"));
  folder.write("in/b.txt", "two and more");
  folder.write("in/d.txt", "four");
  fs::remove(file("c.txt"));
  EXPECT_THAT(build().out, HasSubstr("3 articles: 1 added, 1 updated, 1 unchanged, 1 removed;"));
  EXPECT_THAT(articles(),
              ElementsAre(Pair("a.txt", "one"), Pair("b.txt", "two and more"), Pair("d.txt", "four")));
}

TEST_F(Incremental, ReadsNoFileAgainThatIsAsItWas) {
  folder.write("in/a.txt", "one");
  folder.write("in/broken.jsonl", line("l1", "text") + "{broken\n");
  build();
  const auto revision = open().get_revision();
  const Run again = build();
  EXPECT_EQ(again.exit_code, kSomeSkipped);  // a file that is not right is told of each time
  EXPECT_THAT(again.err, HasSubstr("broken.jsonl:2: "));
  EXPECT_THAT(again.out, HasSubstr("2 articles: 0 added, 0 updated, 2 unchanged, 0 removed; 1 skipped"));
  EXPECT_EQ(open().get_revision(), revision);
  fs::last_write_time(file("a.txt"), fs::file_time_type::clock::now());
  build();
  EXPECT_EQ(open().get_revision(), revision);
}

TEST_F(Incremental, ASidecarIsPartOfItsFile) {
  folder.write("in/a.txt", "one");
  build();
  folder.write("in/a.txt.meta.json", R"({"title":"Now with a title"})");
  EXPECT_THAT(build().out, HasSubstr("1 updated"));
  fs::remove(file("a.txt.meta.json"));
  EXPECT_THAT(build().out, HasSubstr("1 updated"));
}

TEST_F(Incremental, ALineThatWentTakesItsArticleAlong) {
  folder.write("in/l.jsonl", line("l1", "one") + line("l2", "two"));
  build();
  folder.write("in/l.jsonl", line("l2", "two"));
  EXPECT_THAT(build().out, HasSubstr("0 updated, 1 unchanged, 1 removed"));
  EXPECT_THAT(articles(), ElementsAre(Pair("l2", "two")));
}

TEST_F(Incremental, AFileThatBreaksKeepsItsArticles) {
  folder.write("in/l.jsonl", line("l1", "one") + line("l2", "two"));
  build();
  folder.write("in/l.jsonl", line("l1", "one") + "{broken\n");
  EXPECT_EQ(build().exit_code, kSomeSkipped);
  EXPECT_EQ(articles().size(), 2u);
  folder.write("in/l.jsonl", line("l1", "one"));
  EXPECT_EQ(build().exit_code, kDone);
  EXPECT_THAT(articles(), ElementsAre(Pair("l1", "one")));
}

TEST_F(Incremental, AFileThatNeverWasRightLeavesNothingBehindWhenItGoes) {
  folder.write("in/l.jsonl", line("l1", "one") + "{broken\n");
  build();
  fs::remove(file("l.jsonl"));
  build();
  EXPECT_THAT(articles(), IsEmpty());
}

TEST_F(Incremental, AnArticleOfTwoFilesStaysAsLongAsOneOfThem) {
  folder.write("in/1.jsonl", line("both", "as the first says") + line("first", "of the first alone"));
  folder.write("in/2.jsonl", line("both", "as the second says"));
  build();
  EXPECT_EQ(articles().at("both"), "as the second says");
  fs::remove(file("2.jsonl"));
  build();
  EXPECT_THAT(articles(),
              UnorderedElementsAre(Pair("both", "as the first says"), Pair("first", "of the first alone")));
  fs::remove(file("1.jsonl"));
  build();
  EXPECT_THAT(articles(), IsEmpty());
}

TEST_F(Incremental, KeepsWhatVanishedWhereItIsTold) {
  folder.write("in/a.txt", "one");
  folder.write("in/b.txt", "two");
  build();
  fs::remove(file("a.txt"));
  BuildOptions keep;
  keep.keep_missing = true;
  EXPECT_THAT(build(keep).out, HasSubstr("0 removed"));
  EXPECT_EQ(articles().size(), 2u);
  EXPECT_THAT(build().out, HasSubstr("1 removed"));
}

TEST_F(Incremental, OnlyWhatLiesBelowTheArgumentsCanVanish) {
  folder.write("in/one/a.txt", "one");
  folder.write("in/one-more/b.txt", "two");
  build();
  fs::remove(file("one/a.txt"));
  fs::remove(file("one-more/b.txt"));
  BuildOptions part;
  part.paths = {file("one").string()};
  EXPECT_THAT(build(part).out, HasSubstr("1 removed"));
  EXPECT_THAT(articles(), ElementsAre(Pair("one-more/b.txt", "two")));
}

TEST_F(Incremental, AFolderThatIsNotThereTakesNothingAlong) {
  folder.write("in/a.txt", "one");
  build();
  fs::rename(folder.path() / "in", folder.path() / "elsewhere");
  EXPECT_EQ(build().exit_code, kSomeSkipped);
  EXPECT_EQ(articles().size(), 1u);
}

TEST_F(Incremental, ADryRunPrintsTheDifferenceAndWritesNothing) {
  BuildOptions dry;
  dry.dry_run = true;
  folder.write("in/a.txt", "one");
  folder.write("in/b.txt", "two");
  EXPECT_THAT(build(dry).out, HasSubstr("+ " + file("a.txt").string() + "\n"));
  EXPECT_FALSE(fs::exists(index()));
  build();
  const auto revision = open().get_revision();
  folder.write("in/b.txt", "two and more");
  fs::remove(file("a.txt"));
  folder.write("in/c.txt", "three");
  EXPECT_EQ(build(dry).out,
            "+ " + file("c.txt").string() + "\n~ " + file("b.txt").string() + "\n- " +
                file("a.txt").string() +
                "\n1 files to add, 1 to read again, 1 vanished, 0 as they were; 0 cannot be listed.\n");
  EXPECT_EQ(open().get_revision(), revision);
}

TEST_F(Incremental, AFreshBuildTakesThePlaceOfTheOldIndex) {
  folder.write("in/a.txt", "one");
  build();
  const fs::path before = schema::live_generation(index());
  const Xapian::Database reader = open();
  fs::remove(file("a.txt"));
  folder.write("in/b.txt", "two");
  BuildOptions fresh;
  fresh.fresh = true;
  EXPECT_THAT(build(fresh).out, HasSubstr("1 articles: 1 added"));
  EXPECT_NE(schema::live_generation(index()), before);
  EXPECT_THAT(articles(), ElementsAre(Pair("b.txt", "two")));
  EXPECT_FALSE(fs::exists(before));
  EXPECT_EQ(schema::article_of(reader.get_document(1)).id, "a.txt");
}

TEST_F(Incremental, SaysThatAnotherTaxonomyTagsAnew) {
  folder.write("in/a.txt", "one");
  folder.write("in/b.txt", "two");
  folder.write("in/c.txt", "three");
  EXPECT_THAT(build().out, testing::Not(HasSubstr("tagged anew")));
  folder.write("in/b.txt", "two and more");
  taxonomy::Files files = taxonomy::built_in_files();
  files["values/theme.tsv"] = "hovercraft\tHovercraft\t\thovercraft\n" + files["values/theme.tsv"];
  const taxonomy::Taxonomy changed(files);
  EXPECT_THAT(build({}, changed).out,
              HasSubstr("The taxonomy or the rules changed: 2 articles are tagged anew.\n"));
  EXPECT_THAT(build({}, changed).out, testing::Not(HasSubstr("tagged anew")));
}

TEST_F(Incremental, TellsEachCommitButTheLast) {
  for (const char* name : {"a", "b", "c", "d", "e"}) folder.write(std::string("in/") + name, name);
  BuildOptions often;
  often.articles_per_commit = 2;
  EXPECT_THAT(build(often).out, testing::StartsWith("committed 2\ncommitted 2\n5 articles: "));
}

}  // namespace
}  // namespace assay::indexer
