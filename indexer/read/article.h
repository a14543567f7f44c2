// An article as it was found, before anything is concluded about it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace assay::read {

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
};

// Something that could not be read. The run goes on.
struct Problem {
  std::string path;
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::string reason;    // what is wrong and, where it helps, what to do
};

}  // namespace assay::read
