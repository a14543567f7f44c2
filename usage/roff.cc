#include "usage/roff.h"

#include <fmt/format.h>

#include <algorithm>

namespace assay::usage {
namespace {

constexpr std::size_t kLineLength = 79;  // of the source; for whoever reads that

// The code point at `at`, which moves behind it; the text is our own and well-formed.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  char32_t code = more == 0 ? lead : lead & (0x3fU >> static_cast<unsigned>(more));
  for (int i = 0; i < more && at < text.size(); ++i)
    code = (code << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3fU);
  return code;
}

std::string escaped(char32_t code) {
  switch (code) {
    case '\\':
      return "\\e";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    case '"':
      return "\\(dq";
    default:
      break;
  }
  if (code < 0x80) return {static_cast<char>(code)};
  return fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(code));
}

// A hyphen of code must stay one; that of a word may become a typographic one.
bool is_code_hyphen(std::string_view text, std::size_t at) {
  const bool begins =
      at == 0 || std::string_view(" (,-.:;'\"/=").find(text[at - 1]) != std::string_view::npos;
  return begins && at + 1 < text.size() && text[at + 1] != ' ';
}

std::string roff_of(std::string_view text, bool is_code) {
  std::string out;
  // A line must not begin like a request.
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '-' && (is_code || is_code_hyphen(text, at))) {
      out += "\\-";
      ++at;
      continue;
    }
    out += escaped(next_code_point(text, at));
  }
  return out;
}

}  // namespace

std::string roff(std::string_view text) { return roff_of(text, false); }
std::string roff_code(std::string_view text) { return roff_of(text, true); }

std::string roff_lines(std::string_view text) {
  const std::string escaped = roff(text);
  std::string out, line;
  for (std::size_t begin = 0; begin < escaped.size();) {
    const std::size_t end = std::min(escaped.find(' ', begin), escaped.size());
    const std::string word = escaped.substr(begin, end - begin);
    begin = end + 1;
    if (!line.empty() && (line.size() + 1 + word.size() > kLineLength || line.ends_with('.'))) {
      out += line + "\n";
      line = word.starts_with('.') ? "\\&" : "";
    } else if (!line.empty()) {
      line += ' ';
    }
    line += word;
  }
  return out + line + "\n";
}

std::string roff_paragraphs(std::string_view text) {
  std::string out;
  bool in_code = false, wants_break = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    const bool is_code = line.starts_with("  ");
    if (in_code && !is_code) out += ".EE\n.RE\n";
    if (!is_code && (wants_break || in_code) && !line.empty()) out += ".PP\n";
    if (is_code && !in_code) out += ".PP\n.RS 4\n.EX\n";
    in_code = is_code;
    wants_break = line.empty() && !out.empty();
    if (!line.empty()) out += is_code ? roff_code(line.substr(2)) + "\n" : roff_lines(line);
  }
  if (in_code) out += ".EE\n.RE\n";
  return out;
}

}  // namespace assay::usage
