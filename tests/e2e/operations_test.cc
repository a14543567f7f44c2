// The daemon as a service: alerts and watches, TLS and tokens, metrics, an index that goes away.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "client/assay.h"
#include "tests/e2e/programs.h"
#include "tests/net/raw_peer.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Operations : public testing::Test {
 protected:
  std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string secret(const std::string& name, const std::string& text) const {
    const std::string path = folder_.write(name, text).string();
    ::chmod(path.c_str(), 0600);
    return path;
  }
  // Adds an article and gives its id.
  std::string add(const Service& service, const std::string& name, const std::string& text) const {
    EXPECT_EQ(service.index({folder_.write(name + ".txt", text).string()}).exit_code, 0);
    return name;
  }

  const TempFolder folder_;
};

TEST_F(Operations, AnAlertTellsEachNewArticleOnceOverARestart) {
  Service service({kCorpus + "/notes"}, {"--state-dir", file("state")});
  EXPECT_EQ(service.ask({"alerts", "add", "craft", "hovercraft OR balloon"}).exit_code, 0);
  EXPECT_EQ(service.ask({"alerts", "run", "craft"}).exit_code, 1);
  add(service, "one", "A hovercraft in Leeds.");
  EXPECT_THAT(service.ask({"watch", "--alert", "craft", "--count", "1", "--format", "ids"}).out,
              HasSubstr("one"));
  EXPECT_EQ(service.ask({"alerts", "run", "craft"}).exit_code, 1);

  service.daemon().send_signal(SIGTERM);
  EXPECT_EQ(service.daemon().wait().exit_code, 0);
  add(service, "two", "A balloon in Leeds.");
  add(service, "one", "A changed hovercraft in Leeds.");
  service.start();
  const Finished watched = service.ask({"watch", "--alert", "craft", "--count", "1", "--format", "ids"});
  EXPECT_THAT(watched.out, HasSubstr("two"));
  EXPECT_EQ(service.ask({"alerts", "run", "craft"}).exit_code, 1);
  EXPECT_EQ(service.ask({"alerts", "rm", "craft"}).exit_code, 0);
  EXPECT_EQ(service.ask({"alerts", "list"}).exit_code, 1);
}

TEST_F(Operations, AWatchTellsWhatACommitBrings) {
  const Service service({kCorpus + "/notes"});
  Client client(Endpoint::parse(service.server()));
  std::vector<std::string> told;
  WatchRequest request;
  request.search.query = "hovercraft";
  client.watch(request, [&](News&& news) {
    if (told.empty() && news.articles.empty()) add(service, "one", "A hovercraft in Leeds.");  // it has begun
    for (const auto& article : news.articles) told.push_back(article.hit.id);
    return told.empty();
  });
  ASSERT_EQ(told.size(), 1u);
  EXPECT_THAT(told[0], HasSubstr("one"));
}

