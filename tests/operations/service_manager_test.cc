#include "searchd/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "tests/config/environment.h"
#include "tests/temp_folder.h"

namespace assay::searchd {
namespace {

// Stands for systemd: the socket that services tell their state.
class Notified {
 public:
  Notified() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  }
  ~Notified() { ::close(socket_); }
  Notified(const Notified&) = delete;
  Notified& operator=(const Notified&) = delete;

  std::string receive() const {
    std::array<char, 1024> piece;
    const ssize_t size = ::recv(socket_, piece.data(), piece.size(), MSG_DONTWAIT);
    return size < 0 ? "" : std::string(piece.data(), static_cast<std::size_t>(size));
  }

 private:
  tests::TempFolder folder_;
  const std::string path_ = (folder_.path() / "notify").string();
  const tests::Variable variable_{"NOTIFY_SOCKET", path_};
  const int socket_;
};

TEST(ServiceManager, IsToldTheState) {
  const Notified systemd;
  notify_ready("serving");
  EXPECT_EQ(systemd.receive(), "READY=1\nSTATUS=serving");
  notify_reloading();
  EXPECT_EQ(systemd.receive(), "RELOADING=1");
  notify_stopping("draining\nREADY=1");
  EXPECT_EQ(systemd.receive(), "STOPPING=1\nSTATUS=draining READY=1");
}

TEST(ServiceManager, IsNotMissed) {
  notify_ready("nobody listens");
  EXPECT_TRUE(inherited_sockets().empty());
}

void take_over_two_and_exit() {
  ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
  ::setenv("LISTEN_FDS", "2", 1);
  ::dup2(0, 3);
  ::dup2(0, 4);
  const std::vector<int> sockets = inherited_sockets();
  std::_Exit(sockets == std::vector<int>{3, 4} && std::getenv("LISTEN_FDS") == nullptr ? 0 : 1);
}

TEST(ServiceManager, HandsOverSockets) {
  EXPECT_EXIT(take_over_two_and_exit(), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace assay::searchd
