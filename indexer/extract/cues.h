// The cues of one rule file, found in a document: which kinds of cue stand where.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/extract/document.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// The payload is the kind: its position in the list given to CueFinder.
using CueMatch = PhraseMatch;
using Cues = std::span<const CueMatch>;

// Immutable, so safe to share between threads.
class CueFinder {
 public:
  // `kinds` are all kinds that rules/RULES.tsv may have. Those in `word_kinds` are not found but asked for:
  // they hold words so common that looking for them everywhere would cost much. Throws
  // taxonomy::TaxonomyError for another kind, and for a phrase of several words of a word kind. `scope`: for
  // rules that ask at few places kRanges, so that no sentence is searched in vain.
  CueFinder(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const std::string& rules,
            const std::vector<std::string>& kinds, const std::vector<std::uint32_t>& word_kinds = {},
            Scope scope = Scope::kSentences);

  // All cues in the range, in the order of their first token.
  std::vector<CueMatch> find(const Document& document, TokenRange range) const {
    return matcher_.find(document, range);
  }
  // As find; for a finder of Scope::kSentences.
  Cues in(const Document& document, const Sentence& sentence) const {
    return matcher_.in(document, sentence);
  }
  // Whether the token is a word of a word kind.
  bool is(std::uint32_t kind, const Token& token) const {
    return token.facts.word < words_[kind].size() && words_[kind][token.facts.word];
  }
  // Those of `range` within so many tokens of `place`: what a rule needs that judges many places of one
  // sentence.
  std::vector<CueMatch> find_near(const Document& document, TokenRange range, TokenRange place,
                                  std::size_t distance) const;

 private:
  PhraseMatcher matcher_;
  std::vector<std::vector<bool>> words_;  // by kind and word number
};

// The last cue of a kind that ends within `distance` tokens before `at`.
std::optional<CueMatch> before(Cues cues, std::uint32_t kind, std::size_t at, std::size_t distance);
// The first cue of a kind that begins within `distance` tokens behind `at`.
std::optional<CueMatch> behind(Cues cues, std::uint32_t kind, std::size_t at, std::size_t distance);
bool any(Cues cues, std::uint32_t kind);

}  // namespace assay::extract
