#include "indexer/write/known_words.h"

#include <algorithm>
#include <utility>

#include "indexer/write/spelling.h"

namespace assay::indexer {
namespace {

schema::WordId count_of(const Xapian::Database& database) {
  const std::string count = database.get_metadata(std::string(schema::kWordCountKey));
  return count.empty() ? 0 : schema::parse_word_id(count);
}

}  // namespace

KnownWords::KnownWords(Xapian::WritableDatabase& database)
    : database_(database), given_(count_of(database)), written_(given_) {}

schema::WordId KnownWords::id_of(const std::string& word) {
  const auto [at, is_unseen] = ids_.try_emplace(word, given_);
  if (!is_unseen) return at->second;
  if (const auto known = written_ == 0 ? std::nullopt : schema::find_word_id(database_, word))
    return at->second = *known;
  new_.push_back(&at->first);
  return given_++;
}

// In the order of each table, so that a block of it is written once.
void KnownWords::write_new() {
  if (new_.empty()) return;
  std::sort(new_.begin(), new_.end(), [](auto* a, auto* b) { return *a < *b; });
  std::vector<std::pair<std::string, const std::string*>> by_stem;
  for (const std::string* word : new_) {
    database_.set_metadata(schema::word_id_key(*word), schema::serialise_word_id(ids_.at(*word)));
    add_spelling(database_, *word);
    by_stem.emplace_back(stemmer_.stem(*word), word);
  }
  std::sort(by_stem.begin(), by_stem.end());
  for (const auto& [stem, word] : by_stem) database_.add_synonym(stem, *word);
  database_.set_metadata(std::string(schema::kWordCountKey), schema::serialise_word_id(given_));
  new_.clear();
  written_ = given_;
}

}  // namespace assay::indexer
