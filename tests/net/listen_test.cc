#include "searchd/net/listen.h"

#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;
using net::parse_listen;
using testing::HasSubstr;
using testing::ThrowsMessage;

using ListenTest = NetTest;

// A Unix socket's file that nobody listens on, as a killed daemon leaves it.
void leave_stale_socket(const fs::path& path) {
  const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(made);
  ASSERT_TRUE(fs::is_socket(path));
}

net::ServerOptions listening_on(const std::string& text) {
  net::ServerOptions options;
  options.listen = {parse_listen(text)};
  return options;
}

TEST(ParseListen, RoundTrips) {
  for (const char* text :
       {"unix:/run/assay/searchd.sock", "unix:relative", "unix:a:b", "tcp:127.0.0.1:0",
        "tcp:127.8.9.10:65535", "tcp:[::1]:7700", "tls:192.0.2.1:7700", "tls:[2001:db8::1]:0"})
    EXPECT_EQ(to_string(parse_listen(text)), text);
  EXPECT_EQ(to_string(parse_listen("tcp:localhost:7700")), "tcp:127.0.0.1:7700");
}

TEST(ParseListen, SaysWhatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "write unix:PATH, tcp:HOST:PORT or tls:HOST:PORT"},
      {"/run/socket", "write unix:PATH, tcp:HOST:PORT or tls:HOST:PORT"},
      {"unix:", "the path is missing"},
      {"tcp:", "the port is missing"},
      {"tcp:localhost", "the port is missing"},
      {"tcp:localhost:", "the port is a number"},
      {"tcp:localhost:http", "the port is a number"},
      {"tcp:localhost:65536", "the port is a number"},
      {"tcp:localhost:-1", "the port is a number"},
      {"tcp:localhost:7700x", "the port is a number"},
      {"tcp:::1:7700", "brackets"},
      {"tcp::7700", "only loopback"},
      {"tcp:0.0.0.0:7700", "only loopback"},
      {"tcp:192.0.2.1:7700", "only loopback"},
      {"tcp:[::]:7700", "only loopback"},
      {"tcp:[2001:db8::1]:7700", "only loopback"},
      {"tcp:search.example.org:7700", "only loopback"},
  };
  for (const auto& [text, reason] : cases)
    EXPECT_THAT([text = text] { parse_listen(text); },
                ThrowsMessage<std::invalid_argument>(HasSubstr(reason)))
        << text;
}

TEST_F(ListenTest, UnixSocketIsForItsOwnerAloneAndGoesAway) {
  start(echo);
  const fs::path path = folder.path() / "socket";
  struct stat found {};
  ASSERT_EQ(::stat(path.c_str(), &found), 0);
  EXPECT_TRUE(S_ISSOCK(found.st_mode));
  EXPECT_EQ(found.st_mode & 07777, 0600U);
  server->drain();
  await_end();
  EXPECT_FALSE(fs::exists(path));
}

TEST_F(ListenTest, StaleUnixSocketIsReplaced) {
  leave_stale_socket(folder.path() / "socket");
  start(echo);
  connect_and_greet();
}

TEST_F(ListenTest, LiveUnixSocketIsAnError) {
  start(echo);
  EXPECT_THAT([this] { net::Server second(listening_on(address), answering(echo), greet_all); },
              ThrowsMessage<std::system_error>(HasSubstr("cannot listen on " + address)));
  connect_and_greet();  // the first one is none the worse
}

TEST_F(ListenTest, OtherFilesAreLeftAlone) {
  const fs::path file = folder.write("precious", "do not remove");
  EXPECT_THROW(net::Server(listening_on("unix:" + file.string()), answering(echo), greet_all),
               std::system_error);
  EXPECT_TRUE(fs::is_regular_file(file));
}

TEST_F(ListenTest, UnixSocketOfAnotherDaemonIsNotRemoved) {
  start(echo);
  const fs::path path = folder.path() / "socket";
  fs::remove(path);
  leave_stale_socket(path);
  server->drain();
  await_end();
  EXPECT_TRUE(fs::is_socket(path));
}

TEST_F(ListenTest, UnixPathThatIsTooLongOrNowhereIsAnError) {
  const std::string longest = "unix:/tmp/" + std::string(200, 'x');
  EXPECT_THROW(net::Server(listening_on(longest), answering(echo), greet_all), std::system_error);
  const std::string nowhere = "unix:" + (folder.path() / "missing" / "socket").string();
  EXPECT_THROW(net::Server(listening_on(nowhere), answering(echo), greet_all), std::system_error);
}

TEST_F(ListenTest, TcpServesOnAPortOfTheSystemsChoice) {
  start(echo, listening_on("tcp:localhost:0"));
  EXPECT_THAT(address, testing::MatchesRegex("tcp:127\\.0\\.0\\.1:[1-9][0-9]*"));
  Peer peer = connect_and_greet();
  peer.send(search(2, "over TCP"));
  EXPECT_TRUE(is_echo(peer.receive(), 2, "over TCP"));
}

TEST_F(ListenTest, TcpPortInUseIsAnError) {
  start(echo, listening_on("tcp:127.0.0.1:0"));
  EXPECT_THROW(net::Server(listening_on(address), answering(echo), greet_all), std::system_error);
}

TEST_F(ListenTest, ServerThatNeverRunsRemovesItsSocketToo) {
  const fs::path path = folder.path() / "idle";
  {
    net::Server idle(listening_on("unix:" + path.string()), answering(echo), greet_all);
    EXPECT_TRUE(fs::is_socket(path));
  }
  EXPECT_FALSE(fs::exists(path));
}

}  // namespace
}  // namespace assay::tests
