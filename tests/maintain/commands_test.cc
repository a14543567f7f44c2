// The program itself: what each command prints and its exit code.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <thread>

#include "indexer/exit_code.h"
#include "indexer/schema/index_directory.h"
#include "tests/maintain/sample_index.h"
#include "tests/process.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using tests::Finished;
using tests::SampleIndex;

Finished indexer(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ASSAY_INDEXER);
  return tests::run(arguments);
}

Finished on(const SampleIndex& index, const std::string& command, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {command, "--index", index.path().string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return indexer(arguments);
}

TEST(Commands, CheckTellsSoundFromDamaged) {
  const SampleIndex index;
  const Finished sound = on(index, "check");
  EXPECT_EQ(sound.exit_code, kDone);
  EXPECT_THAT(sound.out, testing::StartsWith("sound: 4 articles"));
  index.open_to_write().delete_document("Qcopy-b");
  const Finished damaged = on(index, "check");
  EXPECT_EQ(damaged.exit_code, kBadIndex);
  EXPECT_THAT(damaged.out, testing::StartsWith("damaged: 3 articles"));
  fs::remove(index.path() / "gen-000001/iamglass");
  const Finished gone = on(index, "check");
  EXPECT_EQ(gone.exit_code, kBadIndex);
  EXPECT_THAT(gone.err, HasSubstr("restore a backup"));
  EXPECT_EQ(indexer({"check", "--index", "/nonexistent/index"}).exit_code, kBadIndex);
}

TEST(Commands, StatsPrintsTextOrJson) {
  const SampleIndex index;
  EXPECT_THAT(on(index, "stats").out, testing::StartsWith("articles    4\n"));
  EXPECT_THAT(on(index, "stats", {"--json"}).out, testing::StartsWith("{\"articles\":4,"));
}

TEST(Commands, CompactPrintsBothSizes) {
  const SampleIndex index;
  const Finished done = on(index, "compact");
  EXPECT_EQ(done.exit_code, kDone);
  EXPECT_THAT(done.out, testing::MatchesRegex(".* MB before, .* MB now, in gen-000002.\n"));
  const schema::WriterLock lock(index.path());
  const Finished refused = on(index, "compact");
  EXPECT_EQ(refused.exit_code, kBadIndex);
  EXPECT_THAT(refused.err, HasSubstr("is being written by process " + std::to_string(::getpid())));
}

// Killed as soon as the new generation shows, or done by then: either way the index is whole.
TEST(Commands, CompactMayBeKilled) {
  for (int round = 0; round < 5; ++round) {
    const SampleIndex index;
    {
      const tests::Process process({ASSAY_INDEXER, "compact", "--index", index.path().string()});
      while (!fs::exists(index.path() / "gen-000002")) std::this_thread::yield();
      process.send_signal(SIGKILL);
    }
    EXPECT_EQ(on(index, "check").exit_code, kDone);
    EXPECT_EQ(index.open().get_doccount(), 4u);
    index.add({tests::article("more", "One more article.")});
    EXPECT_EQ(index.generations().size(), 1u);
    EXPECT_EQ(on(index, "check").exit_code, kDone);
  }
}

TEST(Commands, BackupAndRestoreBringAnIndexBack) {
  const SampleIndex index;
  const std::string target = (index.folder() / "backup").string();
  const Finished saved = on(index, "backup", {target});
  EXPECT_EQ(saved.exit_code, kDone) << saved.err;
  EXPECT_THAT(saved.out, HasSubstr("4 articles in " + target));
  EXPECT_EQ(on(index, "backup", {target}).exit_code, kBadUsage);
  EXPECT_EQ(on(index, "delete", {"kent"}).exit_code, kDone);
  const Finished restored = on(index, "restore", {"--from", target});
  EXPECT_EQ(restored.exit_code, kDone) << restored.err;
  EXPECT_EQ(restored.out, "The index holds the 4 articles of " + target + ".\n");
  EXPECT_EQ(index.open().get_doccount(), 4u);
  EXPECT_EQ(indexer({"restore", "--from", "/nonexistent/backup", "--index", index.path().string()}).exit_code,
            kBadIndex);
}

TEST(Commands, ExportWritesStandardOutputOrAFile) {
  const SampleIndex index;
  const std::string file = (index.folder() / "out.jsonl").string();
  const Finished printed = on(index, "export");
  EXPECT_EQ(printed.exit_code, kDone);
  EXPECT_EQ(std::ranges::count(printed.out, '\n'), 4);
  EXPECT_EQ(on(index, "export", {"--output", file}).exit_code, kDone);
  std::ifstream written(file, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(written), {}), printed.out);
  EXPECT_FALSE(fs::exists(file + ".part"));
  EXPECT_EQ(on(index, "export", {"--output", "/nonexistent/out.jsonl"}).exit_code, kNoResource);
}

TEST(Commands, DeleteNamesWhatIsNotThere) {
  const SampleIndex index;
  const Finished look =
      on(index, "delete", {"--where", "council:leeds", "--where", "rating:good", "--dry-run"});
  EXPECT_EQ(look.exit_code, kDone) << look.err;
  EXPECT_EQ(look.out, "leeds\n1 articles would be deleted; 0 not found.\n");
  const Finished some = on(index, "delete", {"kent", "nobody"});
  EXPECT_EQ(some.exit_code, kSomeSkipped);
  EXPECT_EQ(some.out, "1 articles deleted; 1 not found.\n");
  EXPECT_THAT(some.err, HasSubstr("no article 'nobody'"));
  EXPECT_EQ(on(index, "delete").exit_code, kBadUsage);
  EXPECT_EQ(on(index, "delete", {"--where", "rating:splendid"}).exit_code, kBadUsage);
  EXPECT_EQ(index.open().get_doccount(), 3u);
}

TEST(Commands, HelpNamesThemAll) {
  const Finished help = indexer({"--help"});
  for (const char* command :
       {"build", "inspect", "export", "delete", "check", "stats", "compact", "backup", "restore"})
    EXPECT_THAT(help.out, HasSubstr(std::string("\n  ") + command));
}

}  // namespace
}  // namespace assay::indexer
