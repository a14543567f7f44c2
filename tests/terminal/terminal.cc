#include "tests/terminal/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <regex>
#include <stdexcept>
#include <utility>

namespace assay::tests {
namespace {

constexpr int kPatience = 60'000;  // ms, for a machine that is busy; nothing waits that long otherwise

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& each : strings) result.push_back(each.data());
  result.push_back(nullptr);
  return result;
}

[[noreturn]] void become(std::vector<std::string> arguments, std::vector<std::string> variables,
                         const char* name) {
  ::setsid();
  const int terminal = ::open(name, O_RDWR);
  ::ioctl(terminal, TIOCSCTTY, 0);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(terminal, fd);
  ::execve(arguments[0].c_str(), pointers(arguments).data(), pointers(variables).data());
  ::_exit(127);
}

}  // namespace

Terminal::Terminal(const std::vector<std::string>& arguments, const Environment& environment,
                   unsigned short columns)
    : terminal_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
  if (terminal_ < 0 || ::grantpt(terminal_) != 0 || ::unlockpt(terminal_) != 0)
    throw std::runtime_error("no terminal to be had");
  resize(columns);
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const std::string name = ::ptsname(terminal_);
  pid_ = ::fork();
  if (pid_ == 0) become(arguments, variables, name.c_str());
}

Terminal::~Terminal() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(terminal_);
}

void Terminal::type(const std::string& keys) const {
  if (::write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size()))
    throw std::runtime_error("the terminal takes no keys");
}

void Terminal::resize(unsigned short columns) const {
  const winsize size{24, columns, 0, 0};
  ::ioctl(terminal_, TIOCSWINSZ, &size);
}

bool Terminal::read_more() {
  pollfd waited{terminal_, POLLIN, 0};
  if (::poll(&waited, 1, kPatience) == 0)
    throw std::runtime_error("nothing more was shown behind: " + shown_);
  std::array<char, 4096> bytes;
  const ssize_t got = ::read(terminal_, bytes.data(), bytes.size());
  if (got > 0) shown_.append(bytes.data(), static_cast<std::size_t>(got));
  return got > 0;
}

std::string Terminal::read_until(const std::string& text) {
  for (std::size_t at; (at = shown_.find(text)) == std::string::npos;)
    if (!read_more()) throw std::runtime_error("\"" + text + "\" was not shown, but: " + shown_);
  const std::size_t end = shown_.find(text) + text.size();
  return std::exchange(shown_, shown_.substr(end)).substr(0, end);
}

std::string Terminal::read_all() {
  while (read_more()) continue;
  return std::exchange(shown_, {});
}

int Terminal::wait() {
  while (read_more()) continue;
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string plain(const std::string& shown) {
  static const std::regex kControls("\x1b\\][^\x1b\x07]*(\x1b\\\\|\x07)|\x1b\\[[0-9;?]*[A-Za-z]|\r");
  return std::regex_replace(shown, kControls, "");
}

}  // namespace assay::tests
