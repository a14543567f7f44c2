#include "indexer/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/exit_code.h"
#include "indexer/schema/index_directory.h"
#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

using testing::HasSubstr;
using tests::TempFolder;

struct Result {
  int exit_code;
  std::string out, err;
};

Result run(const TempFolder& folder, const std::vector<std::string>& paths) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int code = build({folder.path() / "index", paths, false}, taxonomy::Taxonomy::built_in());
  return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

TEST(Build, ReportsWhatItSkipsAndGoesOn) {
  const TempFolder folder;
  folder.write("in/a.txt", "An article about care in Leeds.");
  folder.write("in/empty.txt", "");
  folder.write(
      "in/lines.jsonl",
      "{\"id\":\"l1\",\"text\":\"A line of text.\"}\n{broken\n{\"id\":\"l2\",\"text\":\"Another.\"}\n");
  folder.write("in/facet.jsonl",
               "{\"id\":\"f1\",\"text\":\"Text.\",\"facets\":{\"council\":\"Atlantis\"}}\n");
  const Result result = run(folder, {(folder.path() / "in").string(), "/nonexistent/assay.txt"});
  EXPECT_EQ(result.exit_code, kSomeSkipped);
  EXPECT_THAT(result.out,
              HasSubstr("3 articles: 3 added, 0 updated, 0 unchanged, 0 removed; 4 skipped. The index holds 3."));
  EXPECT_THAT(result.err, HasSubstr("empty.txt: "));
  EXPECT_THAT(result.err, HasSubstr("lines.jsonl:2: "));
  EXPECT_THAT(result.err, HasSubstr("'Atlantis'"));
  EXPECT_THAT(result.err, HasSubstr("/nonexistent/assay.txt: "));
}

TEST(Build, RunningAgainChangesNothing) {
  const TempFolder folder;
  const std::string corpus = ASSAY_SOURCE_DIR "/corpus";
  const Result first = run(folder, {corpus});
  EXPECT_EQ(first.exit_code, kDone) << first.out;
  const auto revision = [&] {
    return Xapian::Database(schema::live_generation(folder.path() / "index").string()).get_revision();
  };
  const auto before = revision();
  const Result second = run(folder, {corpus});
  EXPECT_EQ(second.exit_code, kDone);
  EXPECT_THAT(second.out, HasSubstr(" 0 added, 0 updated, "));
  EXPECT_EQ(revision(), before);
}

}  // namespace
}  // namespace assay::indexer
