#include "searchd/engine/spelling.h"

#include <algorithm>
#include <map>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"

namespace assay::engine {
namespace {

constexpr std::size_t kMaxRespelt = 8;  // words of one query
constexpr unsigned kMaxEdits = 2;

// Empty: none is near, or the article that had it is gone.
std::string near_word(const Xapian::Database& database, const std::string& word) {
  const std::string found = database.get_spelling_suggestion(word, kMaxEdits);
  return !found.empty() && database.term_exists(schema::word_term(schema::Field::kText, found))
             ? found
             : std::string();
}

}  // namespace

std::string respelt(const Xapian::Database& database, const std::string& query,
                    const std::vector<query::MissingWord>& missing) {
  std::map<std::size_t, std::pair<std::size_t, std::string>> changes;  // begin -> end, replacement
  for (std::size_t i = 0; i < std::min(missing.size(), kMaxRespelt); ++i) {
    const query::Span span = missing[i].span;
    if (span.end > query.size() || span.begin >= span.end) continue;  // a request's filter
    const std::string better = near_word(database, missing[i].word);
    if (better.empty()) continue;
    for (const schema::Word& word :
         schema::words(std::string_view(query).substr(span.begin, span.end - span.begin)))
      if (word.folded == missing[i].word) changes[span.begin + word.begin] = {span.begin + word.end, better};
  }
  if (changes.empty()) return {};
  std::string result;
  std::size_t copied = 0;
  for (const auto& [begin, change] : changes) {
    result += query.substr(copied, begin - copied) + change.second;
    copied = change.first;
  }
  return result + query.substr(copied);
}

}  // namespace assay::engine
