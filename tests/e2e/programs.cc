#include "tests/e2e/programs.h"

#include <stdexcept>

namespace assay::tests {

Finished indexer(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ASSAY_INDEXER);
  return run(arguments);
}

Service::Service(const std::vector<std::string>& paths) {
  const Finished built = index(paths);
  if (built.exit_code > 1) throw std::runtime_error("indexing failed: " + built.err);
  start();
}

Finished Service::index(std::vector<std::string> paths) const {
  paths.insert(paths.begin(), {"build", "--index", index_folder().string()});
  return indexer(std::move(paths));
}

void Service::start() {
  daemon_ = std::make_unique<Process>(
      std::vector<std::string>{ASSAY_SEARCHD, "--index", index_folder().string(), "--listen", server()});
  if (daemon_->read_line() != "ready " + server())
    throw std::runtime_error("searchd: " + daemon_->wait().err);
}

Finished Service::ask(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), ASSAY_CLIENT);
  return run(arguments, {{"ASSAY_SERVER", server()}, {"NO_COLOR", "1"}, {"COLUMNS", "100"}});
}

}  // namespace assay::tests
