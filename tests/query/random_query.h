// Random trees and random text for property tests; the same for the same generator state.
#pragma once

#include <random>
#include <string>

#include "searchd/query/ast.h"

namespace assay::tests {

using Random = std::mt19937;

// A tree as the parser makes them, within every limit.
query::NodePtr random_tree(Random& random);

// Text put together from operators, words, odd characters and stray bytes.
std::string random_text(Random& random);

// The same but for the spans.
bool equal(const query::Node& a, const query::Node& b);

}  // namespace assay::tests