// A certificate that signs itself, and its key.
void make_certificate(const std::string& certificate, const std::string& key) {
  const Finished made = run({"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                             "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                             "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate});
  ASSERT_EQ(made.exit_code, 0) << made.err;
}

TEST_F(Operations, BeyondTheMachineItTakesTlsAndAToken) {
  make_certificate(file("crt"), file("key"));
  ::chmod(file("key").c_str(), 0600);
  const std::string tokens = secret("tokens", "read reader-0123456789\nadmin admin-0123456789\n");
  Service service({kCorpus + "/notes"},
                  {"--listen", "tls:127.0.0.1:0", "--tls-certificate", file("crt"), "--tls-key", file("key"),
                   "--token-file", tokens, "--state-dir", file("state")});
  const std::string tls = service.daemon().read_line().substr(6);
  ASSERT_THAT(tls, StartsWith("tls:127.0.0.1:"));
  const auto ask = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--server", tls});
    return service.ask(std::move(arguments));
  };
  const std::string reader = secret("reader", "reader-0123456789\n"),
                    admin = secret("admin", "admin-0123456789\n"),
                    stranger = secret("stranger", "stranger-0123456789\n");
  EXPECT_EQ(ask({"count", "care", "--ca", file("crt"), "--token-file", reader}).exit_code, 0);
  EXPECT_EQ(ask({"count", "care", "--ca", file("crt")}).exit_code, 4);
  EXPECT_EQ(ask({"count", "care", "--ca", file("crt"), "--token-file", stranger}).exit_code, 4);
  EXPECT_EQ(ask({"count", "care", "--retry", "0", "--token-file", reader}).exit_code,
            3);  // an unknown authority
  EXPECT_EQ(ask({"alerts", "add", "a", "care", "--ca", file("crt"), "--token-file", reader}).exit_code, 4);
  EXPECT_EQ(ask({"alerts", "add", "a", "care", "--ca", file("crt"), "--token-file", admin}).exit_code, 0);
}

std::string http_get(const std::string& address, const std::string& target) {
  RawPeer peer(address);
  peer.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  return peer.receive_all();
}

TEST_F(Operations, MetricsAndHealthAreToldOverHttp) {
  const std::string metrics = "unix:" + file("metrics.sock");
  Service service({kCorpus + "/notes"}, {"--metrics", metrics});
  EXPECT_EQ(service.ask({"count", "care"}).exit_code, 0);
  EXPECT_EQ(service.ask({"count", "a*"}).exit_code, 2);
  const std::string text = http_get(metrics, "/metrics");
  EXPECT_THAT(text, HasSubstr("code=\"OK\""));
  EXPECT_THAT(text, HasSubstr("code=\"INVALID_ARGUMENT\""));
  EXPECT_THAT(text, HasSubstr("assay_connections"));
  EXPECT_THAT(http_get(metrics, "/healthz"), HasSubstr("OK"));
  EXPECT_THAT(http_get(metrics, "/readyz"), StartsWith("HTTP/1.1 200"));

  std::filesystem::rename(service.index_folder(), service.index_folder().string() + ".away");
  EXPECT_EQ(service.ask({"count", "care"}).exit_code, 0);
  EXPECT_THAT(http_get(metrics, "/healthz"), HasSubstr("DEGRADED"));
  EXPECT_THAT(service.ask({"info"}).out, HasSubstr("no folder"));
  std::filesystem::rename(service.index_folder().string() + ".away", service.index_folder());
  EXPECT_EQ(service.ask({"count", "care"}).exit_code, 0);
  EXPECT_THAT(http_get(metrics, "/healthz"), HasSubstr("OK"));
}

TEST_F(Operations, AllHitsComeAsAStream) {
  const Service service({kCorpus});
  const Finished counted = service.ask({"count", "care"}),
                 all = service.ask({"care", "--all", "--format", "ids"});
  EXPECT_EQ(std::to_string(std::count(all.out.begin(), all.out.end(), '\n')) + "\n", counted.out);
  Client client(Endpoint::parse(service.server()));
  SearchRequest request;
  request.query = "care";
  request.limit = 7;
  std::string ids;
  client.stream(request, [&](SearchReply&& part) {
    EXPECT_LE(part.hits.size(), 7u);
    for (const Hit& hit : part.hits) ids += hit.id + "\n";
    return true;
  });
  EXPECT_EQ(ids, all.out);
}

// As systemd does: a socket that listens is descriptor 3, and the environment says so.
TEST_F(Operations, TakesASocketThatSystemdOpened) {
  ASSERT_EQ(indexer({"build", "--index", file("index"), kCorpus + "/notes"}).exit_code, 0);
  const std::string path = file("activated.sock");
  const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(::listen(listening, 16), 0);
  Process daemon({"/bin/bash", "-c",
                  "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\" 3<&" + std::to_string(listening),
                  ASSAY_SEARCHD, "--index", file("index")});
  ::close(listening);
  EXPECT_EQ(daemon.read_line(), "ready unix:" + path);
  EXPECT_EQ(run({ASSAY_CLIENT, "--server", "unix:" + path, "count", "care"}).exit_code, 0);
  daemon.send_signal(SIGTERM);
  EXPECT_EQ(daemon.wait().exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(path));  // it is not ours to remove
}

TEST_F(Operations, AConfigurationIsCheckedAndRead) {
  const std::string good = folder_.write("good.toml", "index = \"x\"\nmax_queued = 7\n").string();
  const Finished checked = run({ASSAY_SEARCHD, "--check-config", "--config", good});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("max_queued = 7"));
  const std::string bad = folder_.write("bad.toml", "index = \"x\"\nmax_qeued = 7\n").string();
  const Finished refused = run({ASSAY_SEARCHD, "--check-config", "--config", bad});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("bad.toml:2"));
}

TEST_F(Operations, NobodyCanOpenAPortBeyondTheMachineWithoutTokens) {
  make_certificate(file("crt"), file("key"));
  ::chmod(file("key").c_str(), 0600);
  const Finished refused = run({ASSAY_SEARCHD, "--check-config", "--index", "x", "--listen", "tls:0.0.0.0:0",
                                "--tls-certificate", file("crt"), "--tls-key", file("key")});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("'tls:0.0.0.0:0' takes token_file"));
}

}  // namespace
}  // namespace assay::tests
