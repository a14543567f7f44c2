// Articles made at random, the same each time.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/read/article.h"

namespace assay::tests {

inline constexpr std::size_t kGenerated = 5'000;

// Of 20 to 60 words: a few common ones in many forms, many rare ones, stop words, and words with apostrophes,
// hyphens, digits and accents. Facets are stated; of source each article has a value of its own, its id, so
// that the counts of source tell which articles match.
std::vector<read::Article> generate(std::size_t count);

}  // namespace assay::tests
