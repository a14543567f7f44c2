#include "tests/oracle/questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "indexer/schema/terms.h"
#include "searchd/query/parse.h"

namespace assay::tests {
namespace {

constexpr int kPrefixes = 4;  // half of what a query may have

bool is_ascii(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

engine::SearchRequest Questions::request() {
  engine::SearchRequest request;
  request.query = query(2);
  request.facets = {"*"};
  for (std::size_t filters = below(8); filters > 5; --filters) request.filters.push_back(filter());
  if (below(8) == 0) request.since = date(any_article());
  if (below(8) == 0) request.until = date(any_article());
  return request;
}

std::string Questions::query(int depth) {
  for (;;) {
    prefixes_left_ = kPrefixes;
    std::string text = alternatives(any_article(), depth);
    if (is_within_limits(text)) return text;
  }
}

bool Questions::is_within_limits(const std::string& query) const {
  try {
    query::parse(query, facets_);
    return true;
  } catch (const query::QueryError&) {
    return false;
  }
}

query::RequestFilter Questions::filter() {
  for (;;) {
    const Article& article = any_article();
    if (article.facets.empty()) continue;
    auto facet = article.facets.begin();
    std::advance(facet, below(article.facets.size()));
    return {facet->first, {facet->second.begin(), facet->second.end()}};
  }
}

std::string Questions::alternatives(const Article& about, int depth) {
  std::string text = conjunction(about, depth);
  for (std::size_t more = below(4); more > 2; --more)
    text += (below(2) == 0 ? " OR " : "|") + conjunction(any_article(), depth);
  return text;
}

std::string Questions::conjunction(const Article& about, int depth) {
  std::string text = below(10) == 0 ? negated(about, depth) : part(about, depth);
  for (std::size_t more = below(3); more > 0; --more)
    text += (below(4) == 0 ? " AND " : " ") + (below(3) == 0 ? negated(about, depth) : part(about, depth));
  return text;
}

std::string Questions::part(const Article& about, int depth) {
  if (depth > 0 && below(4) == 0) return '(' + alternatives(about, depth - 1) + ')';
  constexpr std::array kSigns = {"+", "NOT -", "", "", "", ""};
  return kSigns[below(kSigns.size())] + leaf(about);
}

// Mostly what others have, so that the article itself is left in.
std::string Questions::negated(const Article& about, int depth) {
  const Article& other = below(4) == 0 ? about : any_article();
  if (depth > 0 && below(3) == 0) return "-(" + alternatives(other, depth - 1) + ')';
  return (below(2) == 0 ? "-" : "NOT ") + leaf(other);
}

std::string Questions::leaf(const Article& about) {
  const std::size_t kind = below(10);
  if (kind == 0 && !about.facets.empty()) return facet_clause(about);
  if (kind == 1 && !about.date.empty()) return date_clause(about);
  if (kind == 2 && !about.title.empty()) return words_leaf(about.title, "title:");
  if (about.text.empty()) return words_leaf({"care"}, "");
  return words_leaf(about.text, below(20) == 0 ? "text:" : "");
}

std::string Questions::words_leaf(const Words& words, const std::string& field) {
  switch (below(8)) {
    case 0:
    case 1:
      return field + quoted(words, below(words.size()), 2 + below(3));
    case 2:
      return field + loose_phrase(words);
    case 3:
    case 4:
      return chain(words, field);
    default:
      return field + word(words[below(words.size())]);
  }
}

std::string Questions::word(const std::string& word) {
  switch (below(6)) {
    case 0:
      return '=' + word;
    case 1:
      if (word.size() < 4 || !is_ascii(word) || prefixes_left_ == 0) return word;
      --prefixes_left_;
      return word.substr(0, 3 + below(word.size() - 3)) + '*';
    default:
      return word;
  }
}

std::string Questions::quoted(const Words& words, std::size_t at, std::size_t count) {
  std::string text;
  for (; count > 0 && at < words.size(); --count, ++at) text += (text.empty() ? "" : " ") + words[at];
  return '"' + text + '"';
}

std::string Questions::loose_phrase(const Words& words) {
  std::string text;
  std::size_t at = below(words.size()), between = 0;
  for (std::size_t left = 2 + below(2); left > 0 && at < words.size(); --left) {
    text += (text.empty() ? "" : " ") + words[at];
    const std::size_t skipped = below(4);
    at += 1 + skipped;
    between += left > 1 ? skipped : 0;
  }
  return fmt::format("\"{}\"~{}", text, below(10) == 0 ? 100 : between - std::min(between, below(2)));
}

std::string Questions::chain(const Words& words, const std::string& field) {
  struct Operand {
    std::size_t at;
    std::string text;
  };
  const std::size_t reach = 1 + below(10), centre = below(words.size());
  std::vector<Operand> operands;
  for (std::size_t count = 2 + below(5) / 3; count > 0; --count) {
    const std::size_t at = std::min(words.size() - 1, centre + below(reach + 1));
    operands.push_back({at, below(3) == 0 ? quoted(words, at, 1 + below(3)) : word(words[at])});
  }
  if (below(2) == 0)
    std::stable_sort(operands.begin(), operands.end(),
                     [](const Operand& a, const Operand& b) { return a.at < b.at; });
  std::string text = field + operands.front().text;
  const char* const joined = below(3) == 0 ? "ADJ" : "NEAR";
  const std::size_t distance = below(20) == 0 ? 100 : 1 + below(reach + 1);
  for (std::size_t i = 1; i < operands.size(); ++i)
    text += fmt::format(" {}/{} {}{}", joined, distance, field, operands[i].text);
  return text;
}

std::string Questions::facet_clause(const Article& about) {
  auto facet = about.facets.begin();
  std::advance(facet, below(about.facets.size()));
  std::string text = facet->first + ':';
  for (const std::string& value : facet->second) text += (text.back() == ':' ? "\"" : ",\"") + value + '"';
  return text;
}

// The day, the month or the year of an article, or a day when it has none.
std::string Questions::date(const Article& about) {
  constexpr std::array kLengths = {4, 7, 10};
  const std::string day = about.date.empty() ? "2025-05-30" : schema::iso_date(about.date);
  return day.substr(0, kLengths[below(kLengths.size())]);
}

std::string Questions::date_clause(const Article& about) {
  const std::string first = date(about), last = date(any_article());
  switch (below(5)) {
    case 0:
      return "date:" + first;
    case 1:
      return "since:" + first;
    case 2:
      return "until:" + first;
    case 3:
      return "date:" + first + "..";
    default:
      return "date:" + std::min(first, last) + ".." + std::max(first, last);
  }
}

}  // namespace assay::tests
