// The shingles of a text, by which copies of an article are known: runs of three words, each as a 64-bit
// hash. Two texts are copies when they share most shingles; which texts to compare at all is found by MinHash
// (Broder 1997), whose bands the index keeps.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/schema/terms.h"

namespace assay::duplicates {

inline constexpr std::size_t kShingleWords = 3;

// Texts of the resemblance s (shared shingles by all shingles of both) have a band in common with the
// probability 1 - (1 - s^kBandRows)^kBands: .9999 for s = .67 (texts of one size that share four fifths), .99
// for s = .5 (the least that copies may have).
inline constexpr std::size_t kBands = schema::kBands, kBandRows = 2;

// The share of the smaller text's shingles that makes two texts copies, and how small it may be beside the
// larger one.
inline constexpr double kSharedOfCopies = 0.8, kLeastSize = 0.75;

using Bands = std::array<std::uint64_t, kBands>;

class Shingles {
 public:
  explicit Shingles(std::string_view text);

  // Different shingles; 0 for a text of fewer words than a shingle has.
  std::size_t size() const { return hashes_.size(); }
  Bands bands() const;

  // How many shingles both have.
  static std::size_t shared(const Shingles& a, const Shingles& b);

 private:
  std::vector<std::uint64_t> hashes_;  // sorted, each once
};

// A text as copies are looked for: its shingles, and its bands unless it is too short to tell a copy from a
// coincidence.
struct Fingerprint {
  explicit Fingerprint(std::string_view text);
  Shingles shingles;
  std::optional<Bands> bands;
};

bool share_a_band(const Bands& a, const Bands& b);

// Texts without a shingle are nobody's copy.
bool are_copies(const Shingles& a, const Shingles& b);

}  // namespace assay::duplicates
