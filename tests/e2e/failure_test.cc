// What goes wrong says so clearly, with the documented exit code, and the rest goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

TEST(Failure, BadInputIsReportedAndTheRestIsIndexed) {
  const TempFolder folder;
  folder.write("in/fine.txt", "Care in Leeds is the subject here.");
  folder.write("in/empty.txt", "");
  folder.write("in/huge.txt", std::string(50 * 1024 * 1024, 'a'));
  folder.write("in/bytes.txt", std::string("\xc3\x28\x00\x01\xff\xfe\x80", 7));
  folder.write("in/lines.jsonl", "{\"id\":\"ok\",\"text\":\"A fine line.\"}\n{\"id\": broken\n");
  const auto secret = folder.write("in/secret.txt", "x");
  ::chmod(secret.c_str(), 0);
  const std::string index = (folder.path() / "index").string();
  const Finished built = indexer({"build", "--index", index, (folder.path() / "in").string()});
  EXPECT_EQ(built.exit_code, 1);
  EXPECT_THAT(built.err, HasSubstr("empty.txt: "));
  EXPECT_THAT(built.err, HasSubstr("huge.txt: "));
  EXPECT_THAT(built.err, HasSubstr("bytes.txt: "));
  EXPECT_THAT(built.err, HasSubstr("lines.jsonl:2: "));
  if (::geteuid() != 0) {
    EXPECT_THAT(built.err, HasSubstr("secret.txt: "));
  }
  const Service service(
      {(folder.path() / "in/fine.txt").string(), (folder.path() / "in/lines.jsonl").string()});
  EXPECT_EQ(service.ask({"count", "fine OR leeds"}).out, "2\n");
}

TEST(Failure, TheIndexerNamesItsTrouble) {
  const TempFolder folder;
  const auto article = folder.write("a.txt", "An article.").string();
  const auto index = folder.path() / "index";
  EXPECT_EQ(indexer({"build", article}).exit_code, 2);  // no --index
  EXPECT_EQ(indexer({"polish", article}).exit_code, 2);
  EXPECT_EQ(indexer({"--taxonomy", "/nonexistent/assay", "inspect", article}).exit_code, 2);

  folder.write("index/XAPIANDB", "auto gen-000001\n");
  const Finished damaged = indexer({"build", "--index", index.string(), article});
  EXPECT_EQ(damaged.exit_code, 3);
  EXPECT_THAT(damaged.err, HasSubstr("cannot be opened"));

  folder.write("file", "x");
  EXPECT_EQ(indexer({"build", "--index", (folder.path() / "file/index").string(), article}).exit_code, 4);
}

TEST(Failure, ASecondWriterIsToldWhoTheFirstIs) {
  const TempFolder folder;
  const auto index = folder.path() / "index";
  const schema::WriterLock lock(index);
  const Finished second =
      indexer({"build", "--index", index.string(), folder.write("a.txt", "An article.").string()});
  EXPECT_EQ(second.exit_code, 3);
  EXPECT_THAT(second.err, HasSubstr("is being written by process " + std::to_string(::getpid())));
}

TEST(Failure, AnIndexOfAnotherFormatIsRefusedByBothPrograms) {
  const Service service({kCorpus + "/notes"});
  {
    Xapian::WritableDatabase database(schema::live_generation(service.index_folder()).string(),
                                      Xapian::DB_OPEN);
    database.set_metadata(std::string(schema::kSchemaMetadataKey), "\x08\x63");  // format_version: 99
    database.commit();
  }
  const Finished built = service.index({kCorpus + "/notes"});
  EXPECT_EQ(built.exit_code, 3);
  EXPECT_THAT(built.err, HasSubstr("format version 99"));
  const Finished served =
      run({ASSAY_SEARCHD, "--index", service.index_folder().string(), "--listen", "tcp:127.0.0.1:0"});
  EXPECT_EQ(served.exit_code, 3);
  EXPECT_THAT(served.err, HasSubstr("format version 99"));
  // A daemon that runs already goes on with what it read before.
  EXPECT_EQ(service.ask({"search", "care"}).exit_code, 0);
  EXPECT_THAT(service.ask({"info"}).out, HasSubstr("format version 99"));
}

TEST(Failure, SearchdRefusesWhatItCannotServe) {
  const TempFolder folder;
  const std::string listen = "unix:" + (folder.path() / "s").string();
  const Finished missing =
      run({ASSAY_SEARCHD, "--index", (folder.path() / "none").string(), "--listen", listen});
  EXPECT_EQ(missing.exit_code, 3);
  EXPECT_THAT(missing.err, HasSubstr("there is no folder"));
  const Finished no_index = run({ASSAY_SEARCHD, "--index", folder.path().string(), "--listen", listen});
  EXPECT_EQ(no_index.exit_code, 3);
  EXPECT_THAT(no_index.err, HasSubstr("assay-indexer build"));

  const Service service({kCorpus + "/notes"});
  const Finished bad_address =
      run({ASSAY_SEARCHD, "--index", service.index_folder().string(), "--listen", "carrier-pigeon"});
  EXPECT_EQ(bad_address.exit_code, 2);
  const Finished in_use =
      run({ASSAY_SEARCHD, "--index", service.index_folder().string(), "--listen", service.server()});
  EXPECT_EQ(in_use.exit_code, 4);
}

TEST(Failure, AClientWithoutADaemonSaysSo) {
  const Finished asked = run({ASSAY_CLIENT, "search", "care", "--server", "unix:/nonexistent/assay.sock"});
  EXPECT_EQ(asked.exit_code, 3);
  EXPECT_THAT(asked.err, HasSubstr("/nonexistent/assay.sock"));
}

TEST(Failure, ARefusedQueryShowsWhere) {
  const Service service({kCorpus + "/notes"});
  const Finished asked = service.ask({"search", "care a*"});
  EXPECT_EQ(asked.exit_code, 2);
  EXPECT_THAT(asked.err, HasSubstr("^"));
}

}  // namespace
}  // namespace assay::tests
