// The life of a daemon: starting, following the index, stopping.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "client/assay.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Daemon, ACommitIsSeenByTheNextRequest) {
  const TempFolder folder;
  const Service service({kCorpus + "/notes"});
  EXPECT_EQ(service.ask({"count", "hovercraft"}).exit_code, 1);
  const auto article = folder.write("new.txt", "A hovercraft in Leeds.").string();
  EXPECT_EQ(service.index({article}).exit_code, 0);
  EXPECT_EQ(service.ask({"count", "hovercraft"}).out, "1\n");
  folder.write("new.txt", "A balloon in Leeds.");
  EXPECT_EQ(service.index({article}).exit_code, 0);
  EXPECT_EQ(service.ask({"count", "hovercraft"}).out, "0\n");
  EXPECT_EQ(service.ask({"count", "balloon"}).out, "1\n");
}

TEST(Daemon, AnOpenConnectionSeesManyCommits) {
  const TempFolder folder;
  const Service service({kCorpus + "/notes"});
  Client client(Endpoint::parse(service.server()));
  std::uint64_t revision = client.info().revision;
  for (int i = 0; i < 5; ++i) {
    const std::string name = "n" + std::to_string(i);
    ASSERT_EQ(service.index({folder.write(name + ".txt", "An article about hovercraft.").string()}).exit_code,
              0);
    SearchRequest request;
    request.query = "hovercraft";
    const SearchReply reply = client.search(request);
    EXPECT_EQ(reply.total, static_cast<std::uint64_t>(i + 1));
    EXPECT_GT(reply.revision, revision);
    revision = reply.revision;
  }
}

TEST(Daemon, StopsCleanlyOnSigterm) {
  Service service({kCorpus + "/notes"});
  service.daemon().send_signal(SIGTERM);
  const Finished stopped = service.daemon().wait();
  EXPECT_EQ(stopped.exit_code, 0) << stopped.err;
  EXPECT_EQ(service.ask({"search", "care"}).exit_code, 3);
  EXPECT_FALSE(std::filesystem::exists(service.folder() / "searchd.sock"));
  service.start();
  EXPECT_EQ(service.ask({"search", "care"}).exit_code, 0);
}

TEST(Daemon, StartsAgainAfterAKill) {
  Service service({kCorpus + "/notes"});
  service.daemon().send_signal(SIGKILL);
  EXPECT_EQ(service.daemon().wait().exit_code, 128 + SIGKILL);
  service.start();
  EXPECT_EQ(service.ask({"search", "care"}).exit_code, 0);
}

TEST(Daemon, ServesLoopbackOnAFreePort) {
  const Service service({kCorpus + "/notes"});
  Process tcp({ASSAY_SEARCHD, "--index", service.index_folder().string(), "--listen", "tcp:127.0.0.1:0"});
  const std::string ready = tcp.read_line();
  ASSERT_THAT(ready, StartsWith("ready tcp:127.0.0.1:"));
  const Finished asked = run({ASSAY_CLIENT, "count", "care", "--server", ready.substr(6)});
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_EQ(asked.out, service.ask({"count", "care"}).out);
}

TEST(Daemon, ListensBeyondThisMachineNever) {
  const Service service({kCorpus + "/notes"});
  const Finished refused =
      run({ASSAY_SEARCHD, "--index", service.index_folder().string(), "--listen", "tcp:0.0.0.0:0"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("loopback"));
}

}  // namespace
}  // namespace assay::tests
