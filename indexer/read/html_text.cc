// Which lines of a page are the article.
#include <algorithm>

#include "indexer/read/html_page.h"

namespace assay::read {
namespace {

// Below this a page has no text to speak of...
constexpr std::size_t kLittleText = 200;
// ...and this much in doubtful elements is the article after all, in a wrapper with an unlucky name.
constexpr std::size_t kMuchText = 1000;

enum class Scope { kArticles, kMain, kBody };

std::size_t size_of(const Line& line) { return line.end - line.begin; }

// Lines up to which doubt are read.
Doubt accepted_doubt(const Page& page) {
  const auto total = [&](Doubt doubt) {
    std::size_t sum = 0;
    for (const Line& line : page.lines)
      if (line.place.doubt <= doubt) sum += size_of(line);
    return sum;
  };
  if (total(Doubt::kNone) >= kLittleText) return Doubt::kNone;
  for (const Doubt doubt : {Doubt::kForm, Doubt::kBoilerplate, Doubt::kStructure})
    if (total(doubt) >= kMuchText) return doubt;
  return Doubt::kNone;
}

// Weighs the page's parts against each other: an <article> may be a teaser, a <main> an empty shell.
class Choice {
 public:
  explicit Choice(const Page& page) : doubt_(accepted_doubt(page)) {
    std::size_t main = 0, body = 0;
    for (const Line& line : page.lines) {
      if (line.place.doubt > doubt_) continue;
      if (line.place.article >= sizes_.size()) sizes_.resize(line.place.article + 1);
      sizes_[line.place.article] += size_of(line);
      body += size_of(line);
      if (line.place.in_main) main += size_of(line);
    }
    if (!sizes_.empty()) sizes_[0] = 0;
    std::size_t articles = 0;
    for (const std::size_t size : sizes_) longest_ = std::max(longest_, size);
    for (const std::size_t size : sizes_) articles += counts(size) ? size : 0;
    const bool use_main = main > 0 && main * 3 >= body;
    scope_ = use_main ? Scope::kMain : Scope::kBody;
    if (articles > 0 && articles * 3 >= (use_main ? main : body)) scope_ = Scope::kArticles;
  }

  // Whether a text that stands there is the article's.
  bool holds(const Place& place) const {
    if (!reads(place)) return false;
    if (scope_ == Scope::kMain) return place.in_main;
    return scope_ == Scope::kBody || (place.article < sizes_.size() && counts(sizes_[place.article]));
  }
  bool reads(const Place& place) const { return place.doubt <= doubt_; }
  bool marked() const { return scope_ != Scope::kBody; }

 private:
  // Beside a long article the short ones are teasers of others.
  bool counts(std::size_t size) const { return size > 0 && size * 4 >= longest_; }

  Doubt doubt_;
  Scope scope_;
  std::vector<std::size_t> sizes_;  // of the articles; of text outside of them: 0
  std::size_t longest_ = 0;
};

void add_line(std::string_view line, std::string& text) {
  if (!text.empty()) text += '\n';
  text += line;
}

bool begins_with_day(std::string_view datetime) {
  constexpr std::string_view kPattern = "0000-00-00";
  return datetime.size() >= kPattern.size() &&
         std::equal(kPattern.begin(), kPattern.end(), datetime.begin(),
                    [](char p, char c) { return p == '0' ? c >= '0' && c <= '9' : p == c; });
}

}  // namespace

std::string all_text(const Page& page) {
  std::string text;
  for (const Line& line : page.lines) add_line(page.line(line), text);
  return text;
}

std::string first_heading(const Page& page) {
  const auto found = std::ranges::find_if(page.lines, [](const Line& line) { return line.place.h1; });
  return found == page.lines.end() ? "" : std::string(page.line(*found));
}

PageText article_text(const Page& page) {
  const Choice choice(page);
  const auto heading_where = [&](auto&& fits) {
    return std::ranges::find_if(page.lines,
                                [&](const Line& line) { return line.place.h1 && fits(line.place); });
  };
  auto heading = heading_where([&](const Place& place) { return choice.holds(place); });
  PageText result;
  result.own_heading = choice.marked() && heading != page.lines.end();
  if (heading == page.lines.end())
    heading = heading_where([&](const Place& place) { return choice.reads(place); });
  if (heading != page.lines.end()) add_line(result.heading = page.line(*heading), result.text);
  for (auto line = page.lines.begin(); line != page.lines.end(); ++line)
    if (line != heading && choice.holds(line->place)) add_line(page.line(*line), result.text);
  if (!choice.marked()) return result;
  for (const Time& time : page.times)
    if (choice.holds(time.place) && begins_with_day(time.datetime))
      return result.time = time.datetime, result;
  return result;
}

}  // namespace assay::read
