#include "client/cli/grid.h"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

const Grid kGrid{.rows = {{"name", "n", "more"}, {"五", "12", ""}, {"b\n", "3", "x"}}, .align = "lr"};

TEST(Grid, CellsStandInTheirColumns) {
  EXPECT_EQ(grid_text(kGrid, {}), "name   n  more\n五    12\nb      3     x\n");
}

TEST(Grid, ColumnsThatDoNotFitAreLeftOutAndCounted) {
  const std::string note = "(1 more column; csv and json have all)\n";
  EXPECT_EQ(grid_text(kGrid, {false, 13}), "name   n\n五    12\nb      3\n" + note);
  EXPECT_EQ(grid_text(kGrid, {false, 2}), grid_text(kGrid, {false, 13}));
  EXPECT_EQ(grid_text(kGrid, {false, 14}), grid_text(kGrid, {}));
}

TEST(Grid, TheLastColumnMayRunOn) {
  Grid grid = kGrid;
  grid.runs_on = true;
  EXPECT_EQ(grid_text(grid, {false, 13}), grid_text(kGrid, {}));
}

TEST(Grid, TheHeadIsPainted) {
  EXPECT_EQ(grid_text({.rows = {{"a"}, {"b"}}}, {true, 20}), "\x1b[1ma\x1b[0m\nb\n");
}

}  // namespace
}  // namespace assay::cli
