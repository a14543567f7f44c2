#include "client/cli/screen.h"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace assay::cli {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kMinWidth = 20;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t width_of_output() {
  const std::string_view columns = environment("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? kDefaultWidth : std::max(width, kMinWidth);
}

bool wants_color(std::string_view color) {
  if (color == "always") return true;
  if (color == "never" || !environment("NO_COLOR").empty() || environment("TERM") == "dumb") return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

// Terminals say who they are in different ways; those without OSC 8 may show it as rubbish.
bool knows_links() {
  if (::isatty(STDOUT_FILENO) != 1) return false;
  for (const char* name : {"KONSOLE_VERSION", "WT_SESSION", "DOMTERM", "KITTY_WINDOW_ID"})
    if (!environment(name).empty()) return true;
  int vte = 0;
  const std::string_view version = environment("VTE_VERSION");
  std::from_chars(version.data(), version.data() + version.size(), vte);
  if (vte >= 5'000) return true;
  const std::string_view term = environment("TERM"), program = environment("TERM_PROGRAM");
  return std::ranges::any_of(
             std::array{"xterm-kitty", "foot", "alacritty", "xterm-ghostty", "wezterm", "contour"},
             [&](std::string_view known) { return term == known; }) ||
         std::ranges::any_of(std::array{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"},
                             [&](std::string_view known) { return program == known; });
}

std::size_t display_width(UChar32 character) {
  const std::uint32_t mask = U_MASK(u_charType(character));
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Calls `each(begin, end, character)` with the bytes of every character; U+FFFD for bytes that are none.
template <typename Each>
void for_each_character(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(text.data(), at, text.size(), character);
    each(begin, at, character);
  }
}

}  // namespace

Screen screen_of_output(std::string_view color, std::string_view links) {
  const bool coloured = wants_color(color);
  return {coloured, width_of_output(), links == "always" || (links != "never" && coloured && knows_links())};
}

std::string link(const Screen& screen, std::string_view url, std::string_view text) {
  if (!screen.links || !(url.starts_with("http://") || url.starts_with("https://"))) return std::string(text);
  const bool is_plain = std::ranges::all_of(url, [](char c) { return c > ' ' && c < '\x7f'; });
  if (!is_plain) return std::string(text);
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", url, text);
}

std::string paint(const Screen& screen, const fmt::text_style& style, std::string_view text) {
  return screen.color && !text.empty() ? fmt::format(style, "{}", text) : std::string(text);
}

std::string printable(std::string_view text) {
  std::string result;
  for_each_character(text, [&](std::size_t begin, std::size_t end, UChar32 character) {
    if (character == 0xfffd) {
      result += "\uFFFD";
    } else if (u_charType(character) == U_CONTROL_CHAR) {
      result += ' ';
    } else {
      result += text.substr(begin, end - begin);
    }
  });
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_character(text,
                     [&](std::size_t, std::size_t, UChar32 character) { width += display_width(character); });
  return width;
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(text) + std::string(width > taken ? width - taken : 0, ' ');
}

}  // namespace assay::cli
