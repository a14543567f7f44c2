#include "searchd/query/budget.h"

#include <fmt/format.h>

#include <algorithm>

#include "searchd/query/error.h"
#include "searchd/query/limits.h"

namespace assay::query {
namespace {

[[noreturn]] void refuse(const Node& leaf, const std::string& message) {
  throw QueryError(message, leaf.span);
}

std::size_t letters(const std::string& utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void Budget::spend(const Node& leaf) {
  if (leaf.kind == Kind::kPhrase) {
    if (leaf.words.size() > kMaxPhraseWords)
      refuse(leaf, fmt::format("a phrase may have at most {} words", kMaxPhraseWords));
    if (leaf.window > leaf.words.size() + kMaxWindow)
      refuse(leaf, fmt::format("the number behind '~' may be at most {}", kMaxWindow));
  }
  if (leaf.kind == Kind::kPrefix) {
    if (letters(leaf.words.front()) < kMinPrefixLetters)
      refuse(leaf, fmt::format("a '*' needs at least {} letters before it", kMinPrefixLetters));
    if (++prefixes_ > kMaxPrefixes)
      refuse(leaf, fmt::format("a query may have at most {} words with a '*'", kMaxPrefixes));
  }
  terms_ += leaf.words.size() + leaf.values.size() + (leaf.kind == Kind::kDate ? 1 : 0);
  if (terms_ > kMaxTerms)
    refuse(leaf, fmt::format("a query may have at most {} words and values", kMaxTerms));
}

}  // namespace assay::query
