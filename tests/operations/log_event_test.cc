#include "searchd/log_event.h"

#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "tests/operations/captured_log.h"

namespace assay::searchd {
namespace {

using testing::ContainsRegex;
using testing::ExitedWithCode;

TEST(Logfmt, QuotesWhatNeedsIt) {
  EXPECT_EQ(logfmt("tcp:127.0.0.1:7700"), "tcp:127.0.0.1:7700");
  EXPECT_EQ(logfmt(""), "\"\"");
  EXPECT_EQ(logfmt("two words"), "\"two words\"");
  EXPECT_EQ(logfmt("a=b"), "\"a=b\"");
  EXPECT_EQ(logfmt("say \"so\" \\ or"), R"("say \"so\" \\ or")");
  EXPECT_EQ(logfmt("one\ntwo\tthree\r"), R"("one\ntwo\u0009three\u000d")");
  EXPECT_EQ(logfmt("café 東京"), "\"café 東京\"");
}

TEST(Logfmt, ShowsNothingThatATerminalObeys) {
  EXPECT_EQ(logfmt("\x1b[2J\x7f"), R"("\u001b[2J\u007f")");
  EXPECT_EQ(logfmt("\xc2\x9b"), R"("\u009b")");
  EXPECT_EQ(logfmt("\xe2\x80\xae\xe2\x80\xa8"), R"("\u202e\u2028")");
  EXPECT_EQ(logfmt("\xf3\xa0\x80\x81"), R"("\U000e0001")");
  EXPECT_EQ(logfmt("a\xff\xc3"), R"("a\xff\xc3")");
  EXPECT_EQ(logfmt(std::string("\0", 1)), R"("\u0000")");
}

TEST(LogEvent, WritesPairs) {
  const tests::CapturedLog log;
  LogEvent(spdlog::level::info, "draining").with("connections", 3).with("why", "a signal");
  LogEvent(spdlog::level::debug, "nobody wants it").with("a", 1);
  EXPECT_EQ(log.text(), "info msg=draining connections=3 why=\"a signal\"\n");
}

void log_some_and_exit() {
  start_log("info");
  LogEvent(spdlog::level::info, "an event").with("number", 7);
  spdlog::warn("a sentence of \"{}\"\n", "somebody");
  spdlog::debug("hidden");
  set_log_level("debug");
  LogEvent(spdlog::level::debug, "shown");
  set_log_level("off");
  spdlog::critical("hidden");
  std::exit(0);
}

TEST(LogEvent, GoesToStandardErrorALineEach) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const std::string time = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z ";
  EXPECT_EXIT(log_some_and_exit(), ExitedWithCode(0),
              ContainsRegex("^" + time + "level=info msg=\"an event\" number=7\n" + time +
                            R"(level=warning msg="a sentence of \\"somebody\\"\\n")" + "\n" + time +
                            "level=debug msg=shown\n$"));
}

}  // namespace
}  // namespace assay::searchd
