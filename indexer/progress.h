// A progress bar on standard error, drawn only where a person watches: on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace assay::indexer {

class Progress {
 public:
  // `wanted` false draws nothing, nor does a standard error that is no terminal.
  Progress(std::size_t total, bool wanted);
  ~Progress();  // clears the bar's line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(const std::string& what);

 private:
  std::size_t total_, done_ = 0;
  bool drawn_;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace assay::indexer
