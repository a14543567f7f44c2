// The program `assay`.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include "client/cli/command_line.h"

namespace {

// A standard stream that the caller closed is taken by a file that refuses all use; otherwise the next socket
// would become it, and the output would go to the daemon.
void occupy_standard_streams() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd)
    if (::fcntl(fd, F_GETFD) < 0) ::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_streams();
  // A closed pipe shows as EPIPE where we write.
  std::signal(SIGPIPE, SIG_IGN);
  return static_cast<int>(assay::cli::run({argv + 1, argv + argc}));
}
