// What the authority's verdict on a council is: each grade in the text is judged by the words around it.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/extract/finding.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

namespace grade {
struct Article;
struct Context;
}  // namespace grade

// A grade in the text, accepted as a verdict on a council or refused.
struct Verdict {
  schema::Ordinal grade = 0;
  TokenRange tokens;
  std::size_t sentence = 0;
  std::vector<schema::Ordinal> councils;  // those that it is said of, where the sentence names any
  int strength = 0;
  bool regraded = false;  // it replaced an earlier one
  bool pilot = false;
  bool in_headline = false;
  bool of_subject = false;      // the sentence names what is graded
  bool by_rater = false;        // the sentence names the Commission
  bool entry = false;           // of a list: a council's name, a dash and the grade
  bool heads_list = false;      // alone on its line, over the councils that got it
  bool of_care = false;         // the sentence names the care of adults and who grades it
  bool of_the_council = false;  // its subject is "the council", in these words
  bool had_been = false;        // told of a time before that of which the article tells
  bool latest = false;          // told as what holds now
  std::string refused;

  // Whether it is said of that council, or of none by name.
  bool may_concern(std::optional<schema::Ordinal> council) const {
    return councils.empty() ||
           (council && std::find(councils.begin(), councils.end(), *council) != councils.end());
  }
};

// Immutable, so safe to share between threads.
class RatingRule {
 public:
  // `rating` is the facet whose values are the grades, `parts` the facets whose names are parts of what is
  // graded.
  RatingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
             const std::vector<const schema::Facet*>& parts);

  // Whether an article of that year (0: unknown) can only tell grades of earlier schemes.
  static bool is_before_scheme(int year);

  // `year` of publication: grades before the present scheme do not count.
  std::vector<Verdict> judge(const Document& document, const std::vector<Mention>& councils, int year) const;

  // Whether a sentence says that `council`, or one that it does not name, has no grade yet.
  bool tells_none_yet(const Document& document, const std::vector<Mention>& councils,
                      std::optional<schema::Ordinal> council) const;

  // The grade of `council` (the article's main one: verdicts that name none are its own).
  std::optional<Verdict> decide(const std::vector<Verdict>& verdicts,
                                std::optional<schema::Ordinal> council) const;

 private:
  static void weigh(const grade::Context& context, Verdict& verdict);
  static void read_lists(const Document& document, const std::vector<Mention>& councils,
                         std::vector<Verdict>& verdicts);
  static void refuse_overtaken(std::vector<Verdict>& verdicts);
  static void mark_regraded(const grade::Article& article, std::vector<Verdict>& verdicts);
  static void refuse_as_headline(std::vector<Verdict>& verdicts);
  static void refuse_scale(const Document& document, std::vector<Verdict>& verdicts);

  CueFinder cues_;
  PhraseMatcher grades_;
  PhraseMatcher parts_;
};

}  // namespace assay::extract
