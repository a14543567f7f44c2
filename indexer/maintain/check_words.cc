#include <fmt/format.h>

#include <algorithm>

#include "indexer/maintain/check_parts.h"
#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "indexer/write/spelling.h"

namespace assay::maintain {
namespace {

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

}  // namespace

void check_words(const Xapian::Database& database, CheckReport& report) {
  if (const auto words = indexer::missing_spellings(database); !words.empty())
    report.add_fault(fmt::format("{} words are missing from the spellings, such as '{}'", words.size(),
                                 words.front().first));
  if (const auto words = words_without_class(database); !words.empty())
    report.add_fault(
        fmt::format("{} words are not listed under their stem, such as '{}'", words.size(), words.front()));
}

}  // namespace assay::maintain
