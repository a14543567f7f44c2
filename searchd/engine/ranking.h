// How matches are ordered. What is decided here was measured by bench/relevance and is told in
// docs/relevance.md; nothing here changes what is found.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "searchd/engine/match.h"
#include "searchd/query/plan.h"

namespace assay::engine {

// How many of the best articles feedback learns from.
inline constexpr std::uint32_t kFeedbackArticles = 3;

// What a term weighs in an article.
std::unique_ptr<Xapian::Weight> weight();

// Finds what `word` (kTerm, not empty) finds. Its forms weigh as one term; the form that the query has and
// forms in the title weigh a little more, stop words less.
Xapian::Query ranked(const query::PlanNode& word);

// Finds what `query` finds and lifts articles that are like the first kFeedbackArticles of `best`.
Xapian::Query with_feedback(const Xapian::Database& database, const Xapian::Query& query,
                            const std::vector<Found>& best);

// Finds what `query` finds and lifts articles by their date: one of today by kFreshnessScale of
// `best_weight`, one `half_life` days older by half of that, and so on; one without a date not at all.
Xapian::Query with_freshness(const Xapian::Query& query, double best_weight, std::uint32_t half_life,
                             std::chrono::sys_days today);

}  // namespace assay::engine
