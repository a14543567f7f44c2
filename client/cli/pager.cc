#include "client/cli/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace assay::cli {
namespace {

constexpr const char* kStandardPager = "less -FRX";

bool is_in_path(std::string_view program) {
  const char* variable = std::getenv("PATH");
  std::string_view path = variable == nullptr ? "" : variable;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    if (::access((std::string(path.substr(0, end)) + '/' + std::string(program)).c_str(), X_OK) == 0)
      return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

// Signals that we ignore are none that the pager ignores.
pid_t spawn(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  sigaddset(&signals, SIGINT);
  ::posix_spawnattr_setsigdefault(&attributes, &signals);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::string shell = "sh", option = "-c", text = command;
  const std::array<char*, 4> arguments = {shell.data(), option.data(), text.data(), nullptr};
  pid_t pid = -1;
  if (::posix_spawn(&pid, "/bin/sh", &actions, &attributes, arguments.data(), environ) != 0) pid = -1;
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return pid;
}

}  // namespace

std::string pager_command(const std::string* setting) {
  std::string command;
  if (const char* own = std::getenv("ASSAY_PAGER"); own != nullptr) {
    command = own;
  } else if (setting != nullptr) {
    command = *setting;
  } else if (const char* any = std::getenv("PAGER"); any != nullptr) {
    command = any;
  } else {
    command = is_in_path("less") ? kStandardPager : "";
  }
  return command == "cat" ? "" : command;
}

Pager::Pager(const std::string& command) {
  if (command.empty()) return;
  std::array<int, 2> ends;
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  if (pid_ = spawn(command, ends[0]); pid_ > 0) {
    terminal_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::dup2(ends[1], STDOUT_FILENO);
    interrupted_ = std::signal(SIGINT, SIG_IGN);
  }
  ::close(ends[0]);
  ::close(ends[1]);
}

Pager::~Pager() {
  if (pid_ <= 0) return;
  ::dup2(terminal_, STDOUT_FILENO);
  ::close(terminal_);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
  std::signal(SIGINT, interrupted_);
}

}  // namespace assay::cli
