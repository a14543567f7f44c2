// Finds thousands of phrases in one pass over tokens.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/extract/document.h"
#include "indexer/extract/lexicon.h"
#include "indexer/extract/phrase_trie.h"
#include "indexer/schema/schema.h"

namespace assay::extract {

// Where phrases are looked for. Those of kSentences are found in all sentences of a document together with
// those of all other such matchers, in one pass.
enum class Scope { kRanges, kSentences };

// Immutable once filled, so safe to share between threads. Finds in documents of the same lexicon.
class PhraseMatcher {
 public:
  // The lexicon must outlive the matcher.
  PhraseMatcher(Lexicon& lexicon, Compare compare, Scope scope = Scope::kRanges);

  // A phrase may be added with several payloads. One without a word is ignored.
  void add(std::string_view phrase, std::uint32_t payload);

  // The labels and plain names (those without a mark) of all values of a facet, with the payload 0.
  void add_names(const schema::Facet& facet);

  // The names of all values of a facet, with the value's ordinal as the payload.
  void add_values(const schema::Facet& facet);

  // At each token the longest phrase that begins there (all its payloads), whatever it overlaps.
  std::vector<PhraseMatch> find(const Document& document, TokenRange range) const;

  // As find, in a sentence of a document for which find_phrases was called. For a matcher of kSentences.
  std::span<const PhraseMatch> in(const Document& document, const Sentence& sentence) const;

  // As find, but no two matches overlap: the earlier wins, then the longer.
  std::vector<PhraseMatch> find_apart(const Document& document, TokenRange range) const;
  std::vector<PhraseMatch> apart_in(const Document& document, const Sentence& sentence) const;

 private:
  Lexicon* lexicon_;
  Compare compare_;
  Scope scope_;
  std::uint32_t number_ = 0;  // among those of kSentences
  PhraseTrie own_;            // of kRanges
};

// What all matchers of kSentences find in the document's sentences.
void find_phrases(Document& document, const Lexicon& lexicon);

}  // namespace assay::extract
