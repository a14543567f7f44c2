#include "client/cli/grid.h"

#include <algorithm>

#include "client/cli/style.h"

namespace assay::cli {
namespace {

constexpr std::size_t kGap = 2;         // columns of the screen between two of the table
constexpr std::size_t kLeastShown = 2;  // columns of the table

std::vector<std::size_t> widths_of(const Grid& grid) {
  std::vector<std::size_t> widths(grid.rows.front().size());
  for (const Cells& row : grid.rows)
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::max(widths[i], display_width(printable(row[i])));
  return widths;
}

std::size_t fitting(const std::vector<std::size_t>& widths, std::size_t room) {
  std::size_t taken = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    taken += widths[i] + (i > 0 ? kGap : 0);
    if (taken > room && i >= kLeastShown) return i;
  }
  return widths.size();
}

// Without spaces at its end.
std::string line(const Grid& grid, const Cells& row, const std::vector<std::size_t>& widths) {
  std::string text;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string cell = printable(row[i]);
    const std::string space(widths[i] - display_width(cell), ' ');
    const bool right = grid.align[std::min(i, grid.align.size() - 1)] == 'r';
    if (i > 0) text.append(kGap, ' ');
    text += right ? space + cell : cell + space;
  }
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

std::string grid_text(const Grid& grid, const Screen& screen) {
  std::vector<std::size_t> widths = widths_of(grid);
  const std::size_t left_out = grid.runs_on ? 0 : widths.size() - fitting(widths, screen.width);
  widths.resize(widths.size() - left_out);
  std::string text;
  for (const Cells& row : grid.rows)
    text +=
        paint(screen, &row == &grid.rows.front() ? kTitleStyle : fmt::text_style(), line(grid, row, widths)) +
        '\n';
  if (left_out > 0)
    text +=
        paint(screen, kDimStyle,
              fmt::format("({} more column{}; csv and json have all)", left_out, left_out == 1 ? "" : "s")) +
        '\n';
  return text;
}

}  // namespace assay::cli
