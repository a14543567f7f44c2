// What a query may cost, each limit defined here once. Past a limit the query is refused before anything
// is matched.
#pragma once

#include <cstddef>

#include "indexer/schema/fields.h"

namespace assay::query {

inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxTerms = 64;    // words, prefixes, facet values and dates, all told
inline constexpr std::size_t kMaxDepth = 32;    // of parentheses
inline constexpr std::size_t kMaxPrefixes = 8;  // words with a trailing *
inline constexpr std::size_t kMinPrefixLetters = 3;
inline constexpr std::size_t kMaxExpansions = 500;  // words that one prefix stands for
inline constexpr std::size_t kMaxPhraseWords = 20;
inline constexpr unsigned kMaxWindow = 100;   // the n of NEAR/n, ADJ/n and "..."~n
inline constexpr unsigned kDefaultNear = 10;  // the n of NEAR and ADJ alone
inline constexpr std::size_t kMaxNotes = 32;  // told of one query; more are left out

// No window reaches from the title into the text.
static_assert(schema::kFieldGap > kMaxTerms + kMaxWindow);

}  // namespace assay::query
