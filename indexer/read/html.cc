// Web pages: their article's text, and what they state of title, date, publisher, address and language.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "indexer/read/encoding.h"
#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/html_page.h"
#include "indexer/read/json_ld.h"
#include "indexer/read/metadata.h"

namespace assay::read {
namespace {

// The encoding that a page declares in a <meta>, by the rule of browsers near its beginning.
std::string_view declared_charset(std::string_view html) {
  constexpr std::string_view kKey = "charset=", kQuotes = " \t\r\n\"'";
  const std::string_view head = html.substr(0, 4096);
  const std::size_t at = head.find(kKey);
  if (at == std::string_view::npos) return "";
  const std::size_t begin = head.find_first_not_of(kQuotes, at + kKey.size());
  if (begin == std::string_view::npos) return "";
  return head.substr(begin, head.find_first_of(" \t\r\n\"';>/", begin) - begin);
}

std::string_view first_of(std::initializer_list<std::string_view> candidates) {
  for (const std::string_view candidate : candidates)
    if (!is_blank(candidate)) return candidate;
  return "";
}

std::string_view meta(const Page& page, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto found = page.metas.find(name); found != page.metas.end()) return found->second;
  return "";
}

// An address that says where it is by itself; empty for one that is relative to another.
std::string_view absolute(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") ? url : "";
}

// What separates a headline from the name of its site.
constexpr std::array<std::string_view, 6> kBars = {" | ",  " - ",       " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                                   " :: ", " \xC2\xBB "};

// "The Gazette" of "Headline | The Gazette", where the heading shows what the headline is.
std::string_view site_of(std::string_view title, std::string_view heading) {
  constexpr std::size_t kMaxBytes = 60;
  std::size_t begin = 0, end = 0;  // of the last bar
  for (const std::string_view bar : kBars)
    if (const std::size_t at = title.rfind(bar); at != std::string_view::npos && at + bar.size() > end) {
      begin = at;
      end = at + bar.size();
    }
  const std::string_view headline = title.substr(0, begin), site = title.substr(end);
  const bool is_headline =
      !heading.empty() && !headline.empty() &&
      (headline.find(heading) != std::string_view::npos || heading.find(headline) != std::string_view::npos);
  return is_headline && site.size() <= kMaxBytes ? site : "";
}

// "Headline | The Gazette" without its publisher.
std::string without_site(const std::string& title, std::string_view publisher) {
  if (publisher.empty() || !title.ends_with(publisher)) return title;
  const std::string_view rest = std::string_view(title).substr(0, title.size() - publisher.size());
  for (const std::string_view bar : kBars)
    if (rest.size() > bar.size() && rest.ends_with(bar))
      return std::string(rest.substr(0, rest.size() - bar.size()));
  return title;
}

}  // namespace

void read_html(std::string bytes, Article& article) { read_html(std::move(bytes), "", article); }

void read_html(std::string bytes, std::string_view charset, Article& article) {
  // A page that names no encoding is read as browsers read it here.
  const std::string encoding(first_of({charset, declared_charset(bytes), "windows-1252"}));
  std::string html = to_utf8(std::move(bytes), encoding);
  // The parser leaves them out, and words would run together.
  std::ranges::replace(html, '\f', ' ');
  const Page page = scan_page(html);
  const LinkedData linked = read_json_ld(page.json_ld);
  PageText found = article_text(page);

  const std::string page_title = folded(page.title), heading = folded(found.heading);
  const std::string_view site = site_of(page_title, heading);
  set_field(article, "publisher",
            first_of({meta(page, {"og:site_name"}), linked.publisher,
                      meta(page, {"publisher", "dcterms.publisher", "dc.publisher"}), site}));
  const std::string_view own_heading = found.own_heading ? std::string_view(found.heading) : "";
  const std::string_view title =
      first_of({own_heading, meta(page, {"og:title"}), linked.headline, found.heading, page.title});
  set_field(article, "title", without_site(folded(title), article.publisher));
  set_field(article, "date",
            first_of({meta(page, {"article:published_time", "og:article:published_time"}), linked.date,
                      meta(page, {"datepublished", "date", "dcterms.issued", "dcterms.date", "dc.date.issued",
                                  "dc.date", "pubdate", "publish-date", "parsely-pub-date"}),
                      found.time}));
  set_field(
      article, "url",
      first_of({absolute(page.canonical), absolute(meta(page, {"og:url"})), absolute(page.saved_from)}));
  set_field(article, "language", page.language);
  article.text = std::move(found.text);
}

}  // namespace assay::read
