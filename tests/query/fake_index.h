// An index without articles: its words and its facets, enough to plan queries against.
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "searchd/query/plan.h"

namespace assay::tests {

class FakeVocabulary : public query::Vocabulary {
 public:
  explicit FakeVocabulary(std::string_view text);
  std::vector<std::string> conflation_class(const std::string& word) const override;
  std::vector<std::string> words_with_prefix(const std::string& prefix, std::size_t limit) const override;

 private:
  std::set<std::string> words_;
  schema::Stemmer stemmer_;
};

// Some words about care, several of one stem.
const FakeVocabulary& vocabulary();

// rating, council and theme; source, to which articles add values.
const schema::Schema& sample_schema();

std::set<std::string> facet_names();

inline constexpr std::chrono::sys_days kToday = std::chrono::year(2026) / 5 / 31;

// Plans a query that has text alone.
query::Plan plan_text(std::string_view text, const query::SynonymTable* synonyms = nullptr);

}  // namespace assay::tests
