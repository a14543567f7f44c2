// A small index of a test's own, and what an index holds in a form that can be compared.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/read/article.h"
#include "indexer/taxonomy/taxonomy.h"
#include "tests/temp_folder.h"

namespace assay::tests {

const taxonomy::Taxonomy& built_in_taxonomy();

read::Article article(const std::string& id, const std::string& text);

// Two copies of one release, an article about Leeds that is rated good, one about Kent.
class SampleIndex {
 public:
  SampleIndex();

  std::filesystem::path path() const { return folder_.path() / "index"; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  void add(const std::vector<read::Article>& articles) const;  // and commits
  Xapian::Database open() const;
  // The database itself, to damage it. Closing it commits.
  Xapian::WritableDatabase open_to_write() const;
  std::vector<std::string> generations() const;

 private:
  TempFolder folder_;
};

// Of one document: its data, values, words in order and terms with how often it has them.
struct Entry {
  std::string data;
  std::map<Xapian::valueno, std::string> values;
  std::vector<std::string> words;
  std::map<std::string, Xapian::termcount> terms;
  bool operator==(const Entry&) const = default;
};

// All that a reader finds in an index, but for its own id, for the files that it was made of, and for how it
// numbers its words.
struct Content {
  std::map<std::string, Entry> articles;  // by id
  std::map<std::string, std::string> metadata;
  std::map<std::string, std::vector<std::string>> synonyms;
  std::vector<std::string> spellings;
  bool operator==(const Content&) const = default;
};
Content content_of(const std::filesystem::path& index);

// Article id -> document id.
std::map<std::string, Xapian::docid> documents_of(const std::filesystem::path& index);

}  // namespace assay::tests
