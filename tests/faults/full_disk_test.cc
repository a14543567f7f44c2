// The disk becomes full, breaks, or files cannot be opened any more, at each of many calls that change it.
// The indexer says so and stops; the index serves on. ASSAY_FAULT_POINTS says at how many calls for each kind
// of work.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "indexer/exit_code.h"
#include "searchd/engine/engine.h"
#include "tests/faults/stage.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

const std::map<std::string, std::string> kSaid = {
    {"ENOSPC", "No space left on device"}, {"EIO", "Input/output error"}, {"EMFILE", "oo many open files"}};

class Disk : public testing::TestWithParam<Work> {
 protected:
  // As the disk is when it is mended, and the index before that.
  void expect_bears(const Stage& stage, const Fault& fault) {
    SCOPED_TRACE(fault.how + (fault.once ? " once" : "") + " at call " + std::to_string(fault.at) + " of " +
                 std::to_string(stage.calls()));
    stage.reset();
    std::optional<engine::Engine> reader;  // that was there before
    if (stage.work().has_index) reader.emplace(stage.index());
    const Finished failed = stage.run(fault);
    if (failed.exit_code == indexer::kDone) {  // such as opening to write, where only opening fails
      EXPECT_EQ(lines_of(stage.index()), stage.after());
    } else {
      EXPECT_EQ(failed.exit_code, indexer::kNoResource) << failed.err;
      // Of this one file Xapian does not tell why.
      EXPECT_THAT(failed.err, testing::AnyOf(HasSubstr(kSaid.at(fault.how)), HasSubstr("create iamglass")));
      EXPECT_THAT(failed.err, HasSubstr(stage.index().string()));
      EXPECT_THAT(failed.err, HasSubstr("the index is as of the last commit"));
    }
    if (reader) expect_answers(*reader, lines_of(stage.index()));
    stage.expect_whole(failed);
    stage.expect_next_run_completes();
  }
};

TEST_P(Disk, FailsAndTheIndexServesOn) {
  const Stage stage(GetParam());
  const std::vector<std::pair<const char*, bool>> ways = {{"ENOSPC", false}, {"EIO", false},
                                                          {"EMFILE", false}, {"ENOSPC", true},
                                                          {"EIO", true},     {"EMFILE", true}};
  std::size_t way = 0;
  for (const long at : spread(stage.calls(), long_form("ASSAY_FAULT_POINTS", 6))) {
    const auto& [how, once] = ways[way++ % ways.size()];
    expect_bears(stage, {at, how, once});
  }
}

INSTANTIATE_TEST_SUITE_P(Work, Disk, testing::ValuesIn(all_work()),
                         [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace assay::tests
