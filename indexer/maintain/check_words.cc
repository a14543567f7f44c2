#include <fmt/format.h>

#include <algorithm>

#include "indexer/maintain/check_parts.h"
#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/word_ids.h"
#include "indexer/write/spelling.h"

namespace assay::maintain {
namespace {

std::vector<std::string> words_without_spelling(const Xapian::Database& database) {
  std::vector<std::string> missing;
  auto known = database.spellings_begin();
  auto term = database.allterms_begin();
  term.skip_to("a");  // behind all terms with a prefix
  for (; term != database.allterms_end(); ++term) {
    if (!schema::is_word_term(*term) || !indexer::is_spelt(*term)) continue;
    while (known != database.spellings_end() && *known < *term) ++known;
    if (known == database.spellings_end() || *known != *term) missing.push_back(*term);
  }
  return missing;
}

// Words of the index that their conflation class does not list.
std::vector<std::string> words_without_class(const Xapian::Database& database) {
  const schema::Stemmer stemmer;
  std::vector<std::string> missing;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (!schema::is_word_term(*term)) continue;
    const std::string stem = stemmer.stem(*term);
    if (std::find(database.synonyms_begin(stem), database.synonyms_end(stem), *term) ==
        database.synonyms_end(stem))
      missing.push_back(*term);
  }
  return missing;
}

// Whether each word has an id of its own, below the count of those given.
bool has_sound_ids(const Xapian::Database& database) {
  const std::string count = database.get_metadata(std::string(schema::kWordCountKey));
  std::vector<bool> taken(count.empty() ? 0 : schema::parse_word_id(count));
  const std::string prefix(schema::kWordIdPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const schema::WordId id = schema::parse_word_id(database.get_metadata(*key));
    if (id >= taken.size() || taken[id]) return false;
    taken[id] = true;
  }
  return true;
}

}  // namespace

void check_words(const Xapian::Database& database, CheckReport& report) {
  if (const auto words = words_without_spelling(database); !words.empty())
    report.add_fault(
        fmt::format("{} words are missing from the spellings, such as '{}'", words.size(), words.front()));
  if (!has_sound_ids(database)) report.add_fault("the numbers of the words are not each one's own");
  if (const auto words = words_without_class(database); !words.empty())
    report.add_fault(
        fmt::format("{} words are not listed under their stem, such as '{}'", words.size(), words.front()));
}

}  // namespace assay::maintain
