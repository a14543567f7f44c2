// assay watch and assay alerts against a daemon that behaves.
#include <gmock/gmock.h>
#include <signal.h>

#include <atomic>

#include "client/cli/alerts_format.h"
#include "client/convert.h"
#include "tests/client/golden.h"
#include "tests/client/served_program.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

using ProgramAlerts = ServedProgram;

TEST_F(ProgramAlerts, EachFormatIsPrinted) {
  for (const char* format : {"text", "json", "ndjson", "csv", "tsv", "ids"}) {
    expect_golden("alerts." + std::string(format), run({"alerts", "list", "--format", format}).out);
    expect_golden("alert-run." + std::string(format), run({"alerts", "run", "x", "--format", format}).out);
  }
  expect_golden("alert.text", run({"alerts", "add", "carers", "x"}).out);
  EXPECT_EQ(run({"alerts", "add", "carers", "x"}).out, run({"alerts", "rm", "carers"}).out);
}

TEST_F(ProgramAlerts, NothingIsPrintedToo) {
  const cli::View screen;
  for (const cli::AlertsFormat* format : cli::alerts_formats()) {
    expect_golden("nothing-alerts." + std::string(format->name), format->alerts({}, screen));
    expect_golden("nothing-alert-run." + std::string(format->name), format->articles({}, screen));
  }
}

TEST_F(ProgramAlerts, AddTakesAQueryAndFilters) {
  const v1::AddAlertRequest sent = asked({"alerts", "add", "carers", "unpaid", "carers", "--rating", "good",
                                          "--since", "2025", "--no-synonyms", "--", "-budget"})
                                       .add_alert();
  EXPECT_EQ(sent.name(), "carers");
  EXPECT_EQ(sent.search().query(), "unpaid carers -budget");
  EXPECT_EQ(sent.search().filters(0).values(0), "good");
  EXPECT_EQ(sent.search().since(), "2025");
  EXPECT_TRUE(sent.search().no_synonyms());
  EXPECT_EQ(asked({"alerts", "add", "a", "--council", "Leeds"}).add_alert().search().query(), "");
}

TEST_F(ProgramAlerts, WhatRunPrintedIsAcknowledged) {
  EXPECT_EQ(run({"alerts", "run", "carers", "--limit", "2", "--format", "ids"}).exit_code, 0);
  const auto requests = daemon_.requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests[0].run_alert().ShortDebugString(), "name: \"carers\" limit: 2");
  EXPECT_EQ(requests[1].run_alert().ShortDebugString(), "name: \"carers\" limit: 1 acknowledge: 5");
}

TEST_F(ProgramAlerts, WhatCouldNotBePrintedIsNot) {
  EXPECT_EQ(run_program({"alerts", "run", "carers"}, {{"ASSAY_SERVER", address()}}, kClosed).exit_code, 2);
  EXPECT_EQ(daemon_.requests().size(), 1U);
}

TEST_F(ProgramAlerts, AWatchEndsAfterItsCount) {
  EXPECT_EQ(run({"watch", "carers", "--rating", "good", "--format", "ids", "--count", "3"}).out,
            "1.txt\n2.txt\n1.txt\n");
  const v1::WatchRequest sent = daemon_.requests().at(0).watch();
  EXPECT_EQ(sent.search().query(), "carers");
  EXPECT_EQ(sent.search().filters_size(), 1);
  EXPECT_EQ(sent.alert(), "");
  EXPECT_THAT(run({"watch", "--count", "1"}).out, HasSubstr("\nThe first\n"));
  EXPECT_THAT(run({"watch", "--count", "1", "--format", "ndjson"}).out, HasSubstr("{\"id\":\"1.txt\""));
}

TEST_F(ProgramAlerts, ARebuiltIndexIsNoted) {
  EXPECT_THAT(run({"watch", "--count", "1"}).err, HasSubstr("note: the index was rebuilt"));
}

TEST_F(ProgramAlerts, AWatchOfAnAlertAcknowledgesAndPrintsEachArticleOnce) {
  EXPECT_EQ(run({"watch", "--alert", "carers", "--format", "ids", "--count", "3"}).out,
            "1.txt\n2.txt\n3.txt\n");
  std::vector<std::uint64_t> acknowledged;
  for (const v1::Envelope& request : daemon_.requests())
    if (request.has_run_alert()) acknowledged.push_back(request.run_alert().acknowledge());
  EXPECT_THAT(acknowledged, testing::ElementsAre(2, 3));
}

TEST_F(ProgramAlerts, AnInterruptedWatchEndsWell) {
  for (const int signal : {SIGINT, SIGTERM}) {
    Process watch({ASSAY_PROGRAM, "watch", "--format", "ids", "--server", address()});
    EXPECT_EQ(watch.read_line(), "1.txt");
    watch.send_signal(signal);
    EXPECT_EQ(watch.wait().exit_code, 0);
  }
}

}  // namespace
}  // namespace assay::tests
