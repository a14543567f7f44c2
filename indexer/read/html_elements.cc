#include "indexer/read/html_elements.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay::read {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBlocks = {
    "address"sv, "article"sv, "aside"sv, "blockquote"sv, "body"sv,    "caption"sv, "center"sv,   "dd"sv,
    "details"sv, "dialog"sv,  "dir"sv,   "div"sv,        "dl"sv,      "dt"sv,      "fieldset"sv, "figure"sv,
    "footer"sv,  "form"sv,    "h1"sv,    "h2"sv,         "h3"sv,      "h4"sv,      "h5"sv,       "h6"sv,
    "header"sv,  "hgroup"sv,  "hr"sv,    "html"sv,       "legend"sv,  "li"sv,      "main"sv,     "menu"sv,
    "nav"sv,     "ol"sv,      "p"sv,     "pre"sv,        "section"sv, "summary"sv, "table"sv,    "tbody"sv,
    "td"sv,      "tfoot"sv,   "th"sv,    "thead"sv,      "tr"sv,      "ul"sv,
};
constexpr std::array kNeverRead = {
    "audio"sv,      "button"sv,   "canvas"sv,   "datalist"sv, "dialog"sv, "embed"sv,
    "figcaption"sv, "frameset"sv, "iframe"sv,   "input"sv,    "math"sv,   "noembed"sv,
    "noframes"sv,   "noscript"sv, "object"sv,   "option"sv,   "script"sv, "select"sv,
    "style"sv,      "svg"sv,      "template"sv, "textarea"sv, "title"sv,  "video"sv,
};
constexpr std::array kRolesApart = {
    "alertdialog"sv, "banner"sv,  "complementary"sv, "contentinfo"sv, "dialog"sv,
    "menu"sv,        "menubar"sv, "navigation"sv,    "search"sv,
};
static_assert(std::ranges::is_sorted(kBlocks) && std::ranges::is_sorted(kNeverRead));
static_assert(std::ranges::is_sorted(kRolesApart));

// Words, each between blanks, that count wherever in a name they stand.
constexpr std::array kBoilerplate = {
    " ad "sv,           " ads "sv,
    " addtoany "sv,     " advert "sv,
    " adverts "sv,      " advertisement "sv,
    " breadcrumb "sv,   " breadcrumbs "sv,
    " comment list "sv, " comments "sv,
    " consent "sv,      " cookie "sv,
    " cookiebanner "sv, " cookies "sv,
    " crumb "sv,        " crumbs "sv,
    " disqus "sv,       " gdpr "sv,
    " menu "sv,         " modal "sv,
    " most popular "sv, " most read "sv,
    " mpu "sv,          " nav "sv,
    " navbar "sv,       " navigation "sv,
    " newsletter "sv,   " newsletters "sv,
    " pagination "sv,   " popup "sv,
    " promo "sv,        " promos "sv,
    " read next "sv,    " recommended "sv,
    " related "sv,      " screen reader "sv,
    " share "sv,        " sharedaddy "sv,
    " sidebar "sv,      " sidebars "sv,
    " site footer "sv,  " site header "sv,
    " skip link "sv,    " skip links "sv,
    " skip to "sv,      " skiplink "sv,
    " social links "sv, " social media "sv,
    " social share "sv, " social sharing "sv,
    " sponsored "sv,    " sr only "sv,
    " trending "sv,     " visually hidden "sv,
};
// Those that count alone: "adult-social-care" and "information-sharing" are what articles are about.
constexpr std::array kBoilerplateAlone = {" footer "sv, " sharing "sv, " social "sv, " widget "sv,
                                          " widget area "sv};
constexpr std::array kProse = {" and "sv, " for "sv, " from "sv, " has "sv,  " in "sv,     " no "sv,
                               " of "sv,  " our "sv, " the "sv,  " with "sv, " without "sv};

// What comes behind is no name that anybody gave.
constexpr std::size_t kMaxNameBytes = 4096;

template <std::size_t n>
bool listed(const std::array<std::string_view, n>& list, std::string_view name) {
  return std::ranges::binary_search(list, name);
}

template <std::size_t n>
bool holds_one_of(const std::array<std::string_view, n>& list, std::string_view words) {
  return std::ranges::any_of(list, [&](std::string_view word) { return words.find(word) != words.npos; });
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "c-article__shareBar" -> " c article share bar "
std::string words_of(std::string_view name) {
  std::string words = " ";
  char before = ' ';
  for (const char c : name) {
    const bool letter = is_lower(c) || is_upper(c) || is_digit(c);
    if ((!letter || (is_upper(c) && is_lower(before))) && !words.ends_with(' ')) words += ' ';
    if (letter) words += is_upper(c) ? static_cast<char>(c | 0x20) : c;
    before = c;
  }
  if (!words.ends_with(' ')) words += ' ';
  return words;
}

bool is_boilerplate_name(std::string_view name) {
  const std::string words = words_of(name);
  if (std::ranges::find(kBoilerplateAlone, words) != kBoilerplateAlone.end()) return true;
  return holds_one_of(kBoilerplate, words) && !holds_one_of(kProse, words);
}

}  // namespace

bool is_block(std::string_view element) { return listed(kBlocks, element); }
bool is_never_read(std::string_view element) { return listed(kNeverRead, element); }
bool is_role_apart(std::string_view role) { return listed(kRolesApart, role); }

bool names_boilerplate(std::string_view classes) {
  classes = classes.substr(0, kMaxNameBytes);
  constexpr std::string_view kBlanks = " \t\r\n\f";
  for (std::size_t at = 0; (at = classes.find_first_not_of(kBlanks, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(classes.find_first_of(kBlanks, at), classes.size());
    if (is_boilerplate_name(classes.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

}  // namespace assay::read
