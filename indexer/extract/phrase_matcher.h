// Finds thousands of phrases in one pass over tokens: a trie of words, walked from each token for as long as
// a phrase goes on. Cost: one hash look-up per token, and one per further word of a phrase that is under way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/document.h"
#include "indexer/schema/schema.h"

namespace assay::extract {

// What of a token is compared with the words of a phrase.
enum class Compare { kWords, kStems };

struct PhraseMatch {
  TokenRange tokens;
  std::uint32_t payload = 0;  // as given to add
};

// Immutable once filled, so safe to share between threads.
class PhraseMatcher {
 public:
  explicit PhraseMatcher(Compare compare) : compare_(compare) {}

  // A phrase may be added with several payloads. One without a word is ignored.
  void add(std::string_view phrase, std::uint32_t payload);

  // The labels and plain names (those without a mark) of all values of a facet, with the payload 0.
  void add_names(const schema::Facet& facet);

  // At each token the longest phrase that begins there (all its payloads), whatever it overlaps.
  std::vector<PhraseMatch> find(const Document& document, TokenRange range) const;

  // As find, but no two matches overlap: the earlier wins, then the longer.
  std::vector<PhraseMatch> find_apart(const Document& document, TokenRange range) const;

 private:
  static constexpr std::uint32_t kRoot = 0;
  std::uint32_t step(std::uint32_t node, const std::string& word) const;  // kRoot: no such step

  Compare compare_;
  std::unordered_map<std::string, std::uint32_t> words_;    // word -> number
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // node and word -> node
  std::vector<std::vector<std::uint32_t>> payloads_{{}};    // by node
};

}  // namespace assay::extract
