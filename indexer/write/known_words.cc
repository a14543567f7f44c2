#include "indexer/write/known_words.h"

#include <algorithm>
#include <mutex>
#include <optional>
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
  if (const auto seen = ids_.find(word); seen != ids_.end()) return seen->second;
  const auto known = written_ == 0 ? std::nullopt : schema::find_word_id(database_, word);
  const std::unique_lock lock(mutex_);
  const auto at = ids_.emplace(word, known.value_or(given_)).first;
  if (known) return *known;
  new_.push_back(&at->first);
  return given_++;
}

void KnownWords::look_up(ArticleWords& words) const {
  const std::shared_lock lock(mutex_);
  for (ArticleWords::Distinct& distinct : words.distinct)
    if (const auto seen = ids_.find(distinct.word); seen != ids_.end()) distinct.id = seen->second;
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
