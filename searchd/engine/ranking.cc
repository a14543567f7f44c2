#include "searchd/engine/ranking.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/stop_words.h"
#include "searchd/engine/vocabulary.h"

namespace assay::engine {
namespace {

using query::PlanNode;
using schema::Field;
using Xapian::Query;

// Beside 1 for a word of the query in any form and place.
constexpr double kStopWordScale = 0.3;
constexpr double kWrittenFormScale = 0.1;
constexpr double kTitleScale = 0.1;
constexpr double kFeedbackScale = 0.2;  // of the best word of the best articles
constexpr std::size_t kFeedbackWords = 80;
constexpr double kFreshnessScale = 1;

Query scaled(const Query& query, double factor) { return Query(Query::OP_SCALE_WEIGHT, query, factor); }

Query class_of(const std::vector<std::string>& terms) {
  return terms.size() == 1 ? Query(terms.front()) : Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

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

// Weighs the articles that have a date by their age.
class FreshnessSource : public Xapian::ValuePostingSource {
 public:
  FreshnessSource(double most, std::uint32_t half_life, std::chrono::sys_days today)
      : ValuePostingSource(spec(Field::kDate).slot), most_(most), half_life_(half_life), today_(today) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(most_);
  }
  double get_weight() const override {
    const unsigned long day = std::stoul(get_value());  // YYYYMMDD
    const std::chrono::sys_days date = std::chrono::year(static_cast<int>(day / 10000)) /
                                       static_cast<int>(day / 100 % 100) / static_cast<int>(day % 100);
    const double age = std::max(0.0, static_cast<double>((today_ - date).count()));
    return most_ * std::exp2(-age / half_life_);
  }

 private:
  const double most_, half_life_;
  const std::chrono::sys_days today_;
};

}  // namespace

std::unique_ptr<Xapian::Weight> weight() { return std::make_unique<Xapian::IneB2Weight>(1.0); }

Query ranked(const PlanNode& word) {
  const Query all_forms = class_of(word.terms);
  if (word.written.empty()) return all_forms;  // asked for as it stands
  if (is_stop_word(word.written)) return scaled(all_forms, kStopWordScale);
  const Query more[] = {
      scaled(Query(schema::word_term(Field::kText, word.written)), kWrittenFormScale),
      scaled(class_of(in_title(word.terms)), kTitleScale),
  };
  return Query(Query::OP_AND_MAYBE, all_forms, Query(Query::OP_OR, std::begin(more), std::end(more)));
}

Query with_feedback(const Xapian::Database& database, const Query& query, const std::vector<Found>& best) {
  const std::vector<Candidate> found = candidates(database, best);
  if (found.empty()) return query;
  std::vector<Query> words;
  for (const Candidate& candidate : found)
    words.push_back(
        scaled(class_of(candidate.terms), kFeedbackScale * candidate.weight / found.front().weight));
  return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, words.begin(), words.end()));
}

Query with_freshness(const Query& query, double best_weight, std::uint32_t half_life,
                     std::chrono::sys_days today) {
  const double most = kFreshnessScale * (best_weight > 0 ? best_weight : 1);
  auto* const source = (new FreshnessSource(most, half_life, today))->release();
  return Query(Query::OP_AND_MAYBE, query, Query(source));
}

}  // namespace assay::engine
