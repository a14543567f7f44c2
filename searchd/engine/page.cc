#include "searchd/engine/page.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "searchd/engine/best_matches.h"
#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

using snapshot::kBlockDocuments;

// Documents are weighed so many at a time, and then it is asked whether it is time to stop.
constexpr std::size_t kWeighedAtOnce = 1024;

// Where fewer match, or more than this share of them is wanted, bounds of blocks cost more than they save.
constexpr std::size_t kFewMatches = 2'000, kLeastMatchesPerHit = 20;

// The blocks that may hold the heaviest matches, which are weighed first: then most others need not be.
constexpr std::size_t kFirstBlocks = 32;

// Sums of bounds are rounded otherwise than sums of weights.
constexpr double kRounding = 1 + 1e-9;

// Weighs matches and keeps the best of them; a group of copies is one match.
class Page {
 public:
  Page(const Matches& matches, const MatchOptions& options, const snapshot::Snapshot& snapshot,
       Scorer* scorer, const Stop& stop)
      : matches_(matches),
        fold_(options.fold),
        snapshot_(snapshot),
        scorer_(scorer),
        stop_(stop),
        most_(std::min<std::size_t>(std::size_t{options.offset} + options.limit, matches.size())),
        best_(options.order, snapshot, most_) {}

  std::vector<Found> find(bool newest_first) {
    const bool many = matches_.size() >= std::max(kFewMatches, kLeastMatchesPerHit * most_);
    if (scorer_ == nullptr && newest_first && many && fold_ == nullptr) return newest();
    if (scorer_ != nullptr && many && fold_ == nullptr)
      weigh_by_blocks();
    else
      see_all();
    for (const auto& [group, match] : best_of_group_) best_.offer(match);
    return best_.take();
  }

 private:
  // Without weights and in an order that the snapshot keeps.
  std::vector<Found> newest() const {
    std::vector<Found> found;
    for (const Xapian::docid document : snapshot_.by_newest()) {
      if (found.size() == most_) break;
      if (matches_.set().contains(document)) found.push_back({document, 0});
    }
    return found;
  }

  void see_all() {
    const std::span<const Xapian::docid> documents = matches_.documents();
    for (std::size_t at = 0; at < documents.size(); at += kWeighedAtOnce) {
      check(stop_);
      see(documents.subspan(at, std::min(kWeighedAtOnce, documents.size() - at)));
    }
  }

  void see(std::span<const Xapian::docid> documents) {
    weights_.assign(documents.size(), 0);
    if (scorer_ != nullptr) scorer_->score(documents, weights_);
    for (std::size_t i = 0; i < documents.size(); ++i) offer({documents[i], weights_[i]});
  }

  void offer(const Found& match) {
    const auto group = fold_ != nullptr ? fold_->of(match.document) : std::nullopt;
    if (!group) {
      best_.offer(match);
      return;
    }
    const auto [known, is_new] = best_of_group_.try_emplace(*group, match);
    if (!is_new && best_.comes_before(match, known->second)) known->second = match;
  }

  // Leaves out blocks of documents of which none can weigh enough.
  void weigh_by_blocks() {
    const std::vector<double> bounds = scorer_->block_bounds();
    std::vector<std::uint32_t> heaviest(bounds.size());
    std::iota(heaviest.begin(), heaviest.end(), 0);
    const auto first = static_cast<std::ptrdiff_t>(std::min(kFirstBlocks, heaviest.size()));
    std::partial_sort(heaviest.begin(), heaviest.begin() + first, heaviest.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return bounds[a] > bounds[b]; });
    heaviest.resize(static_cast<std::size_t>(first));
    std::vector<char> is_seen(bounds.size());
    for (const std::uint32_t block : heaviest) {
      is_seen[block] = 1;
      see_block(block);
    }
    for (std::uint32_t block = 0; block < bounds.size(); ++block) {
      if (block % kWeighedAtOnce == 0) check(stop_);
      if (!is_seen[block] && bounds[block] * kRounding >= best_.least_weight()) see_block(block);
    }
  }

  void see_block(std::uint32_t block) {
    const auto first = static_cast<Xapian::docid>(block * kBlockDocuments);
    std::array<double, kBlockDocuments> weights;
    scorer_->score_from(first, weights);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const auto document = static_cast<Xapian::docid>(first + i);
      if (weights[i] >= best_.least_weight() && matches_.set().contains(document))
        best_.offer({document, weights[i]});
    }
  }

  const Matches& matches_;
  const CopyGroups* const fold_;
  const snapshot::Snapshot& snapshot_;
  Scorer* const scorer_;
  const Stop& stop_;
  const std::size_t most_;
  std::vector<double> weights_;
  BestMatches best_;
  std::unordered_map<std::uint32_t, Found> best_of_group_;
};

}  // namespace

std::vector<Found> page(const Matches& matches, const MatchOptions& options,
                        const snapshot::Snapshot& snapshot, Scorer* scorer, const Stop& stop) {
  const bool newest_first = options.order != nullptr && options.order->is_newest_first();
  std::vector<Found> found = Page(matches, options, snapshot, scorer, stop).find(newest_first);
  const std::size_t skipped = std::min<std::size_t>(options.offset, found.size());
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(skipped));
  return found;
}

}  // namespace assay::engine
