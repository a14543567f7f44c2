#include "searchd/engine/runs.h"

#include <algorithm>
#include <limits>
#include <map>

#include "indexer/schema/terms.h"
#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

using Position = Xapian::termpos;

constexpr unsigned kArticlesPerStopCheck = 16;

// Looking for one word compares a block of words at a time; looking each up among several does not.
constexpr std::size_t kWordsFoundOneByOne = 32;

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
  const auto every_word_is_in = [&](Position begin) {
    return std::all_of(starts.begin(), starts.end(), [&](const Positions& places) {
      const auto at = std::lower_bound(places.begin(), places.end(), begin);
      return at != places.end() && *at < begin + window;
    });
  };
  for (const Positions& places : starts)
    for (const Position at : places) {
      check(stop);
      if (every_word_is_in(at) && Seats(starts, at, at + window).all_seated()) return true;
    }
  return false;
}

// Each run as early as it can be; a run that has no place has none behind a later one either.
bool runs_fit_in_order(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths,
                       unsigned window) {
  for (const Position begin : starts.front()) {
    Position end = begin;
    for (std::size_t run = 0; run < starts.size(); ++run) {
      const auto start = std::lower_bound(starts[run].begin(), starts[run].end(), end);
      if (start == starts[run].end()) return false;
      end = *start + static_cast<Position>(lengths[run]);
    }
    if (end <= begin + window) return true;
  }
  return false;
}

// Places runs behind each other in any order. For a set of placed runs only the least possible end matters,
// so each set is looked at once, however many orders lead to it.
class Placement {
 public:
  Placement(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths, const Stop& stop)
      : starts_(starts), lengths_(lengths), stop_(stop) {}

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
        if ((placed & bit(run)) != 0) continue;
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
  const Stop& stop_;
};

}  // namespace

bool runs_fit(const std::vector<Positions>& starts, const std::vector<std::size_t>& lengths, unsigned window,
              bool ordered, const Stop& stop) {
  if (ordered) return runs_fit_in_order(starts, lengths, window);
  const bool words_alone =
      std::all_of(lengths.begin(), lengths.end(), [](std::size_t length) { return length == 1; });
  if (words_alone) return words_fit(starts, window, stop);
  const Placement placement(starts, lengths, stop);
  for (std::size_t first = 0; first < starts.size(); ++first)
    for (const Position at : starts[first])
      if (placement.fits(first, at, at + window)) return true;
  return false;
}

// Slots that have to be side by side are one run.
Runs::Runs(const query::PlanNode& node, const Xapian::Database& database, const Stop& stop)
    : lengths_(node.runs), window_(node.window), ordered_(node.match == query::Match::kPhrase), stop_(stop) {
  const bool side_by_side = ordered_ && node.window == node.slots.size();
  if (lengths_.empty() && side_by_side) lengths_ = {node.slots.size()};
  if (lengths_.empty()) lengths_.assign(node.slots.size(), 1);
  starts_.resize(lengths_.size());
  for (const std::vector<std::string>& terms : node.slots) slots_.push_back(slot_of(terms, database));
  const bool words_alone =
      std::all_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.words.size() == 1; });
  if (lengths_.size() == 1 && side_by_side && words_alone && !slots_.front().title_only)
    for (const Slot& slot : slots_) phrase_.push_back(slot.words.front());
}

Runs::Slot Runs::slot_of(const std::vector<std::string>& terms, const Xapian::Database& database) {
  Slot slot;
  for (const std::string& term : terms) {
    slot.title_only = schema::is_title_term(term);
    if (const auto id = schema::find_word_id(database, schema::word_of(term))) slot.words.push_back(*id);
  }
  std::sort(slot.words.begin(), slot.words.end());
  return slot;
}

void Runs::find_places(const schema::WordSequence& words, const Slot& slot, Positions& places) {
  places.clear();
  if (slot.words.size() <= kWordsFoundOneByOne) {
    for (const schema::WordId word : slot.words) words.find(word, places);
    if (slot.words.size() > 1) std::sort(places.begin(), places.end());
  } else {
    words.find_any(slot.words, places);
  }
  if (slot.title_only) std::erase_if(places, [&](Position at) { return at > words.title_words(); });
}

bool Runs::fit(std::string_view bytes) {
  if (++looks_ % kArticlesPerStopCheck == 0) check(stop_);
  if (bytes.empty()) return false;
  const schema::WordSequence words(bytes);
  if (!phrase_.empty()) return words.has_run(phrase_);
  std::size_t slot = 0;
  for (std::size_t run = 0; run < lengths_.size(); ++run) {
    Positions& starts = starts_[run];
    find_places(words, slots_[slot], starts);
    for (std::size_t i = 1; i < lengths_[run] && !starts.empty(); ++i) {
      find_places(words, slots_[slot + i], next_);
      std::erase_if(starts, [&](Position at) { return !has(next_, at + static_cast<Position>(i)); });
    }
    if (starts.empty()) return false;
    slot += lengths_[run];
  }
  return runs_fit(starts_, lengths_, window_, ordered_, stop_);
}

}  // namespace assay::engine
