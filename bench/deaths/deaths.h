// Queries meant to kill: too long, too deep, too many, or as dear as the limits allow.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "searchd/engine/engine.h"

namespace assay::bench {

// The worst that one can think of; those with prefixes take the most frequent ones of the index's first
// articles.
std::vector<std::string> deaths(const engine::Engine& engine);

// Operators, words and stray bytes, concatenated, repeated and nested, up to beyond what a query may have.
std::string random_death(std::mt19937& random);

}  // namespace assay::bench
