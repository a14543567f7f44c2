#include "searchd/access.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/temp_folder.h"

namespace assay::searchd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;
using tests::TempFolder;

const std::string kReader = "reader-0123456789";
const std::string kAdmin = "admin-0123456789";

class AccessTest : public testing::Test {
 protected:
  std::string write(const std::string& text) {
    const auto path = folder_.write("tokens", text);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    return path.string();
  }
  void give_tokens() { access_.load(write("read " + kReader + "\nadmin " + kAdmin + "\n")); }

  static net::Peer unix_peer(unsigned uid) { return {true, uid, false}; }
  static net::Peer tcp_peer() { return {}; }
  static net::Peer tls_peer() { return {false, std::nullopt, true}; }

  const unsigned stranger_ = ::geteuid() + 1;
  TempFolder folder_;
  Access access_;
};

TEST_F(AccessTest, ReadsTokensAndComments) {
  access_.load(write("# who reads\n\n  read\t" + kReader + "  # the desk\nadmin " + kAdmin));
  EXPECT_EQ(access_.scope_of(kReader), v1::SCOPE_READ);
  EXPECT_EQ(access_.scope_of(kAdmin), v1::SCOPE_ADMIN);
  for (const std::string& other :
       {std::string(), kReader + "x", kReader.substr(1), std::string("# who reads")})
    EXPECT_EQ(access_.scope_of(other), v1::SCOPE_NONE) << other;
}

TEST_F(AccessTest, TheLargerScopeOfATokenCounts) {
  access_.load(write("read " + kAdmin + "\nadmin " + kAdmin + "\nread " + kAdmin + "\n"));
  EXPECT_EQ(access_.scope_of(kAdmin), v1::SCOPE_ADMIN);
}

TEST_F(AccessTest, ABadFileIsRefusedWithoutTellingItsTokensAndChangesNothing) {
  give_tokens();
  for (const std::string& text :
       {std::string("read short\n"), "write " + kReader + "\n", std::string("read\n"), kReader + "\n",
        "read " + kReader + " " + kAdmin + "\n"}) {
    std::filesystem::remove(folder_.path() / "tokens");
    const std::string file = write("# a comment\n" + text);
    EXPECT_THAT([&] { access_.load(file); },
                ThrowsMessage<std::invalid_argument>(
                    AllOf(HasSubstr(file + ":2: "), Not(HasSubstr(kReader)), Not(HasSubstr("short")))));
  }
  EXPECT_EQ(access_.scope_of(kReader), v1::SCOPE_READ);
}

TEST_F(AccessTest, AReloadTakesTokensBack) {
  give_tokens();
  std::filesystem::remove(folder_.path() / "tokens");
  access_.load(write("read " + kAdmin + "\n"));
  EXPECT_EQ(access_.scope_of(kReader), v1::SCOPE_NONE);
  EXPECT_EQ(access_.scope_of(kAdmin), v1::SCOPE_READ);
  access_.load("");
  EXPECT_EQ(access_.scope_of(kAdmin), v1::SCOPE_NONE);
}

TEST_F(AccessTest, UnixPeersAreKnownByTheirUser) {
  EXPECT_EQ(access_.scope_of(unix_peer(::geteuid()), ""), v1::SCOPE_ADMIN);
  EXPECT_EQ(access_.scope_of(unix_peer(0), ""), v1::SCOPE_ADMIN);
  EXPECT_EQ(access_.scope_of(unix_peer(stranger_), ""), v1::SCOPE_READ);
  EXPECT_EQ(access_.scope_of(net::Peer{true, std::nullopt, false}, ""), v1::SCOPE_READ);
  give_tokens();
  EXPECT_EQ(access_.scope_of(unix_peer(stranger_), kAdmin), v1::SCOPE_ADMIN);
  EXPECT_EQ(access_.scope_of(unix_peer(stranger_), "wrong"), v1::SCOPE_READ);
  EXPECT_EQ(access_.scope_of(unix_peer(::geteuid()), kReader), v1::SCOPE_ADMIN);
}

TEST_F(AccessTest, TcpPeersNeedATokenOnceThereAreSome) {
  EXPECT_EQ(access_.scope_of(tcp_peer(), ""), v1::SCOPE_READ);
  give_tokens();
  EXPECT_EQ(access_.scope_of(tcp_peer(), ""), v1::SCOPE_NONE);
  EXPECT_EQ(access_.scope_of(tcp_peer(), kReader), v1::SCOPE_READ);
  EXPECT_EQ(access_.scope_of(tcp_peer(), kAdmin), v1::SCOPE_ADMIN);
}

TEST_F(AccessTest, TlsPeersAlwaysNeedOne) {
  EXPECT_EQ(access_.scope_of(tls_peer(), ""), v1::SCOPE_NONE);
  give_tokens();
  EXPECT_EQ(access_.scope_of(tls_peer(), "wrong"), v1::SCOPE_NONE);
  EXPECT_EQ(access_.scope_of(tls_peer(), kReader), v1::SCOPE_READ);
}

TEST_F(AccessTest, IsReplacedWhileItIsAsked) {
  const std::string file = write("read " + kReader + "\n");
  access_.load(file);
  std::vector<std::thread> askers;
  for (int i = 0; i < 2; ++i)
    askers.emplace_back([this] {
      for (int n = 0; n < 1000; ++n) EXPECT_EQ(access_.scope_of(kReader), v1::SCOPE_READ);
    });
  for (int n = 0; n < 100; ++n) access_.load(file);
  for (std::thread& asker : askers) asker.join();
}

}  // namespace
}  // namespace assay::searchd
