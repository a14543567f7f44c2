#include "client/cli/style.h"

#include <fmt/ranges.h>

#include "client/cli/wrap.h"

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

std::string title_line(const Screen& screen, const std::string& title, const std::string& url) {
  const std::string lines = wrap({false, screen.width}, title.empty() ? "(no title)" : title);
  std::string result;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    result += link(screen, url, paint(screen, kTitleStyle, lines.substr(begin, end - begin))) + '\n';
    begin = end + 1;
  }
  return result;
}

std::string flowing(const Screen& screen, const std::vector<Piece>& pieces, std::size_t indent) {
  constexpr std::string_view kBetween = " · ";
  const std::size_t between = display_width(kBetween);
  std::string text;
  std::size_t column = indent;
  for (const Piece& piece : pieces) {
    const std::size_t width = display_width(piece.text);
    const bool is_first = &piece == &pieces.front();
    if (!is_first && column + between + width > screen.width) {
      text += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!is_first) {
      text += kBetween;
      column += between;
    }
    text += paint(screen, piece.style, piece.text);
    column += width;
  }
  return text.empty() ? "" : text + '\n';
}

std::string byline(const Screen& screen, const Byline& line) {
  std::vector<Piece> pieces = {{printable(line.date)}, {printable(line.rating.label), style_of(line.rating)}};
  if (line.rating.id.empty()) pieces.pop_back();
  pieces.push_back({printable(fmt::format("{}", fmt::join(line.councils, ", ")))});
  if (display_width(pieces.back().text) > screen.width) {
    pieces.pop_back();
    for (const std::string& council : line.councils) pieces.push_back({printable(council)});
  }
  pieces.push_back({printable(line.publisher)});
  std::erase_if(pieces, [](const Piece& piece) { return piece.text.empty(); });
  return flowing(screen, pieces, 0);
}

}  // namespace assay::cli
