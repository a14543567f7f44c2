// How an answer is to be shown: the screen, and what the flags of formats chose.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/cli/screen.h"

namespace assay::cli {

struct View : Screen {
  std::uint64_t offset = 0;           // of the first hit shown
  std::uint64_t shown = 0;            // hits that follow the head
  std::vector<std::string> fields{};  // of --fields, in its order; empty: those of the format
};

}  // namespace assay::cli
