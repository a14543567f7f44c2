// What an article talks about: the values of a facet whose phrases it uses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/extract/finding.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// Immutable, so safe to share between threads.
class ThemeRule {
 public:
  ThemeRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet);

  // In the order of the facet. Adds a finding for each phrase.
  std::vector<schema::Ordinal> decide(const Document& document, std::vector<Finding>& findings) const;

 private:
  struct Phrase {
    schema::Ordinal value = 0;
    std::string text;
    bool weak = false;   // takes two sentences with weak phrases to show the value
    bool exact = false;  // counts as it is written, not by its stems; with capitals only with them
    std::vector<std::string> words;
  };
  // Why nothing in a sentence with these cues and matches shows a value; empty: it does.
  std::string refusal(Cues cues, const std::vector<PhraseMatch>& matches) const;
  static bool goes_on(const Document& document, const Sentence& sentence);
  std::vector<bool> lists_of_names(const Document& document) const;  // by sentence
  std::optional<schema::Ordinal> entry_of(const Document& document, std::size_t number) const;
  static bool written_so(const Document& document, TokenRange tokens, const Phrase& phrase);

  const schema::Facet& facet_;
  CueFinder cues_;
  std::vector<Phrase> phrases_;
  PhraseMatcher matcher_;
};

}  // namespace assay::extract
