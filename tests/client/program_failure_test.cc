// The program when something is wrong: exit codes and what is told.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <atomic>
#include <boost/json.hpp>

#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/client/program.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ProgramFailure : public testing::Test {
 protected:
  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "s").string()); }
  Finished run(const std::vector<std::string>& arguments, int output = kCollected) const {
    return run_program(arguments, {{"ASSAY_SERVER", endpoint().text()}}, output);
  }
  void expect_bad_usage(const std::vector<std::vector<std::string>>& all) const {
    for (const std::vector<std::string>& arguments : all) {
      const Finished outcome = run(arguments);
      EXPECT_EQ(outcome.exit_code, 2) << testing::PrintToString(arguments);
      EXPECT_EQ(outcome.out, "");
      EXPECT_THAT(outcome.err, StartsWith("assay: "));
    }
  }

 private:
  TempFolder folder_;
};

Script refusing(v1::Code code, const std::string& message, std::uint32_t offset = 0,
                std::uint32_t length = 0) {
  return answering([=](const v1::Envelope&) {
    v1::Envelope envelope;
    v1::Status& status = *envelope.mutable_status();
    status.set_code(code);
    status.set_message(message);
    if (length > 0) {
      v1::BadQuery& where = *status.add_details()->mutable_bad_query();
      where.set_offset(offset);
      where.set_length(length);
    }
    if (code == v1::CODE_RESOURCE_EXHAUSTED)
      status.add_details()->mutable_retry_info()->set_retry_after_ms(50);
    return envelope;
  });
}

TEST_F(ProgramFailure, NothingFoundIsOne) {
  const FakeDaemon daemon(endpoint(), answering([](const v1::Envelope&) {
                            v1::Envelope envelope;
                            envelope.mutable_search_reply();
                            return envelope;
                          }));
  const Finished search = run({"search", "x"});
  EXPECT_EQ(search.exit_code, 1);
  EXPECT_EQ(search.out, "No articles (0.0 ms)\n");
  EXPECT_EQ(search.err, "");
  const Finished count = run({"count", "x"});
  EXPECT_EQ(count.exit_code, 1);
  EXPECT_EQ(count.out, "0\n");
  EXPECT_EQ(run({"facets", "x"}).exit_code, 1);
  EXPECT_EQ(run({"x", "--format", "ids"}).exit_code, 1);
}

TEST_F(ProgramFailure, AnEmptyAnswerToAnyOtherVerbIsOne) {
  const FakeDaemon daemon(endpoint(), answering([](const v1::Envelope& request) {
                            v1::Envelope envelope;
                            if (request.has_similar()) envelope.mutable_similar_reply();
                            if (request.has_pivot()) envelope.mutable_pivot_reply();
                            if (request.has_history()) envelope.mutable_history_reply();
                            if (request.has_compare()) envelope.mutable_compare_reply()->add_councils();
                            if (request.has_suggest()) envelope.mutable_suggest_reply();
                            if (request.has_explain()) envelope.mutable_explain_reply();
                            return envelope;
                          }));
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"similar", "x"},
                                             {"pivot"},
                                             {"history", "x"},
                                             {"compare", "x", "y"},
                                             {"suggest", "x"},
                                             {"explain"}}) {
    const Finished outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 1) << arguments.front() << outcome.err;
    EXPECT_EQ(outcome.err, "");
  }
}

TEST_F(ProgramFailure, ASortKeyThatTheDaemonRefusesIsTwo) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INVALID_ARGUMENT, "nothing sorts by \"size\""));
  EXPECT_EQ(run({"search", "--sort", "size"}).exit_code, 2);
}

TEST_F(ProgramFailure, AnUnknownIdIsOneWithAMessage) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_NOT_FOUND, "no article \"x\""));
  const Finished outcome = run({"get", "x"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "assay: no article \"x\"\n");
}

