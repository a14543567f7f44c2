#include "indexer/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using tests::TempFolder;

std::vector<std::string> ids(const Walk& walk) {
  std::vector<std::string> result;
  for (const FoundFile& file : walk.files) result.push_back(file.source.id);
  return result;
}

TEST(Walk, NamesFilesByTheirPathBelowTheArgument) {
  const TempFolder folder;
  folder.write("b/two.txt", "x");
  folder.write("a.txt", "x");
  folder.write("b/one.md", "x");
  EXPECT_THAT(ids(walk({folder.path().string()})), ElementsAre("a.txt", "b/one.md", "b/two.txt"));
  EXPECT_THAT(ids(walk({(folder.path() / "b/two.txt").string()})), ElementsAre("two.txt"));
}

TEST(Walk, LeavesOutWhatIsNoArticle) {
  const TempFolder folder;
  folder.write("story.html", "x");
  folder.write("story_files/logo.png", "x");
  folder.write("story_files/site.css", "x");
  folder.write(".hidden", "x");
  folder.write(".git/config", "x");
  folder.write("README.md", "x");
  folder.write("drafts/x.txt", "x");
  folder.write(".assayignore", "# not these\nREADME*\ndrafts\n");
  const Walk result = walk({folder.path().string()});
  EXPECT_THAT(ids(result), ElementsAre("story.html"));
  EXPECT_EQ(result.ignored, 2u);
}

TEST(Walk, TellsEqualNamesApartWhateverTheirOrder) {
  const TempFolder folder;
  const std::string a = folder.write("x/a/report.txt", "1").string(),
                    b = folder.write("x/b/report.txt", "2").string();
  EXPECT_THAT(ids(walk({a, b})), ElementsAre("a/report.txt", "b/report.txt"));
  EXPECT_THAT(ids(walk({b, a})), ElementsAre("b/report.txt", "a/report.txt"));
  const std::string c = folder.write("y/a/report.txt", "3").string();
  EXPECT_THAT(ids(walk({a, c})), ElementsAre("x/a/report.txt", "y/a/report.txt"));
}

TEST(Walk, LeavesOutAnIndexAmongTheArticles) {
  const TempFolder folder;
  folder.write("a.txt", "x");
  folder.write("index/writer.lock", "1");
  folder.write("index/gen-000001/iamglass", "x");
  EXPECT_THAT(ids(walk({folder.path().string()})), ElementsAre("a.txt"));
}

TEST(Walk, ReadsAFileOnce) {
  const TempFolder folder;
  const std::string file = folder.write("a.txt", "x").string();
  EXPECT_THAT(walk({file, folder.path().string(), file}).files, SizeIs(1));
}

TEST(Walk, SaysWhatIsMissing) {
  const Walk result = walk({"/nonexistent/assay"});
  ASSERT_THAT(result.problems, SizeIs(1));
  EXPECT_THAT(result.problems[0].reason, HasSubstr("no such file"));
}

TEST(Walk, DoesNotFollowLinksToFolders) {
  const TempFolder folder;
  folder.write("in/a.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "in/loop");
  EXPECT_THAT(ids(walk({folder.path().string()})), ElementsAre("in/a.txt"));
}

std::vector<std::string> ids_below(const std::string& folder, const std::string& path) {
  std::vector<std::string> result;
  for (const std::string& id : ids(walk({folder})))
    if (id == path || id.starts_with(path + "/")) result.push_back(id);
  return result;
}

// Whatever path is named, what is left out there is left out here.
TEST(WalkSome, FindsAtAPathWhatAWalkFindsThere) {
  const TempFolder folder;
  for (const char* name : {"a.txt", "b/c.txt", "b/d/e.txt", "b/d/x.tmp", ".git/f.txt", "drafts/g.txt",
                           "drafts/deep/h.txt", "b/logo.png", "index/writer.lock", "index/gen-000001/i.txt",
                           "j.tmp/k.txt", "b/c.txt.meta.json", "l.meta.json"})
    folder.write(name, "x");
  folder.write(".assayignore", "drafts\n");
  folder.write("b/.assayignore", "d\n");
  const std::string root = folder.path().string();
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const Walk some = walk_some(root, {entry.path()});
    const std::string path = entry.path().lexically_relative(root).generic_string();
    // A sidecar is looked at with its file.
    EXPECT_EQ(ids(some), ids_below(root, path == "b/c.txt.meta.json" ? "b/c.txt" : path)) << path;
    EXPECT_THAT(some.folders, testing::Contains(entry.path().string()));
    found += some.files.size();
  }
  EXPECT_EQ(found, 5u) << "a.txt, b, b/c.txt twice, l.meta.json";
  EXPECT_THAT(ids(walk_some(root + "/", {folder.path() / "b"})), ElementsAre("b/c.txt"));
}

TEST(WalkSome, LooksAtTheSidecarsFileAndAtAFilesSidecar) {
  const TempFolder folder;
  const auto sidecar = folder.write("a.txt.meta.json", "{}");
  EXPECT_THAT(ids(walk_some(folder.path().string(), {folder.path() / "a.txt"})),
              ElementsAre("a.txt.meta.json"))
      << "which is none without the file";
  folder.write("a.txt", "x");
  EXPECT_THAT(ids(walk_some(folder.path().string(), {sidecar})), ElementsAre("a.txt"));
}

TEST(WalkSome, TellsOfLinks) {
  const TempFolder folder;
  const auto file = folder.write("a.txt", "x");
  EXPECT_FALSE(walk({folder.path().string()}).has_links);
  std::filesystem::create_symlink(file, folder.path() / "b.txt");
  EXPECT_TRUE(walk({folder.path().string()}).has_links);
  EXPECT_TRUE(walk_some(folder.path().string(), {folder.path() / "b.txt"}).has_links);
  EXPECT_FALSE(walk_some(folder.path().string(), {file}).has_links);
}

}  // namespace
}  // namespace assay::indexer
