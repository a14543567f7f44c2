#include "client/cli/snippet.h"

#include <string_view>

#include "client/cli/wrap.h"

namespace assay::cli {
namespace {

constexpr std::string_view kCut = "…";

std::string escape(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

// The snippet with its cuts written out and its marks moved along.
Snippet with_cuts(Snippet snippet) {
  if (snippet.cut_before) {
    snippet.text.insert(0, kCut);
    for (auto& [begin, end] : snippet.marks) {
      begin += static_cast<std::uint32_t>(kCut.size());
      end += static_cast<std::uint32_t>(kCut.size());
    }
  }
  if (snippet.cut_after) snippet.text += kCut;
  return snippet;
}

}  // namespace

const Snippet& best_snippet(const Hit& hit) {
  static const Snippet kEmpty;
  return hit.snippets.empty() ? kEmpty : hit.snippets.front();
}

std::string snippet_html(const Snippet& snippet) {
  const Snippet shown = with_cuts(snippet);
  const std::string_view view = shown.text;
  std::string html;
  std::size_t at = 0;
  for (const auto& [begin, end] : shown.marks) {
    html += escape(view.substr(at, begin - at));
    html += "<mark>" + escape(view.substr(begin, end - begin)) + "</mark>";
    at = end;
  }
  return html + escape(view.substr(at));
}

std::string snippet_plain(const Snippet& snippet) { return with_cuts(snippet).text; }

std::string snippet_lines(const Snippet& snippet, const Screen& screen) {
  const Snippet shown = with_cuts(snippet);
  return wrap(screen, shown.text, shown.marks);
}

}  // namespace assay::cli
