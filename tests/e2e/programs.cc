#include "tests/e2e/programs.h"

#include <stdexcept>
#include <utility>

namespace assay::tests {

Finished indexer(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ASSAY_INDEXER);
  return run(arguments);
}

Service::Service(const std::vector<std::string>& paths, std::vector<std::string> flags)
    : flags_(std::move(flags)) {
  const Finished built = index(paths);
  if (built.exit_code > 1) throw std::runtime_error("indexing failed: " + built.err);
  start();
}

Finished Service::index(std::vector<std::string> paths) const {
  paths.insert(paths.begin(), {"build", "--index", index_folder().string()});
  return indexer(std::move(paths));
}

void Service::start() {
  std::vector<std::string> command{ASSAY_SEARCHD, "--index", index_folder().string(), "--listen", server()};
  command.insert(command.end(), flags_.begin(), flags_.end());
  daemon_ = std::make_unique<Process>(command);
  if (daemon_->read_line() != "ready " + server())
    throw std::runtime_error("searchd: " + daemon_->wait().err);
}

Finished Service::ask(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), ASSAY_CLIENT);
  return run(arguments, {{"ASSAY_SERVER", server()}, {"NO_COLOR", "1"}, {"COLUMNS", "100"}});
}

}  // namespace assay::tests