TEST_F(ProgramFailure, BadUsageOfSearchIsTwo) {
  expect_bad_usage({{},
                    {"search", "--bogus"},
                    {"search", "a", "-word"},
                    {"search", "--rating"},
                    {"search", "--sort", "date,rating,council"},
                    {"search", "--sort", "-"},
                    {"search", "--sort", ""},
                    {"search", "--snippets", "-1"},
                    {"search", "--snippets", "6"},
                    {"search", "--fresh", "0"},
                    {"search", "--fresh", "soon"},
                    {"search", "--filter", "rating"},
                    {"search", "--filter", "=good"},
                    {"search", "--filter", "rating="},
                    {"search", "--all", "--limit", "3"},
                    {"search", "--by", "month"},
                    {"search", "--format", "xml"},
                    {"search", "--limit", "-1"},
                    {"search", "--limit", "ten"},
                    {"search", "--offset", "-1"},
                    {"search", "--offset", "5000000000"},
                    {"search", "--color", "blue"},
                    {"search", "--timeout", "0.0.1"},
                    {"search", "--timeout", "-1"},
                    {"search", "--timeout", "nan"},
                    {"search", "--timeout", "1e99"},
                    {"search", "--server", "nowhere"},
                    {"search", "--retry", "-1"},
                    {"search", "--retry", "nan"},
                    {"search", "--server", "tls:host"},
                    {"search", "--token-file", "/nonexistent"},
                    {"search", "--token", "secret"}});
}

TEST_F(ProgramFailure, BadUsageOfTheOtherVerbsIsTwo) {
  expect_bad_usage({{"facets", "--format", "ids"},
                    {"facets", "--tree", "--format", "csv"},
                    {"search", "--csv", "--tsv"},
                    {"search", "--csv", "--format", "csv"},
                    {"count", "--limit", "3"},
                    {"similar"},
                    {"similar", "a", "b"},
                    {"similar", "a", "--since", "2025"},
                    {"pivot", "--format", "ids"},
                    {"history"},
                    {"compare", "Leeds"},
                    {"suggest"},
                    {"suggest", "x", "--limit", "0"},
                    {"explain", "--format", "csv"},
                    {"get"},
                    {"get", "a", "b"},
                    {"watch", "--count", "0"},
                    {"watch", "--format", "csv"},
                    {"watch", "x", "--alert", "a"},
                    {"watch", "--alert", "a", "--rating", "good"},
                    {"alerts"},
                    {"alerts", "bogus"},
                    {"alerts", "add"},
                    {"alerts", "add", "a"},
                    {"alerts", "add", "a", "x", "--limit", "3"},
                    {"alerts", "list", "a"},
                    {"alerts", "list", "--rating", "good"},
                    {"alerts", "rm"},
                    {"alerts", "run"},
                    {"alerts", "run", "a", "b"},
                    {"alerts", "run", "a", "--limit", "0"},
                    {"info", "x"}});
}

TEST_F(ProgramFailure, ARefusedQueryIsShownWithCaretsUnderWhatIsWrong) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INVALID_ARGUMENT, "ab* is too short", 6, 3));
  const Finished outcome = run({"search", "café", "ab*", "x"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "assay: ab* is too short\n  café ab* x\n       ^^^\n");
  EXPECT_EQ(run({"search", "x"}).err, "assay: ab* is too short\n  x\n   ^\n");
}

TEST_F(ProgramFailure, ALongQueryIsShownAroundWhatIsWrong) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INVALID_ARGUMENT, "no", 200, 2));
  const std::string left(48, 'a'), right(48, 'b');
  const Finished outcome = run({"search", std::string(200, 'a') + "XY" + std::string(200, 'b')});
  EXPECT_EQ(outcome.err, "assay: no\n  …" + left + "XY" + right + "…\n  " + std::string(49, ' ') + "^^\n");
}

TEST_F(ProgramFailure, AQueryThatIsNotUtf8IsRefusedHere) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INTERNAL, "not to be reached"));
  const Finished outcome = run({"search", "caf\xe9"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "assay: the query is not valid UTF-8\n  caf\uFFFD\n     ^\n");
}

