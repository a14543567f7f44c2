#include "indexer/write/spelling.h"

#include <algorithm>

#include "indexer/schema/terms.h"

namespace assay::indexer {
namespace {

constexpr std::size_t kMinBytes = 3;   // a shorter word is near to too many
constexpr std::size_t kMaxBytes = 40;  // a longer one is none that people type

}  // namespace

bool is_spelt(const std::string& word) {
  return word.size() >= kMinBytes && word.size() <= kMaxBytes &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_spelling(Xapian::WritableDatabase& database, const std::string& word) {
  const Xapian::doccount articles = database.get_termfreq(schema::word_term(schema::Field::kText, word));
  if (is_spelt(word)) database.add_spelling(word, std::max<Xapian::doccount>(articles, 1));
}

}  // namespace assay::indexer
