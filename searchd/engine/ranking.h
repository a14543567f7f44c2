// How matches are ordered. What is decided here was measured by bench/relevance and is told in
// docs/relevance.md; nothing here changes what is found.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>

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
                            const Xapian::MSet& best);

}  // namespace assay::engine
