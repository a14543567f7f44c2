#include "bench/relevance/expand.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "searchd/engine/stop_words.h"

namespace assay::bench {
namespace {

using Weights = std::map<std::string, double>;  // by stem

// Xapian chooses single words; of a class it may choose several.
constexpr Xapian::termcount kWordsPerClass = 4;

bool is_no_candidate(const std::string& stem) { return stem.empty() || engine::is_stop_word(stem); }

class TextWords : public Xapian::ExpandDecider {
 public:
  explicit TextWords(const JudgedIndex& index) : index_(index) {}
  bool operator()(const std::string& term) const override {
    return !engine::is_stop_word(term) && !is_no_candidate(index_.stem_of_term(term));
  }

 private:
  const JudgedIndex& index_;
};

Weights chosen_by_xapian(const JudgedIndex& index, const Feedback& feedback, const Xapian::MSet& found) {
  Xapian::RSet best;
  for (Xapian::doccount i = 0; i < std::min(feedback.documents, found.size()); ++i)
    best.add_document(*found[i]);
  Xapian::Enquire enquire(index.database());
  enquire.set_expansion_scheme(feedback.kind == FeedbackKind::kBo1 ? "bo1" : "trad");
  const TextWords text_words(index);
  const Xapian::ESet words = enquire.get_eset(feedback.terms * kWordsPerClass, best, &text_words);
  Weights weights;
  for (auto word = words.begin(); word != words.end(); ++word) {
    double& weight = weights[index.stem_of_term(*word)];
    weight = std::max(weight, word.get_weight());
  }
  return weights;
}

// Divergence from how often chance alone (Bose-Einstein) would put the class into these documents.
double bo1(const JudgedIndex& index, const std::string& stem, double occurrences) {
  const double mean = index.frequency(stem).occurrences / index.database().get_doccount();
  return occurrences * std::log2((1 + mean) / mean) + std::log2(1 + mean);
}

double rarity(const JudgedIndex& index, const std::string& stem) {
  return std::log(1 + index.database().get_doccount() / index.frequency(stem).documents);
}

Weights chosen_by_class(const JudgedIndex& index, const Feedback& feedback, const Xapian::MSet& found) {
  const bool model = feedback.kind == FeedbackKind::kRelevanceModel;
  Weights weights;
  for (Xapian::doccount i = 0; i < std::min(feedback.documents, found.size()); ++i) {
    const auto hit = found[i];
    const double share = model ? hit.get_weight() / index.database().get_doclength(*hit) : 1;
    for (auto term = index.database().termlist_begin(*hit); term != index.database().termlist_end(*hit);
         ++term) {
      const std::string stem = index.stem_of_term(*term);
      if (!is_no_candidate(stem) && !engine::is_stop_word(*term)) weights[stem] += share * term.get_wdf();
    }
  }
  for (auto& [stem, weight] : weights)
    weight = model ? weight * rarity(index, stem) : bo1(index, stem, weight);
  return weights;
}

}  // namespace

std::vector<QueryWord> words_of_best(const JudgedIndex& index, const Feedback& feedback,
                                     const Xapian::MSet& found) {
  const bool own = feedback.kind == FeedbackKind::kClasses || feedback.kind == FeedbackKind::kRelevanceModel;
  const Weights weights =
      own ? chosen_by_class(index, feedback, found) : chosen_by_xapian(index, feedback, found);
  std::vector<QueryWord> best;
  for (const auto& [stem, weight] : weights) best.push_back({stem, weight});
  std::stable_sort(best.begin(), best.end(),
                   [](const QueryWord& a, const QueryWord& b) { return a.weight > b.weight; });
  if (best.size() > feedback.terms) best.resize(feedback.terms);
  const double most = best.empty() ? 1 : best.front().weight;
  for (QueryWord& word : best) word.weight *= feedback.scale / most;
  return best;
}

}  // namespace assay::bench
