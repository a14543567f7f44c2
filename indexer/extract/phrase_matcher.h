// Finds thousands of phrases in one pass over tokens: a trie of word numbers, walked from each token for as
// long as a phrase goes on. Cost: one array access per token, and a binary search among the words that may
// follow per further word of a phrase that is under way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/document.h"
#include "indexer/extract/lexicon.h"
#include "indexer/schema/schema.h"

namespace assay::extract {

// What of a token is compared with the words of a phrase.
enum class Compare { kWords, kStems };

struct PhraseMatch {
  TokenRange tokens;
  std::uint32_t payload = 0;  // as given to add
};

// Immutable once filled, so safe to share between threads. Finds in documents of the same lexicon.
class PhraseMatcher {
 public:
  // The lexicon must outlive the filling.
  PhraseMatcher(Lexicon& lexicon, Compare compare) : lexicon_(&lexicon), compare_(compare) {}

  // A phrase may be added with several payloads. One without a word is ignored.
  void add(std::string_view phrase, std::uint32_t payload);

  // The labels and plain names (those without a mark) of all values of a facet, with the payload 0.
  void add_names(const schema::Facet& facet);

  // The names of all values of a facet, with the value's ordinal as the payload.
  void add_values(const schema::Facet& facet);

  // At each token the longest phrase that begins there (all its payloads), whatever it overlaps.
  std::vector<PhraseMatch> find(const Document& document, TokenRange range) const;

  // As find, but no two matches overlap: the earlier wins, then the longer.
  std::vector<PhraseMatch> find_apart(const Document& document, TokenRange range) const;

 private:
  using NodeId = std::uint32_t;
  static constexpr NodeId kRoot = 0;
  struct Step {
    WordId word;
    NodeId to;
  };
  struct Node {
    std::vector<Step> steps;  // sorted by word
    std::vector<std::uint32_t> payloads;
  };
  WordId id_of(const Token& token) const {
    return compare_ == Compare::kStems ? token.ids.stem : token.ids.word;
  }
  NodeId first_step(WordId word) const { return word < first_.size() ? first_[word] : kRoot; }
  NodeId step(NodeId node, WordId word) const;  // kRoot: no such step
  NodeId add_step(NodeId node, WordId word);

  Lexicon* lexicon_;
  Compare compare_;
  std::vector<NodeId> first_;  // from the root, by word
  std::vector<Node> nodes_{Node()};
};

}  // namespace assay::extract
