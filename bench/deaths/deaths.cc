#include "bench/deaths/deaths.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "indexer/schema/analyzer.h"

namespace assay::bench {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t kPrefixes = 8;
constexpr std::array<std::string_view, 8> kStopWords = {"the", "of", "and", "to", "in", "a", "for", "is"};

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += piece;
  return text;
}

// "a b c" of the stop words, one behind the other.
std::string stop_words(std::size_t count, std::string_view between) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text.append(i == 0 ? "" : between).append(kStopWords[i % kStopWords.size()]);
  return text;
}

// The beginnings of words with a '*', the most frequent first.
Texts frequent_prefixes(const engine::Engine& engine) {
  engine::SearchRequest first;
  first.limit = 200;
  std::map<std::string, std::size_t> counts;
  for (const engine::Hit& hit : engine.search(first, Stop::never()).hits)
    for (const std::string& word : schema::folded_words(engine.get(hit.id, Stop::never()).stored.text))
      if (word.size() > 3 && static_cast<unsigned char>(word[2]) < 0x80) ++counts[word.substr(0, 3) + '*'];
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const auto& [prefix, count] : counts) ranked.emplace_back(count, prefix);
  std::sort(ranked.rbegin(), ranked.rend());
  Texts prefixes;
  for (const auto& [count, prefix] : ranked)
    if (prefixes.size() < kPrefixes) prefixes.push_back(prefix);
  return prefixes;
}

void add_prefixes(const Texts& prefixes, Texts& queries) {
  for (const char* joined : {" ", " OR ", " NEAR/100 ", " ADJ/100 "}) {
    std::string query;
    for (const std::string& prefix : prefixes) {
      query += (query.empty() ? "" : joined) + prefix;
      queries.push_back(query);
      queries.push_back("-(" + query + ')');
    }
  }
  std::string letters;
  for (char letter = 'a'; letter <= 'z'; ++letter) letters += std::string(1, letter) + "* ";
  queries.push_back("a* b* c* d* e*");
  queries.push_back(letters);
}

void add_nested(Texts& queries) {
  for (const std::size_t depth : {8, 31, 32, 33, 300, 100'000})
    for (const char* opened : {"(bank OR ", "NOT (", "-(", "(", "(the NEAR/100 of ", "(a OR -"}) {
      queries.push_back(repeated(opened, depth) + "bank");
      queries.push_back(repeated(opened, depth) + "bank" + repeated(")", depth));
    }
}

void add_long(Texts& queries) {
  queries.push_back(repeated("the ", 1'000));
  for (const char* between : {" ", " OR ", "|", " AND ", " -", " NEAR/100 ", " ADJ/100 ", " NEAR ", " OR -"})
    for (const std::size_t count : {8, 20, 63, 64, 65}) queries.push_back(stop_words(count, between));
  for (const std::size_t count : {2, 8, 20, 21})
    for (const char* behind : {"\"", "\"~100", "\"~101", "\" NEAR/100 \"of the\""})
      queries.push_back('"' + stop_words(count, " ") + behind);
  for (const char* word : {"the", "=the", "\"of the\"", "title:the"})
    queries.push_back(word + repeated(std::string(" NEAR/100 ") + word, 20));
  for (const char* piece : {"\"",
                            "(",
                            ")",
                            "-",
                            "|",
                            "*",
                            ":",
                            "~",
                            "\xFF",
                            "\xE2\x80",
                            "NOT ",
                            "AND ",
                            "NEAR ",
                            "rating:",
                            "date:",
                            "a:",
                            "\xF0\x9F\x98\x80",
                            "\xCC\x81",
                            "=",
                            ",",
                            "rating:x,"})
    for (const std::size_t count : {1, 1'000, 1'000'000}) queries.push_back(repeated(piece, count));
  queries.insert(queries.end(),
                 {"", " ", repeated(" ", 4'000), repeated("\n\t", 1'000'000), std::string(10, '\0')});
}

}  // namespace

Texts deaths(const engine::Engine& engine) {
  Texts queries;
  add_prefixes(frequent_prefixes(engine), queries);
  add_nested(queries);
  add_long(queries);
  return queries;
}

std::string random_death(std::mt19937& random) {
  constexpr std::array<std::string_view, 28> kPieces = {
      " ",        "(",     ")",          "\"",      "-",      "|",      " OR ",
      " AND ",    " NOT ", " NEAR/100 ", " ADJ/9 ", "\"~100", "the ",   "of ",
      "and ",     "care ", "council",    "pay*",    "con*",   "title:", "rating:",
      "council:", ",",     "=",          "\xFF",    "since:", "2025",   "date:2024..2025 "};
  const auto below = [&](std::size_t count) { return random() % count; };
  std::string text;
  for (std::size_t parts = 1 + below(12); parts > 0; --parts) {
    std::string part;
    for (std::size_t count = 1 + below(5); count > 0; --count) part += kPieces[below(kPieces.size())];
    const std::size_t times = below(3) == 0 ? 1 + below(below(10) == 0 ? 500 : 12) : 1;
    text += repeated(part, times);
    if (below(6) == 0) text = repeated("(", times) + text + repeated(")", times);
  }
  return text;
}

}  // namespace assay::bench
