// Article -> what it says: title, date, publisher, rating, councils, themes, each with its evidence.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/document.h"
#include "indexer/extract/finding.h"
#include "indexer/read/article.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// Changes when the rules (not their data) would conclude something else of the same article.
inline constexpr const char* kRulesFingerprint = "rules-9";

struct Evidence {
  std::string facet;
  std::string value;      // id
  bool in_title = false;  // offsets count from the article's title instead of its text
  std::size_t begin = 0;  // bytes of the article's text as it was read
  std::size_t end = 0;
  std::string text;  // the sentence: exactly those bytes
};

struct Extraction {
  std::string title;  // the headline, else the beginning of the first sentence
  std::string date;   // YYYY-MM-DD or empty
  std::string publisher;
  std::string url;                              // as stated, else one that stands by itself in the text
  std::string language;                         // BCP 47 or empty
  std::string rating_status;                    // as Grades::status
  std::optional<int> score;                     // the overall percentage
  std::string statement_facet;                  // the facet whose values are scored one by one
  std::map<std::string, int> statement_scores;  // its value -> 1 to 4
  std::map<std::string, std::string> council_ratings;  // councils whose grade is told -> their grade
  std::string body;  // the text without title and boilerplate, a line per paragraph
  std::map<std::string, std::vector<std::string>>
      facets;  // facet -> value ids; of councils the main one first
  std::vector<Evidence> evidence;
  Document document;              // for explanations
  std::vector<Finding> findings;  // all that was concluded and refused, in the order of the rules
};

// Immutable, so safe to share between threads. The taxonomy must outlive it.
class Extractor {
 public:
  explicit Extractor(const taxonomy::Taxonomy& taxonomy);
  ~Extractor();

  // Facets that the article states win over what its text says. Throws std::invalid_argument when it states a
  // facet or, for a closed facet, a value that the taxonomy does not have.
  Extraction extract(const read::Article& article) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace assay::extract
