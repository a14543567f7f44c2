// What a web page holds, told apart by where it stands, before it is decided what of it is the article.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assay::read {

// How little reason there is to think that a text belongs to the article, by the elements it stands in.
enum class Doubt : std::uint8_t {
  kNone,
  kForm,         // some sites wrap the whole page in one
  kBoilerplate,  // the class or id of an element says cookies, sharing, sidebar, ...
  kStructure,    // nav, aside, the page's header and footer
  kDropped,      // never read: scripts, hidden elements, buttons, captions
};

// Where a text stands.
struct Place {
  std::uint32_t article = 0;  // 0: in no <article>; else the outermost one, counted from 1
  bool in_main = false;
  Doubt doubt = Doubt::kNone;
  bool h1 = false;

  bool operator==(const Place&) const = default;
};

// A block element's text, or part of it. White space is folded.
struct Line {
  std::uint32_t begin, end;  // in Page::text
  Place place;
};

struct Time {
  std::string datetime;
  Place place;
};

struct Page {
  std::string text;  // of all lines, end to end
  std::vector<Line> lines;
  std::string title, language, canonical, saved_from;
  std::map<std::string, std::string, std::less<>> metas;  // name or property in lower case -> first content
  std::vector<std::string> json_ld;
  std::vector<Time> times;

  std::string_view line(const Line& line) const {
    return std::string_view(text).substr(line.begin, line.end - line.begin);
  }
};

// Scans HTML in UTF-8. Never fetches anything. Throws ReadError for elements nested over 512 deep, or with
// tens of thousands of attributes.
Page scan_page(std::string_view html);

// All that is not dropped, in the page's order, a line per block.
std::string all_text(const Page& page);
std::string first_heading(const Page& page);

// What of a page is the article.
struct PageText {
  std::string text;          // a line per block, the heading first
  std::string heading;       // the first h1
  bool own_heading = false;  // whether the h1 stands in the <article> or <main>
  std::string time;          // the first <time datetime> with a day in the <article> or <main>
};
PageText article_text(const Page& page);

}  // namespace assay::read
