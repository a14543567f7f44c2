// The article as the index keeps it: all that a reader shows of it.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace assay::schema {

struct StoredFacetValues {
  std::string facet;
  std::vector<std::string> values;  // ids; for councils the main one first
};

struct StoredEvidence {
  std::string facet;
  std::string value;
  std::string text;  // the sentence that shows it
};

// A score from 1 to 4 of one quality statement.
struct StoredScore {
  std::string facet;
  std::string value;
  int score = 0;
};

// The grade of one council.
struct StoredRating {
  std::string council;
  std::string rating;
};

struct StoredArticle {
  std::string id;
  std::string title;
  std::string date;  // YYYY-MM-DD or empty
  std::string url;
  std::string publisher;
  std::string path;
  std::string text;  // without boilerplate; what was indexed after the title
  std::vector<StoredFacetValues> facets;
  std::vector<StoredEvidence> evidence;
  std::string language;       // BCP 47 or empty
  std::string rating_status;  // current, pilot, regraded, derived, or empty
  int score = 0;              // the overall percentage; 0: the article tells none
  std::vector<StoredScore> statement_scores;
  std::vector<StoredRating> council_ratings;  // of every council whose grade is told
};

std::string serialise(const StoredArticle& article);
// Throws FormatError when the bytes are none of ours.
StoredArticle parse_article(std::string_view data);

// The document of the article with this id; 0: there is none.
Xapian::docid find_article(const Xapian::Database& database, std::string_view id);

}  // namespace assay::schema
