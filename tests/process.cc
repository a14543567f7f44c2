#include "tests/process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& each : strings) result.push_back(each.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(const Environment& added) {
  Environment all;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string entry = *at;
    all[entry.substr(0, entry.find('='))] = entry.substr(entry.find('=') + 1);
  }
  for (const auto& [name, value] : added) {
    if (value == kUnset)
      all.erase(name);
    else
      all[name] = value;
  }
  std::vector<std::string> entries;
  for (const auto& [name, value] : all) entries.push_back(name + "=" + value);
  return entries;
}

std::string temporary_file() {
  std::string path = (std::filesystem::temp_directory_path() / "assay-stderr-XXXXXX").string();
  const int fd = ::mkstemp(path.data());
  if (fd < 0) throw std::runtime_error("mkstemp failed");
  ::close(fd);
  return path;
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const Environment& environment, int output)
    : err_path_(temporary_file()) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  if (output == kClosed)
    ::posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
  else
    ::posix_spawn_file_actions_adddup2(&actions, output == kCollected ? ends[1] : output, STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_path_.c_str(), O_WRONLY | O_APPEND, 0600);
  std::vector<std::string> argv = arguments, envp = environment_with(environment);
  const int error =
      ::posix_spawn(&pid_, argv[0].c_str(), &actions, nullptr, pointers(argv).data(), pointers(envp).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  out_ = ends[0];
  if (error != 0) throw std::runtime_error("cannot start " + argv[0]);
}

Process::~Process() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(out_);
  ::unlink(err_path_.c_str());
}

std::string Process::read_line() {
  for (;;) {
    if (const std::size_t end = buffered_.find('\n'); end != std::string::npos) {
      std::string line = buffered_.substr(0, end);
      buffered_.erase(0, end + 1);
      return line;
    }
    char bytes[4096];
    const ssize_t count = ::read(out_, bytes, sizeof bytes);
    if (count <= 0) return std::exchange(buffered_, {});
    buffered_.append(bytes, static_cast<std::size_t>(count));
  }
}

void Process::send_signal(int signal) const { ::kill(pid_, signal); }

Finished Process::wait() {
  Finished finished;
  char bytes[4096];
  for (ssize_t count; (count = ::read(out_, bytes, sizeof bytes)) > 0;)
    buffered_.append(bytes, static_cast<std::size_t>(count));
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  finished.out = std::exchange(buffered_, {});
  std::ifstream err(err_path_, std::ios::binary);
  finished.err.assign(std::istreambuf_iterator<char>(err), {});
  return finished;
}

Finished run(const std::vector<std::string>& arguments, const Environment& environment) {
  return Process(arguments, environment).wait();
}

}  // namespace assay::tests
