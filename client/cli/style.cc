#include "client/cli/style.h"

#include <fmt/ranges.h>

namespace assay::cli {
namespace {

fmt::text_style style_of(const Rating& rating) {
  using fmt::terminal_color;
  if (rating.id == "outstanding") return fmt::emphasis::bold | fg(terminal_color::green);
  if (rating.id == "good") return fg(terminal_color::green);
  if (rating.id == "requires-improvement") return fg(terminal_color::yellow);
  if (rating.id == "inadequate") return fg(terminal_color::red);
  return {};
}

}  // namespace

std::string percentage(std::uint32_t score) { return score == 0 ? "" : fmt::format("{}%", score); }

std::string title_line(const Screen& screen, const std::string& title) {
  return paint(screen, kTitleStyle, title.empty() ? "(no title)" : printable(title)) + '\n';
}

std::string byline(const Screen& screen, const Byline& line) {
  std::vector<std::string> parts = {
      printable(line.date),
      line.rating.id.empty() ? "" : paint(screen, style_of(line.rating), printable(line.rating.label)),
      printable(fmt::format("{}", fmt::join(line.councils, ", "))), printable(line.publisher)};
  std::erase(parts, "");
  return parts.empty() ? "" : fmt::format("{}\n", fmt::join(parts, " · "));
}

}  // namespace assay::cli
