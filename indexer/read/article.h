// An article as it was found, before anything is concluded about it; or, from an export, with what was.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assay::read {

// What was concluded of an article when an index took it in, beside its fields and facets.
struct Extracted {
  struct Evidence {
    std::string facet, value, text;
  };
  struct Score {
    std::string facet, value;
    int score = 0;
  };
  struct Rating {
    std::string council, rating;
  };
  std::string fingerprint;  // of the article and of what read it, 32 hexadecimal digits; empty: not known
  std::string rating_status;
  int score = 0;  // 0: none
  std::vector<Score> statement_scores;
  std::vector<Rating> council_ratings;
  std::vector<Evidence> evidence;
  std::map<std::string, std::map<std::string, std::string>> labels;  // facet -> value -> label for people
};

// Metadata that the source states (front matter, JSON fields, HTML metas) is filled in; the rest is empty.
// All strings are valid UTF-8.
struct Article {
  std::string id;    // unique in the index; see Source::id
  std::string path;  // the file it came from, as the user would open it
  std::string url;
  std::string title;
  std::string date;  // of publication, as the source words it
  std::string publisher;
  std::string language;  // BCP 47, where the source states it

  // The article's text, a line per paragraph. Offsets of evidence count the bytes of this text. For plain
  // text files it is the file itself, byte for byte (a byte order mark and foreign encodings apart).
  std::string text;

  // Facets that the source states: name -> values (ids or labels). They win over what the text says.
  // An empty list states that there is none.
  std::map<std::string, std::vector<std::string>> facets;

  // Set: title, text, facets (ids, and complete) and all else are those of an index's entry, to be taken as
  // they stand.
  std::optional<Extracted> extracted;
};

// Something that could not be read. The run goes on.
struct Problem {
  std::string path;
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::string reason;    // what is wrong and, where it helps, what to do
};

}  // namespace assay::read
