// Which lines of a text are not part of the article: consent notices, navigation, share links, adverts.
#pragma once

#include "indexer/extract/document.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// Reasons that other rules ask for: a line behind the end of the article, and one that is a web address and
// nothing else.
inline constexpr const char* kBehindArticle = "behind the article";
inline constexpr const char* kAddress = "an address";

// Immutable, so safe to share between threads.
class Boilerplate {
 public:
  // Throws taxonomy::TaxonomyError for an unknown kind of rule.
  Boilerplate(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon);

  // Fills in Line::boilerplate.
  void mark(Document& document) const;

 private:
  enum Rule : std::uint32_t { kLine, kStart, kHas, kShort, kRest };
  std::string judge(const Document& document, const Line& line, bool& ends_article) const;

  PhraseMatcher matcher_;
};

}  // namespace assay::extract
