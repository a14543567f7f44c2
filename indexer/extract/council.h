// Which council an article is about: the names in the text, weighed by where and how they stand.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
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

struct Weights;

// So many rated councils make an article a round-up.
inline constexpr std::size_t kRoundUp = 3;

// A name in the text that means one of the facet's values, or only looks so.
struct Mention {
  schema::Ordinal value = 0;
  TokenRange tokens;
  std::size_t sentence = 0;
  bool formal = false;  // "Bury Council", not just "Bury"
  bool served = false;  // "adult social care in Bury", or what the lead begins with
  bool aside = false;   // an example or a comparison
  enum Place { kAbove, kHeadline, kLead, kBody, kTail } place = kBody;  // kAbove: before the headline
  std::string refused;
  bool perhaps = false;  // refused as an ordinary word: it may be meant all the same

  bool only_perhaps() const { return perhaps && !refused.empty(); }
};

// Where an article stands, as far as it is known.
struct Site {
  std::string publisher;
  std::string url;
};

// Those of one sentence. `mentions` are in the order of the text.
std::span<const Mention> mentions_of(const std::vector<Mention>& mentions, std::size_t sentence);

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
  // verdicts that name it, `graded` tells that one names none: then the only council named is meant, however
  // little is said of it. A publisher that is a council speaks of itself.
  std::vector<schema::Ordinal> decide(const Site& site, const Document& document,
                                      const std::vector<Mention>& mentions,
                                      const std::map<schema::Ordinal, int>& rated, bool graded) const;

 private:
  struct Name {
    schema::Ordinal value = 0;
    bool formal = false;
    bool initialism = false;  // counts as it is written, once the full name is told
    bool word = false;        // an ordinary word too
    std::string text;
  };
  struct Spelling {
    bool without_capitals = false;  // the text has none where they belong, so names have none either
  };
  void judge(const Document& document, const Name& name, Spelling spelling, Mention& mention) const;
  std::optional<schema::Ordinal> named_in(std::string_view text, bool formally) const;
  std::optional<schema::Ordinal> named_around(const std::string& url, const Document& document) const;
  void add_those_told_by_kind(const Document& document, Weights& weights) const;
  bool speaks_of_council(const Document& document, const std::vector<Mention>& mentions) const;
  bool is_in_longer_name(const Document& document, const Sentence& sentence, std::size_t at) const;

  const schema::Facet& facet_;
  const Lexicon& lexicon_;
  CueFinder cues_;
  std::vector<Name> names_;
  PhraseMatcher matcher_;
};

}  // namespace assay::extract
