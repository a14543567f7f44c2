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

// The line of a title, ended by a newline.
std::string title_line(const Screen& screen, const std::string& title);

struct Byline {
  std::string date;
  Rating rating;
  std::vector<std::string> councils;
  std::string publisher;
};

// The line of what there is of these, ended by a newline; empty when there is nothing.
std::string byline(const Screen& screen, const Byline& line);

}  // namespace assay::cli
