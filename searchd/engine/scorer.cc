#include "searchd/engine/scorer.h"

#include <algorithm>
#include <cmath>

#include "indexer/schema/fields.h"
#include "searchd/engine/ranking.h"

namespace assay::engine {
namespace {

using query::Match;
using query::PlanNode;

// How much it tells that a document holds a term at all: the less is expected of documents that hold it by
// chance, the more.
double information(const snapshot::Frequency& term, double documents) {
  const double mean = term.occurrences / documents;
  const double expected = documents * (1.0 - std::exp(-mean));
  return std::log2((documents + 1.0) / (expected + 0.5));
}

bool is_made_of_others(const PlanNode& node) {
  return node.match == Match::kAnd || node.match == Match::kAndNot || node.match == Match::kNear ||
         node.match == Match::kPhrase;
}

}  // namespace

// Grows with `normalised`: occurrences, weighed by the document's length.
double Scorer::weight_of(double normalised, const Leaf& leaf) {
  return normalised * leaf.after_effect / (normalised + 1.0) * leaf.information;
}

Scorer::Scorer(const PlanNode& root, const Lifts* lifts, const snapshot::Snapshot& snapshot,
               DocumentSets& sets)
    : snapshot_(snapshot), sets_(sets) {
  collect(root, nullptr);
  if (lifts == nullptr) return;
  for (const Share& share : lifts->words) add(share, nullptr);
  if (!lifts->freshness) return;
  const snapshot::Column& dates = snapshot_.column(spec(schema::Field::kDate).slot);
  freshness_of_.resize(dates.size());
  for (snapshot::Column::Code code = 1; code < dates.size(); ++code)
    freshness_of_[code] = lifts->freshness->weight(dates.value(code));
}

void Scorer::collect(const PlanNode& node, const DocumentSet& only_in) {
  switch (node.match) {
    case Match::kTerm: {
      if (node.terms.empty()) return;
      const WordWeights weights = word_weights(node);
      add(weights.all_forms, only_in);
      for (const Share& share : weights.more) add(share, only_in);
      return;
    }
    case Match::kNear:
    case Match::kPhrase:
      for (const std::vector<std::string>& terms : node.slots)
        for (const std::string& term : terms) add({{term}, 1}, only_in);
      return;
    case Match::kAnd:
      for (const PlanNode& child : node.children) collect(child, only_in);
      return;
    case Match::kOr:
      for (const PlanNode& child : node.children)
        collect(child, is_made_of_others(child) ? both(only_in, sets_.part(child)) : only_in);
      return;
    case Match::kAndNot:
      collect(node.children[0], only_in);
      return;
    case Match::kAll:
    case Match::kNone:
    case Match::kFacet:
    case Match::kDate:
      return;
  }
}

void Scorer::add(const Share& share, const DocumentSet& only_in) {
  const snapshot::Term term = sets_.weighed(share.terms);
  if (term.frequency.documents == 0) return;
  leaves_.push_back({term, (term.frequency.occurrences + 1.0) / term.frequency.documents,
                     share.factor * information(term.frequency, snapshot_.size()), only_in});
}

template <typename IdAt, typename Count>
void Scorer::weigh(std::span<double> weights, const IdAt& id_at, const Count& count) {
  std::fill(weights.begin(), weights.end(), 0);
  occurrences_.resize(weights.size());
  const std::span<const double> norms = snapshot_.length_norms();
  for (const Leaf& leaf : leaves_) {
    count(*leaf.term.posting);
    if (leaf.only_in != nullptr)
      for (std::size_t i = 0; i < weights.size(); ++i)
        if (occurrences_[i] != 0 && !leaf.only_in->contains(id_at(i))) occurrences_[i] = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] += weight_of(occurrences_[i] * norms[id_at(i)], leaf);
  }
  if (freshness_of_.empty()) return;
  const snapshot::Column& dates = snapshot_.column(spec(schema::Field::kDate).slot);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += freshness_of_[dates.code(id_at(i))];
}

void Scorer::score(std::span<const Xapian::docid> documents, std::span<double> weights) {
  weigh(
      weights, [&](std::size_t i) { return documents[i]; },
      [&](const snapshot::Posting& posting) { posting.occurrences(documents, occurrences_); });
}

void Scorer::score_from(Xapian::docid first, std::span<double> weights) {
  const std::size_t size = std::min(weights.size(), snapshot_.length_norms().size() - first);
  std::fill(weights.begin(), weights.end(), 0);
  weigh(
      weights.first(size), [first](std::size_t i) { return static_cast<Xapian::docid>(first + i); },
      [&](const snapshot::Posting& posting) { posting.occurrences_from(first, occurrences_); });
}

std::vector<double> Scorer::block_bounds() const {
  std::vector<double> bounds((snapshot_.length_norms().size() + snapshot::kBlockDocuments - 1) /
                             snapshot::kBlockDocuments);
  if (!freshness_of_.empty())
    std::fill(bounds.begin(), bounds.end(), *std::max_element(freshness_of_.begin(), freshness_of_.end()));
  for (const Leaf& leaf : leaves_)
    for (std::size_t block = 0; block < bounds.size(); ++block)
      bounds[block] += weight_of((*leaf.term.maxima)[block], leaf);
  return bounds;
}

}  // namespace assay::engine
