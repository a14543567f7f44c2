// Which council an article is about: the names in the text, weighed by where and how they stand.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/extract/finding.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/read/article.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// A name in the text that means one of the facet's values, or only looks so.
struct Mention {
  schema::Ordinal value = 0;
  TokenRange tokens;
  std::size_t sentence = 0;
  bool formal = false;  // "Bury Council", not just "Bury"
  bool aside = false;   // an example or a comparison
  std::string refused;
};

// Immutable, so safe to share between threads.
class CouncilRule {
 public:
  CouncilRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet);

  // In the order of the text.
  std::vector<Mention> find(const Document& document) const;

  // Adds a finding for each mention.
  void note(const Document& document, const std::vector<Mention>& mentions,
            std::vector<Finding>& findings) const;

  // Councils the article is about, the main one first. `rated` counts, for each council of a mention, the
  // verdicts that name it.
  std::vector<schema::Ordinal> decide(const read::Article& article, const std::vector<Mention>& mentions,
                                      const std::map<schema::Ordinal, int>& rated) const;

 private:
  struct Name {
    schema::Ordinal value = 0;
    bool formal = false;
    bool initialism = false;  // counts as it is written, once the full name is told
    bool word = false;        // an ordinary word too
    std::string text;
  };
  void judge(const Document& document, const Name& name, Mention& mention) const;
  std::vector<schema::Ordinal> from_url(const read::Article& article) const;

  const schema::Facet& facet_;
  const Lexicon& lexicon_;
  CueFinder cues_;
  std::vector<Name> names_;
  PhraseMatcher matcher_;
};

}  // namespace assay::extract
