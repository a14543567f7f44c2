#include "searchd/engine/run_source.h"

#include <algorithm>
#include <limits>
#include <map>

#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

using Position = Xapian::termpos;

constexpr unsigned kDocumentsPerStopCheck = 16;

bool has(const Positions& positions, Position at) {
  return std::binary_search(positions.begin(), positions.end(), at);
}

// Gives each of several words a place of its own in a window: a matching, improved word by word.
class Seats {
 public:
  Seats(const std::vector<Positions>& starts, Position begin, Position end)
      : starts_(starts), begin_(begin), end_(end), taken_by_(end - begin, kFree) {}

  bool all_seated() {
    for (std::size_t word = 0; word < starts_.size(); ++word) {
      std::vector<bool> tried(taken_by_.size());
      if (!seat(word, tried)) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();

  // Recursive as deep as there are words.
  bool seat(std::size_t word, std::vector<bool>& tried) {
    const Positions& places = starts_[word];
    for (auto at = std::lower_bound(places.begin(), places.end(), begin_); at != places.end() && *at < end_;
         ++at) {
      const std::size_t place = *at - begin_;
      if (tried[place]) continue;
      tried[place] = true;
      if (taken_by_[place] != kFree && !seat(taken_by_[place], tried)) continue;
      taken_by_[place] = word;
      return true;
    }
    return false;
  }

  const std::vector<Positions>& starts_;
  const Position begin_, end_;
  std::vector<std::size_t> taken_by_;  // of each place
};

bool words_fit(const std::vector<Positions>& starts, unsigned window, const Stop& stop) {
  for (const Positions& places : starts)
    for (const Position at : places) {
      check(stop);
      if (Seats(starts, at, at + window).all_seated()) return true;
    }
  return false;
}

// Places runs behind each other. For a set of placed runs only the least possible end matters, so each set is
// looked at once, however many orders lead to it.
class Placement {
 public:
  Placement(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths, bool ordered,
            const Stop& stop)
      : starts_(starts), lengths_(lengths), ordered_(ordered), stop_(stop) {}

  // Whether all runs fit before `limit` when run `first` begins at `at`.
  bool fits(std::size_t first, Position at, Position limit) const {
    std::map<std::uint64_t, Position> ends = {{bit(first), at + length(first)}};
    for (std::size_t placed = 1; placed < starts_.size() && !ends.empty(); ++placed)
      ends = extended(ends, limit);
    return !ends.empty() && ends.begin()->second <= limit;
  }

 private:
  static std::uint64_t bit(std::size_t run) { return std::uint64_t{1} << run; }
  Position length(std::size_t run) const { return static_cast<Position>(lengths_[run]); }

  std::map<std::uint64_t, Position> extended(const std::map<std::uint64_t, Position>& ends,
                                             Position limit) const {
    std::map<std::uint64_t, Position> longer;
    for (const auto& [placed, end] : ends) {
      check(stop_);
      for (std::size_t run = 0; run < starts_.size(); ++run) {
        const bool its_turn = !ordered_ || placed == bit(run) - 1;
        if ((placed & bit(run)) != 0 || !its_turn) continue;
        const auto start = std::lower_bound(starts_[run].begin(), starts_[run].end(), end);
        if (start == starts_[run].end() || *start + length(run) > limit) continue;
        const auto [known, is_new] = longer.emplace(placed | bit(run), *start + length(run));
        if (!is_new) known->second = std::min(known->second, *start + length(run));
      }
    }
    return longer;
  }

  const std::vector<Positions>& starts_;
  const std::vector<std::size_t>& lengths_;
  const bool ordered_;
  const Stop& stop_;
};

}  // namespace

bool runs_fit(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths, unsigned window,
              bool ordered, const Stop& stop) {
  const bool words_alone =
      std::all_of(lengths.begin(), lengths.end(), [](std::size_t length) { return length == 1; });
  if (words_alone && !ordered) return words_fit(starts, window, stop);
  const Placement placement(starts, lengths, ordered, stop);
  const std::size_t firsts = ordered ? 1 : starts.size();
  for (std::size_t first = 0; first < firsts; ++first)
    for (const Position at : starts[first])
      if (placement.fits(first, at, at + window)) return true;
  return false;
}

void RunSource::init(const Xapian::Database& database) {
  database_ = database;
  at_ = 0;
  last_ = database.get_lastdocid();
  documents_ = database.get_doccount();
}

Positions RunSource::positions(Xapian::docid did, const std::vector<std::string>& terms) const {
  Positions result;
  for (const std::string& term : terms)
    result.insert(result.end(), database_.positionlist_begin(did, term),
                  database_.positionlist_end(did, term));
  std::sort(result.begin(), result.end());
  return result;
}

bool RunSource::matches(Xapian::docid did) {
  if (++looks_ % kDocumentsPerStopCheck == 0) engine::check(stop_);
  std::vector<Positions> starts;
  std::size_t slot = 0;
  for (const std::size_t length : lengths_) {
    Positions run = positions(did, node_.slots[slot]);
    for (std::size_t i = 1; i < length; ++i) {
      const Positions next = positions(did, node_.slots[slot + i]);
      std::erase_if(run, [&](Position at) { return !has(next, at + static_cast<Position>(i)); });
    }
    if (run.empty()) return false;
    starts.push_back(std::move(run));
    slot += length;
  }
  return runs_fit(starts, lengths_, node_.window, node_.match == query::Match::kPhrase, stop_);
}

void RunSource::next(double min_weight) { skip_to(at_ + 1, min_weight); }

void RunSource::skip_to(Xapian::docid did, double) {
  for (at_ = std::max(at_, did); at_ <= last_ && !matches(at_);) ++at_;
}

bool RunSource::check(Xapian::docid did, double) {
  if (did <= at_) return true;
  if (!matches(did)) return false;
  at_ = did;
  return true;
}

}  // namespace assay::engine