TEST_F(ProgramFailure, AFlagThatIsNotUtf8IsRefusedWithoutTheQuery) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INTERNAL, "not to be reached"));
  EXPECT_EQ(run({"search", "x", "--rating", "\xff"}).err, "assay: a value of rating is not valid UTF-8\n");
  EXPECT_EQ(run({"history", "\xff"}).err, "assay: the council is not valid UTF-8\n");
}

TEST_F(ProgramFailure, NoDaemonIsThree) {
  const Finished outcome = run({"search", "x", "--retry", "0"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, StartsWith("assay: cannot connect to " + endpoint().text()));
}

TEST_F(ProgramFailure, ABrokenConnectionIsThree) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) { return Reaction{"xx", true}; }));
  EXPECT_EQ(run({"count", "--retry", "0"}).exit_code, 3);
}

TEST_F(ProgramFailure, WhatPassesIsTriedAgainForAsLongAsAskedFor) {
  std::atomic<int> asked = 0;
  const FakeDaemon daemon(endpoint(), answering([&](const v1::Envelope& request) {
                            v1::Envelope answer = sample_answer(request);
                            if (asked++ < 2) answer.mutable_status()->set_code(v1::CODE_UNAVAILABLE);
                            return answer;
                          }));
  EXPECT_EQ(run({"count", "--retry", "0"}).exit_code, 6);
  EXPECT_EQ(run({"count", "--retry", "60"}).out, "120\n");
  EXPECT_EQ(asked, 3);
}

TEST_F(ProgramFailure, WhatIsNotAllowedIsFour) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_PERMISSION_DENIED, "this token may only read"));
  const Finished outcome = run({"alerts", "rm", "x"});
  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_THAT(outcome.err, StartsWith("assay: this token may only read\n--token-file or "));
  EXPECT_THAT(run({"search", "--format", "json"}).err, HasSubstr("\"kind\":\"denied\""));
}

TEST_F(ProgramFailure, APassedDeadlineIsFive) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_DEADLINE_EXCEEDED, "took too long"));
  EXPECT_EQ(run({"search", "x"}).exit_code, 5);
}

TEST_F(ProgramFailure, SilencePastTheTimeoutIsFive) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) { return Reaction{}; }));
  EXPECT_EQ(run({"search", "x", "--timeout", "0.001"}).exit_code, 5);
}

TEST_F(ProgramFailure, AnErrorOfTheServerIsSix) {
  {
    const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INTERNAL, "a disk is gone"));
    const Finished outcome = run({"search", "x"});
    EXPECT_EQ(outcome.exit_code, 6);
    EXPECT_EQ(outcome.err, "assay: a disk is gone\n");
  }
  ::unlink(endpoint().path.c_str());
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_RESOURCE_EXHAUSTED, "busy"));
  const Finished outcome = run({"search", "x", "--retry", "0"});
  EXPECT_EQ(outcome.exit_code, 6);
  EXPECT_EQ(outcome.err, "assay: busy\nTry again in 50 ms.\n");
}

TEST_F(ProgramFailure, WithFormatJsonErrorsAreJson) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_INVALID_ARGUMENT, "no \"such\" word", 1, 2));
  const Finished outcome = run({"search", "abc", "--format", "json"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, R"({"error":{"kind":"invalid","message":"no \"such\" word","offset":1,"length":2}})"
                         "\n");
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"search", "--bogus", "--format=json"}, {"get", "--format", "json"}}) {
    const boost::json::value error = boost::json::parse(run(arguments).err).at("error");
    EXPECT_EQ(error.at("kind"), "invalid");
  }
  EXPECT_THAT(run({"get", "--", "--format", "json"}).err, StartsWith("assay: "));
}

TEST_F(ProgramFailure, OutputThatCannotBeWrittenIsTwo) {
  const FakeDaemon daemon(endpoint(), answering(sample_answer));
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  const Finished outcome = run({"search"}, full);
  ::close(full);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("cannot write the output"));
  EXPECT_EQ(run({"search"}, kClosed).exit_code, 2);
}

}  // namespace
}  // namespace assay::tests
