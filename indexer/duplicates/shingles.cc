#include "indexer/duplicates/shingles.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <string>

#include "indexer/schema/analyzer.h"

namespace assay::duplicates {
namespace {

constexpr std::size_t kLeastShingles = 12;  // of a text that may have copies

// One hash function of the MinHash family: a shingle's hash, mixed with the function's number.
std::uint64_t mixed(std::uint64_t hash, std::size_t function) {
  hash ^= 0x9E3779B97F4A7C15u * (function + 1);
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCDu;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53u;
  return hash ^ hash >> 33;
}

}  // namespace

Shingles::Shingles(std::string_view text) {
  std::array<std::uint64_t, kShingleWords> window{};
  std::size_t words = 0;
  schema::WordReader reader(text);
  for (schema::Word word; reader.next(word);) {
    std::rotate(window.begin(), window.begin() + 1, window.end());
    window.back() = XXH3_64bits(word.folded.data(), word.folded.size());
    if (++words >= kShingleWords) hashes_.push_back(XXH3_64bits(window.data(), sizeof window));
  }
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
}

Bands Shingles::bands() const {
  Bands bands{};
  for (std::size_t band = 0; band < kBands; ++band) {
    std::array<std::uint64_t, kBandRows> least;
    least.fill(std::numeric_limits<std::uint64_t>::max());
    for (const std::uint64_t hash : hashes_)
      for (std::size_t row = 0; row < kBandRows; ++row)
        least[row] = std::min(least[row], mixed(hash, band * kBandRows + row));
    bands[band] = XXH3_64bits(least.data(), sizeof least);
  }
  return bands;
}

std::size_t Shingles::shared(const Shingles& a, const Shingles& b) {
  std::size_t count = 0;
  for (auto x = a.hashes_.begin(), y = b.hashes_.begin(); x != a.hashes_.end() && y != b.hashes_.end();) {
    if (*x == *y) {
      ++count;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return count;
}

Fingerprint::Fingerprint(std::string_view text) : shingles(text) {
  if (shingles.size() >= kLeastShingles) bands = shingles.bands();
}

bool share_a_band(const Bands& a, const Bands& b) {
  for (std::size_t i = 0; i < kBands; ++i)
    if (a[i] == b[i]) return true;
  return false;
}

bool are_copies(const Shingles& a, const Shingles& b) {
  const auto smaller = static_cast<double>(std::min(a.size(), b.size()));
  const auto larger = static_cast<double>(std::max(a.size(), b.size()));
  if (smaller == 0 || smaller < kLeastSize * larger) return false;
  return static_cast<double>(Shingles::shared(a, b)) >= kSharedOfCopies * smaller;
}

}  // namespace assay::duplicates
