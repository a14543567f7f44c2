// The program when something is wrong: exit codes and what is told; and long exports.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <boost/json.hpp>

#include "tests/client/fake_daemon.h"
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

TEST_F(ProgramFailure, AnUnknownIdIsOneWithAMessage) {
  const FakeDaemon daemon(endpoint(), refusing(v1::CODE_NOT_FOUND, "no article \"x\""));
  const Finished outcome = run({"get", "x"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "assay: no article \"x\"\n");
}

TEST_F(ProgramFailure, BadUsageIsTwo) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"search", "--bogus"},
                                             {"search", "a", "-word"},
                                             {"search", "--rating"},
                                             {"search", "--sort", "size"},
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
                                             {"facets", "--format", "ids"},
                                             {"count", "--limit", "3"},
                                             {"get"},
                                             {"get", "a", "b"},
                                             {"info", "x"}}) {
    const Finished outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << testing::PrintToString(arguments);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("assay: "));
  }
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

TEST_F(ProgramFailure, NoDaemonIsThree) {
  const Finished outcome = run({"search", "x"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, StartsWith("assay: cannot connect to " + endpoint().text()));
}

TEST_F(ProgramFailure, ABrokenConnectionIsThree) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) { return Reaction{"xx", true}; }));
  EXPECT_EQ(run({"count"}).exit_code, 3);
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
  const Finished outcome = run({"search", "x"});
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

// 25 hits, of which an answer holds at most 10. The index changes before the third answer.
FakeDaemon paging_daemon(const Endpoint& endpoint, std::uint64_t changes_at) {
  v1::Limits limits;
  limits.set_max_hits(10);
  return {endpoint, after_greeting(
                        [changes_at](const v1::Envelope& request) {
                          const v1::SearchRequest& asked = request.search();
                          v1::Envelope envelope;
                          envelope.set_id(request.id());
                          v1::SearchReply& reply = *envelope.mutable_search_reply();
                          reply.set_total(25);
                          reply.set_revision(asked.offset() >= changes_at ? 2 : 1);
                          for (std::uint32_t i = asked.offset();
                               i < std::min(asked.offset() + asked.limit(), 25U); ++i)
                            reply.add_hits()->set_id(std::to_string(i));
                          return Reaction{frame(envelope)};
                        },
                        limits)};
}

std::string numbers(int begin, int end) {
  std::string lines;
  for (int i = begin; i < end; ++i) lines += std::to_string(i) + "\n";
  return lines;
}

TEST_F(ProgramFailure, MoreHitsThanAnAnswerHoldsAreFetchedInPages) {
  const FakeDaemon daemon = paging_daemon(endpoint(), 1'000);
  EXPECT_EQ(run({"search", "--limit", "all", "--format", "ids"}).out, numbers(0, 25));
  EXPECT_EQ(daemon.requests().size(), 3U);
  EXPECT_EQ(run({"search", "--limit", "12", "--offset", "9", "--format", "ids"}).out, numbers(9, 21));
  EXPECT_EQ(run({"search", "--limit", "99", "--offset", "24", "--format", "ids"}).out, numbers(24, 25));
  const Finished beyond = run({"search", "--offset", "99", "--format", "ids"});
  EXPECT_EQ(beyond.out, "");
  EXPECT_EQ(beyond.exit_code, 0);
  const std::string json = run({"search", "--limit", "all", "--format", "json"}).out;
  EXPECT_EQ(boost::json::parse(json).at("hits").as_array().size(), 25U);
}

TEST_F(ProgramFailure, AnIndexThatChangesBetweenPagesIsNoted) {
  const FakeDaemon daemon = paging_daemon(endpoint(), 20);
  const Finished outcome = run({"search", "--limit", "all", "--format", "ids"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, StartsWith("note: the index changed"));
  const std::string json = run({"search", "--limit", "all", "--format", "json"}).out;
  EXPECT_THAT(json, HasSubstr("\"notes\":[\"the index changed"));
}

TEST_F(ProgramFailure, AClosedPipeIsSuccess) {
  const FakeDaemon daemon = paging_daemon(endpoint(), 1'000);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  for (const char* verb : {"search", "count", "facets", "--help"}) {
    const Finished outcome = run({verb}, ends[1]);
    EXPECT_EQ(outcome.exit_code, 0) << verb;
    EXPECT_EQ(outcome.err, "") << verb;
  }
  ::close(ends[1]);
}

TEST_F(ProgramFailure, OutputThatCannotBeWrittenIsTwo) {
  const FakeDaemon daemon = paging_daemon(endpoint(), 1'000);
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  const Finished outcome = run({"search"}, full);
  ::close(full);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("cannot write the output"));
  EXPECT_EQ(run({"search"}, kClosed).exit_code, 2);
}

}  // namespace
}  // namespace assay::tests
