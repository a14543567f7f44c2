// How matches are ordered by relevance. What is decided here was measured by bench/relevance and is told in
// docs/relevance.md; nothing here changes what is found.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "searchd/engine/lifts.h"
#include "searchd/engine/matching.h"
#include "searchd/query/plan.h"

namespace assay::engine {

// How many of the best articles feedback learns from.
inline constexpr std::uint32_t kFeedbackArticles = 3;

// What a term weighs in an article: IneB2.
std::unique_ptr<Xapian::Weight> weight();

// What a word of the query weighs: its forms as one term, stop words less; a little more for the form that
// the query has and for forms in the title, which documents without the first share do not get.
struct WordWeights {
  Share all_forms;
  std::vector<Share> more;
};
WordWeights word_weights(const query::PlanNode& word);  // kTerm, not empty

// The words of the first kFeedbackArticles of `best` that tell most of them.
std::vector<Share> feedback(const Xapian::Database& database, const std::vector<Found>& best);

// How matches of which the best weighs `best_weight` are lifted by their date.
Freshness freshness(double best_weight, std::uint32_t half_life, std::chrono::sys_days today);

}  // namespace assay::engine
