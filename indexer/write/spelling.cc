#include "indexer/write/spelling.h"

#include <algorithm>

#include "indexer/schema/terms.h"

namespace assay::indexer {
namespace {

constexpr std::size_t kMinBytes = 3;   // a shorter word is near to too many
constexpr std::size_t kMaxBytes = 40;  // a longer one is none that people type

bool is_spelt(const std::string& term) {
  return schema::is_word_term(term) && term.size() >= kMinBytes && term.size() <= kMaxBytes &&
         std::none_of(term.begin(), term.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<std::pair<std::string, Xapian::doccount>> missing_spellings(const Xapian::Database& database) {
  std::vector<std::pair<std::string, Xapian::doccount>> missing;
  auto known = database.spellings_begin();
  auto term = database.allterms_begin();
  term.skip_to("a");  // behind all terms with a prefix
  for (; term != database.allterms_end(); ++term) {
    if (!is_spelt(*term)) continue;
    while (known != database.spellings_end() && *known < *term) ++known;
    if (known == database.spellings_end() || *known != *term)
      missing.emplace_back(*term, term.get_termfreq());
  }
  return missing;
}

void add_missing_spellings(Xapian::WritableDatabase& database) {
  for (const auto& [word, articles] : missing_spellings(database)) database.add_spelling(word, articles);
}

}  // namespace assay::indexer
