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

DocumentSet narrowed(const DocumentSet& outer, const DocumentSet& inner) {
  if (outer == nullptr || inner == nullptr) return outer == nullptr ? inner : outer;
  return std::make_shared<const Roaring>(*outer & *inner);
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
        collect(child, is_made_of_others(child) ? narrowed(only_in, sets_.part(child)) : only_in);
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

void Scorer::score(std::span<const Xapian::docid> documents, std::span<double> weights) {
  std::fill(weights.begin(), weights.end(), 0);
  occurrences_.resize(documents.size());
  for (const Leaf& leaf : leaves_) add_leaf(leaf, documents, weights);
  if (!freshness_of_.empty()) add_freshness(documents, weights);
}

void Scorer::score_from(Xapian::docid first, std::span<double> weights) {
  std::fill(weights.begin(), weights.end(), 0);
  const std::span<const double> norms = snapshot_.length_norms().subspan(first);
  const std::size_t size = std::min(weights.size(), norms.size());
  occurrences_.resize(size);
  for (const Leaf& leaf : leaves_) {
    leaf.term.posting->occurrences_from(first, occurrences_);
    if (leaf.only_in != nullptr)
      for (std::size_t i = 0; i < size; ++i)
        if (occurrences_[i] != 0 && !leaf.only_in->contains(static_cast<Xapian::docid>(first + i)))
          occurrences_[i] = 0;
    for (std::size_t i = 0; i < size; ++i) weights[i] += weight_of(occurrences_[i] * norms[i], leaf);
  }
  if (freshness_of_.empty()) return;
  const snapshot::Column& dates = snapshot_.column(spec(schema::Field::kDate).slot);
  for (std::size_t i = 0; i < size; ++i)
    weights[i] += freshness_of_[dates.code(static_cast<Xapian::docid>(first + i))];
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

void Scorer::add_leaf(const Leaf& leaf, std::span<const Xapian::docid> documents, std::span<double> weights) {
  leaf.term.posting->occurrences(documents, occurrences_);
  if (leaf.only_in != nullptr)
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (occurrences_[i] != 0 && !leaf.only_in->contains(documents[i])) occurrences_[i] = 0;
  const std::span<const double> norms = snapshot_.length_norms();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const double normalised = occurrences_[i] * norms[documents[i]];
    weights[i] += weight_of(normalised, leaf);
  }
}

void Scorer::add_freshness(std::span<const Xapian::docid> documents, std::span<double> weights) const {
  const snapshot::Column& dates = snapshot_.column(spec(schema::Field::kDate).slot);
  for (std::size_t i = 0; i < documents.size(); ++i) weights[i] += freshness_of_[dates.code(documents[i])];
}

}  // namespace assay::engine
