// An index of its own, a daemon on it, and the client asking it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/temp_folder.h"

namespace assay::tests {

Finished indexer(std::vector<std::string> arguments);

// Builds an index of `paths` in its own folder and serves it on a Unix socket. Throws when either fails.
class Service {
 public:
  // `flags` are the daemon's, besides index and address.
  explicit Service(const std::vector<std::string>& paths, std::vector<std::string> flags = {});

  Finished ask(std::vector<std::string> arguments) const;  // the client's exit code and output
  Finished index(std::vector<std::string> paths) const;    // adds to the running index
  void start();                                            // again, after the daemon was stopped
  Process& daemon() { return *daemon_; }

  const std::filesystem::path& folder() const { return folder_.path(); }
  std::filesystem::path index_folder() const { return folder_.path() / "index"; }
  std::string server() const { return "unix:" + (folder_.path() / "searchd.sock").string(); }

 private:
  TempFolder folder_;
  const std::vector<std::string> flags_;
  std::unique_ptr<Process> daemon_;
};

inline const std::string kCorpus = ASSAY_SOURCE_DIR "/corpus";

}  // namespace assay::tests
