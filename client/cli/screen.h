// What the terminal can show: colours, hyperlinks, how wide it is, how wide a text is on it.
#pragma once

#include <fmt/color.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace assay::cli {

struct Screen {
  bool color = false;
  std::size_t width = 80;  // columns
  bool links = false;      // hyperlinks
};

// Standard output's. `color` and `links` are always, never or auto. Colours are then for a terminal, unless
// NO_COLOR is set; hyperlinks for one that is coloured and known to have them.
Screen screen_of_output(std::string_view color, std::string_view links);

// The text as a hyperlink to `url`, where there are such and the url is one of the web.
std::string link(const Screen& screen, std::string_view url, std::string_view text);

std::string paint(const Screen& screen, const fmt::text_style& style, std::string_view text);

// The text with its control characters, which could steer the terminal, replaced by spaces.
std::string printable(std::string_view text);

// Columns that the UTF-8 text takes.
std::size_t display_width(std::string_view text);

// The text followed by spaces up to `width` columns; a wider text as it is.
std::string pad(std::string_view text, std::size_t width);

}  // namespace assay::cli
