#include "searchd/engine/ranking.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/stop_words.h"
#include "searchd/engine/vocabulary.h"
#include "searchd/snapshot/snapshot.h"

namespace assay::engine {
namespace {

using query::PlanNode;
using schema::Field;

// Beside 1 for a word of the query in any form and place.
constexpr double kStopWordScale = 0.3;
constexpr double kWrittenFormScale = 0.1;
constexpr double kTitleScale = 0.1;
constexpr double kFeedbackScale = 0.2;  // of the best word of the best articles
constexpr std::size_t kFeedbackWords = 80;
constexpr double kFreshnessScale = 1;

std::vector<std::string> in_title(const std::vector<std::string>& text_terms) {
  std::vector<std::string> terms;
  for (const std::string& term : text_terms) terms.push_back(schema::word_term(Field::kTitle, term));
  return terms;
}

// Stem -> how often the articles have it.
std::map<std::string, double> occurrences(const Xapian::Database& database, const std::vector<Found>& best) {
  const schema::Stemmer stemmer;
  std::map<std::string, double> sums;
  for (std::size_t i = 0; i < std::min<std::size_t>(kFeedbackArticles, best.size()); ++i)
    for (auto term = database.termlist_begin(best[i].document);
         term != database.termlist_end(best[i].document); ++term)
      if (schema::is_word_term(*term) && !is_stop_word(*term)) sums[stemmer.stem(*term)] += term.get_wdf();
  return sums;
}

struct Candidate {
  std::vector<std::string> terms;  // the class
  double weight = 0;
};

// Bo1: how far the class is from being spread over articles by chance.
double divergence(const Xapian::Database& database, const std::vector<std::string>& terms,
                  double occurrences) {
  double everywhere = 0;
  for (const std::string& term : terms) everywhere += static_cast<double>(database.get_collection_freq(term));
  const double mean = everywhere / database.get_doccount();
  return occurrences * std::log2((1 + mean) / mean) + std::log2(1 + mean);
}

std::vector<Candidate> candidates(const Xapian::Database& database, const std::vector<Found>& best) {
  const IndexVocabulary vocabulary(database);
  std::vector<Candidate> found;
  for (const auto& [stem, count] : occurrences(database, best)) {
    Candidate candidate{vocabulary.words_with_stem(stem), 0};
    if (candidate.terms.empty()) continue;
    candidate.weight = divergence(database, candidate.terms, count);
    found.push_back(std::move(candidate));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  if (found.size() > kFeedbackWords) found.resize(kFeedbackWords);
  return found;
}

}  // namespace

std::unique_ptr<Xapian::Weight> weight() {
  return std::make_unique<Xapian::IneB2Weight>(snapshot::kLengthNormalisation);
}

WordWeights word_weights(const PlanNode& word) {
  if (word.written.empty()) return {{word.terms, 1}, {}};  // asked for as it stands
  if (is_stop_word(word.written)) return {{word.terms, kStopWordScale}, {}};
  return {{word.terms, 1},
          {{{schema::word_term(Field::kText, word.written)}, kWrittenFormScale},
           {in_title(word.terms), kTitleScale}}};
}

std::vector<Share> feedback(const Xapian::Database& database, const std::vector<Found>& best) {
  std::vector<Share> words;
  std::vector<Candidate> found = candidates(database, best);
  const double most = found.empty() ? 0 : found.front().weight;
  for (Candidate& candidate : found)
    words.push_back({std::move(candidate.terms), kFeedbackScale * candidate.weight / most});
  return words;
}

Freshness freshness(double best_weight, std::uint32_t half_life, std::chrono::sys_days today) {
  return {kFreshnessScale * (best_weight > 0 ? best_weight : 1), half_life, today};
}

}  // namespace assay::engine
