#include "indexer/extract/boilerplate.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace assay::extract {
namespace {

constexpr std::size_t kShortWords = 12;
constexpr std::size_t kStartWords = 25;  // a longer line is prose, whatever it begins with
constexpr std::size_t kRestWords = 6;    // of a line that ends the article with one of its phrases
constexpr std::size_t kRunWords = 3;     // a line of up to so many words may belong to a navigation run
constexpr std::size_t kRunLines = 6;     // so many of them in a row are one
constexpr std::size_t kMenuItems = 3;    // so many short items between dots are a menu
constexpr std::size_t kItemWords = 4;    // of such an item

constexpr std::array<std::string_view, 2> kItemMarks = {"\u00b7", "\u2022"};

bool is_symbols(const Document& document, const Line& line) {
  const std::string_view text = document.slice(line);
  return line.tokens.empty() && text.find_first_not_of(" \t|") != std::string_view::npos;
}

bool is_hashtags(const Document& document, const Line& line) {
  if (line.tokens.empty()) return false;
  for (std::size_t i = line.tokens.first; i < line.tokens.last; ++i)
    if (document.before(document.tokens[i]) != '#') return false;
  return true;
}

bool is_code(std::string_view text) {
  return text.find("{") != std::string_view::npos && text.find("}") != std::string_view::npos;
}

// "https://site/path", "www.site/path" and nothing else.
bool is_address(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t") + 1;
  if (begin == std::string_view::npos) return false;
  text = text.substr(begin, end - begin);
  return (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) &&
         text.find_first_of(" \t") == std::string_view::npos;
}

// "News · Sport · What's on": no table, whose cells stand between bars, no facts, which have colons or
// numbers, and no path to the page, whose arrows may lead to a council.
bool is_menu(const Document& document, const Line& line) {
  const std::string_view text = document.slice(line);
  const auto stands_in = [](std::string_view part, std::string_view mark) {
    return part.find(mark) != std::string_view::npos;
  };
  if (std::none_of(kItemMarks.begin(), kItemMarks.end(),
                   [&](std::string_view mark) { return stands_in(text, mark); }) ||
      text.find_first_of(".:;,?!%0123456789") != std::string_view::npos)
    return false;
  std::size_t items = 1, words = 0;
  for (std::size_t i = line.tokens.first; i < line.tokens.last; ++i) {
    if (++words > kItemWords) return false;
    if (i + 1 == line.tokens.last) break;
    const std::string_view gap = document.slice(document.tokens[i].end, document.tokens[i + 1].begin);
    const bool parted = std::any_of(kItemMarks.begin(), kItemMarks.end(),
                                    [&](std::string_view mark) { return stands_in(gap, mark); });
    if (!parted) continue;
    ++items;
    words = 0;
  }
  return items >= kMenuItems;
}

// Many very short lines in a row without a sentence's end are a menu or an alphabet, not prose.
void mark_runs(Document& document) {
  const auto is_item = [&](const Line& line) {
    const std::string_view text = document.slice(line);
    return line.tokens.size() <= kRunWords && text.find_first_of(".:0123456789%|") == std::string_view::npos;
  };
  std::vector<Line*> run;
  const auto close = [&] {
    if (run.size() >= kRunLines)
      for (Line* line : run) line->boilerplate = "one of a run of short lines";
    run.clear();
  };
  for (Line& line : document.lines) {
    if (document.slice(line).find_first_not_of(" \t") == std::string_view::npos) continue;
    if (is_item(line))
      run.push_back(&line);
    else
      close();
  }
  close();
}

}  // namespace

Boilerplate::Boilerplate(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon)
    : matcher_(lexicon, Compare::kWords) {
  static const std::map<std::string, Rule> rules = {
      {"line", kLine}, {"start", kStart}, {"has", kHas}, {"short", kShort}, {"rest", kRest}};
  for (const taxonomy::Cue& cue : taxonomy.cues("boilerplate")) {
    const auto rule = rules.find(cue.kind);
    if (rule == rules.end())
      throw taxonomy::TaxonomyError("rules/boilerplate.tsv: there is no rule '" + cue.kind + "'");
    matcher_.add(cue.phrase, rule->second);
  }
}

std::string Boilerplate::judge(const Document& document, const Line& line, bool& ends_article) const {
  std::string reason;
  for (const PhraseMatch& match : matcher_.find(document, line.tokens)) {
    const bool at_start = match.tokens.first == line.tokens.first;
    const bool whole = at_start && match.tokens.last == line.tokens.last;
    const Token& last = document.tokens[match.tokens.last - 1];
    const bool applies = match.payload == kHas || (match.payload == kLine && whole) ||
                         (match.payload == kStart && at_start && line.tokens.size() <= kStartWords) ||
                         (match.payload == kShort && line.tokens.size() <= kShortWords) ||
                         (match.payload == kRest && at_start &&
                          (whole || document.after(last) == ':' ||
                           (line.tokens.size() <= kRestWords && document.text[line.end - 1] != '.')));
    if (!applies) continue;
    ends_article |= match.payload == kRest;
    if (reason.empty())
      reason = "'" + std::string(document.slice(document.tokens[match.tokens.first].begin, last.end)) + "'";
  }
  return reason;
}

void Boilerplate::mark(Document& document) const {
  mark_runs(document);
  bool over = false;
  for (Line& line : document.lines) {
    if (over) {
      if (line.boilerplate.empty()) line.boilerplate = kBehindArticle;
      continue;
    }
    if (!line.boilerplate.empty()) continue;
    bool ends_article = false;
    if (is_symbols(document, line))
      line.boilerplate = "no words";
    else if (is_address(document.slice(line)))
      line.boilerplate = kAddress;
    else if (is_hashtags(document, line))
      line.boilerplate = "hashtags";
    else if (is_menu(document, line))
      line.boilerplate = "a menu";
    else if (is_code(document.slice(line)))
      line.boilerplate = "code";
    else
      line.boilerplate = judge(document, line, ends_article);
    over = ends_article && line.begin > document.text.size() / 3;
  }
}

}  // namespace assay::extract
