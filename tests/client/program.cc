#include "tests/client/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using Environment = std::map<std::string, std::string>;

Environment environment_with(const Environment& added) {
  Environment all;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string entry = *at;
    all[entry.substr(0, entry.find('='))] = entry.substr(entry.find('=') + 1);
  }
  for (const char* name : {"ASSAY_SERVER", "COLUMNS", "NO_COLOR", "XDG_RUNTIME_DIR"}) all.erase(name);
  for (const auto& [name, value] : added) all[name] = value;
  return all;
}

// Pointers to the strings, ended by a null, as exec wants them.
std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& each : strings) result.push_back(each.data());
  result.push_back(nullptr);
  return result;
}

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const Environment& environment, int output) {
  const TempFolder folder;
  const std::string out = (folder.path() / "out").string(), err = (folder.path() / "err").string();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  const int write_new = O_WRONLY | O_CREAT | O_TRUNC;
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), write_new, 0600);
  if (output == kToFile)
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), write_new, 0600);
  if (output == kClosed) ::posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
  if (output >= 0) ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);

  std::vector<std::string> argv = {ASSAY_PROGRAM};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<std::string> envp;
  for (const auto& [name, value] : environment_with(environment)) envp.push_back(name + "=" + value);
  pid_t child = 0;
  const int problem =
      ::posix_spawn(&child, ASSAY_PROGRAM, &actions, nullptr, pointers(argv).data(), pointers(envp).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (problem != 0) throw std::runtime_error("cannot start " ASSAY_PROGRAM);
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(out), content(err)};
}

}  // namespace assay::tests
