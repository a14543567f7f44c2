#include "searchd/engine/document_sets.h"

#include <algorithm>
#include <utility>

#include "indexer/schema/fields.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/phrase.h"
#include "searchd/engine/runs.h"
#include "searchd/snapshot/ids.h"

namespace assay::engine {
namespace {

using query::Match;
using query::PlanNode;

DocumentSet shared(Roaring set) { return std::make_shared<const Roaring>(std::move(set)); }

constexpr std::size_t kLooksPerCheck = 1024;

// Of what is cheap to find the rest need only be looked for among few.
int cost(const PlanNode& node) {
  switch (node.match) {
    case Match::kDate:
      return 2;
    case Match::kNear:
    case Match::kPhrase:
      return 3;
    case Match::kAnd:
    case Match::kOr:
    case Match::kAndNot:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

DocumentSet both(const DocumentSet& a, const DocumentSet& b) {
  if (a == nullptr || b == nullptr) return a == nullptr ? b : a;
  return shared(*a & *b);
}

DocumentSets::DocumentSets(const Reader& reader, const Stop& stop)
    : reader_(reader),
      snapshot_(*reader.snapshot),
      revision_{reader.database, snapshot_.number(), snapshot_.last(), snapshot_.length_norms(),
                [&stop] { check(stop); }},
      documents_(std::shared_ptr<const Roaring>(), &snapshot_.documents()),
      stop_(stop) {}

DocumentSet DocumentSets::matches(const PlanNode& node, const DocumentSet& among) {
  return both(both(among, documents_), of(node, among));
}

DocumentSet DocumentSets::part(const PlanNode& node) const {
  const auto found = parts_.find(&node);
  return found == parts_.end() ? nullptr : found->second;
}

snapshot::Term DocumentSets::any(const std::vector<std::string>& terms) {
  return snapshot_.caches().postings.any(terms, revision_);
}

snapshot::Term DocumentSets::weighed(const std::vector<std::string>& terms) {
  return snapshot_.caches().postings.weighed(terms, revision_);
}

DocumentSet DocumentSets::of(const PlanNode& node, const DocumentSet& among) {
  check(stop_);
  switch (node.match) {
    case Match::kAll:
      return documents_;
    case Match::kNone:
      return shared({});
    case Match::kTerm:
    case Match::kFacet: {
      if (node.terms.empty()) return shared({});
      const auto posting = any(node.terms).posting;
      return {posting, &posting->documents()};
    }
    case Match::kNear:
    case Match::kPhrase:
      return in_place(node, among);
    case Match::kDate:
      return on_days(node, among);
    case Match::kAnd:
      return all_of(node, among);
    case Match::kOr:
      return any_of(node, among);
    case Match::kAndNot: {
      const DocumentSet left = of(node.children[0], among);
      return shared(*left - *of(node.children[1], left));
    }
  }
  return shared({});
}

DocumentSet DocumentSets::all_of(const PlanNode& node, DocumentSet among) {
  std::vector<const PlanNode*> children;
  for (const PlanNode& child : node.children) children.push_back(&child);
  std::stable_sort(children.begin(), children.end(),
                   [](const PlanNode* a, const PlanNode* b) { return cost(*a) < cost(*b); });
  for (const PlanNode* child : children) among = both(among, of(*child, among));
  return among;
}

DocumentSet DocumentSets::any_of(const PlanNode& node, const DocumentSet& among) {
  std::vector<DocumentSet> sets;
  std::vector<const Roaring*> inputs;
  for (const PlanNode& child : node.children) {
    sets.push_back(of(child, among));
    if (cost(child) != 0) parts_[&child] = sets.back();
    inputs.push_back(sets.back().get());
  }
  return shared(Roaring::fastunion(inputs.size(), inputs.data()));
}

DocumentSet DocumentSets::on_days(const PlanNode& node, const DocumentSet& among) {
  const snapshot::Column& dates = snapshot_.column(spec(schema::Field::kDate).slot);
  std::vector<char> lies_within(dates.size());
  for (snapshot::Column::Code code = 1; code < dates.size(); ++code)
    lies_within[code] = (node.since.empty() || dates.value(code) >= node.since) &&
                        (node.until.empty() || dates.value(code) <= node.until);
  const Roaring& documents = among != nullptr ? *among : *documents_;
  std::vector<Xapian::docid> found = snapshot::ids_of(documents);
  // Without a branch: about any share of the documents may lie within.
  std::size_t kept = 0;
  for (const Xapian::docid document : found) {
    found[kept] = document;
    kept += static_cast<std::size_t>(lies_within[dates.code(document)]);
  }
  return shared(Roaring(kept, found.data()));
}

DocumentSet DocumentSets::in_place(const PlanNode& node, DocumentSet among) {
  among = both(among, documents_);
  for (const std::vector<std::string>& terms : node.slots) {
    if (terms.empty()) return shared({});
    among = shared(*among & any(terms).posting->documents());
  }
  std::vector<Xapian::docid> found = snapshot::ids_of(*among);
  std::optional<Phrase> phrase = Phrase::of(node, snapshot_.caches(), revision_);
  std::optional<Runs> runs;  // where places do not tell
  snapshot::WordStore::Cursor words(snapshot_.caches().words, revision_);
  std::size_t kept = 0, looks = 0;
  for (const Xapian::docid document : found) {
    if (++looks % kLooksPerCheck == 0) check(stop_);
    const bool by_places =
        phrase && !std::binary_search(phrase->too_long().begin(), phrase->too_long().end(), document);
    if (!by_places && !runs) runs.emplace(node, reader_.database, stop_);
    if (by_places ? phrase->is_in(document) : runs->fit(words.words(document))) found[kept++] = document;
  }
  return shared(Roaring(kept, found.data()));
}

}  // namespace assay::engine
