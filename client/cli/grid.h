// Tables for people.
#pragma once

#include <string>

#include "client/cli/delimited.h"
#include "client/cli/screen.h"

namespace assay::cli {

struct Grid {
  Table rows{};  // the first is the head; all have as many cells
  // 'l' or 'r' for each column: where its cells stand; the last one goes for all columns behind it.
  std::string align = "l";
  // The last column may pass the edge of the screen. Otherwise columns that do not fit are left out, which a
  // line below says; the first two always stand.
  bool runs_on = false;
};

std::string grid_text(const Grid& grid, const Screen& screen);

}  // namespace assay::cli
