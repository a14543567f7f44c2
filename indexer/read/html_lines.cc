#include "indexer/read/html_lines.h"

#include <algorithm>
#include <string>

namespace assay::read {
namespace {

// A longer table row is taken for layout, and its cells keep their lines.
constexpr std::size_t kMaxRowBytes = 400;

}  // namespace

void LineBuilder::add(std::string_view text, const Place& place) {
  if (place.doubt == Doubt::kDropped) return;
  if (!line_is_empty()) {
    if (place.doubt > place_.doubt) return;
    if (place.doubt < place_.doubt) end_line();
  }
  if (line_is_empty()) place_ = place;
  folder_.append(text, page_.text);
}

void LineBuilder::end_line() {
  if (!line_is_empty())
    page_.lines.push_back(
        {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(page_.text.size()), place_});
  begin_ = page_.text.size();
  folder_.begin();
}

void LineBuilder::begin_row() {
  end_line();
  rows_.push_back({page_.lines.size(), {}});
}

void LineBuilder::begin_cell() {
  end_line();
  if (!rows_.empty()) rows_.back().cells.push_back(page_.lines.size());
}

void LineBuilder::end_row() {
  end_line();
  if (rows_.empty()) return;
  const Row row = std::move(rows_.back());
  rows_.pop_back();
  std::vector<Line>& lines = page_.lines;
  if (lines.size() < row.first + 2) return;
  Line& first = lines[row.first];
  const bool alike = std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(row.first), lines.end(),
                                 [&](const Line& line) { return line.place == first.place; });
  if (!alike || page_.text.size() - first.begin > kMaxRowBytes) return;
  std::string joined(page_.line(first));
  for (std::size_t i = row.first + 1; i < lines.size(); ++i) {
    joined += std::ranges::binary_search(row.cells, i) ? " | " : " ";
    joined += page_.line(lines[i]);
  }
  page_.text.replace(first.begin, std::string::npos, joined);
  first.end = static_cast<std::uint32_t>(page_.text.size());
  lines.resize(row.first + 1);
  begin_ = page_.text.size();
}

}  // namespace assay::read
