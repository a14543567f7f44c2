// How things look on a terminal.
#pragma once

#include <fmt/color.h>

#include <string>
#include <vector>

#include "client/cli/hit_facets.h"
#include "client/cli/screen.h"

namespace assay::cli {

inline constexpr fmt::text_style kTitleStyle = fmt::emphasis::bold;
inline constexpr fmt::text_style kDimStyle = fmt::emphasis::faint;
inline constexpr fmt::text_style kMatchStyle = fmt::emphasis::bold | fg(fmt::terminal_color::yellow);
inline constexpr fmt::text_style kBarStyle = fg(fmt::terminal_color::cyan);

// "62%"; empty for 0.
std::string percentage(std::uint32_t score);

// The lines of a title, a hyperlink if there is a url, each ended by a newline.
std::string title_line(const Screen& screen, const std::string& title, const std::string& url = {});

// A piece of a line.
struct Piece {
  std::string text;
  fmt::text_style style{};
};

// The pieces with " · " between, as many on a line as fit; lines behind the first, which begins in the column
// `indent`, are indented by it. Ended by a newline; empty without pieces.
std::string flowing(const Screen& screen, const std::vector<Piece>& pieces, std::size_t indent);

struct Byline {
  std::string date;
  Rating rating;
  std::vector<std::string> councils;
  std::string publisher;
};

// What there is of these, each line ended by a newline; empty when there is nothing.
std::string byline(const Screen& screen, const Byline& line);

}  // namespace assay::cli
