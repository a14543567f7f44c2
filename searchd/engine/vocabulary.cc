#include "searchd/engine/vocabulary.h"

#include "indexer/schema/terms.h"

namespace assay::engine {
namespace {

// How a key of the snapshot's forms begins.
constexpr char kStem = 's', kPrefix = 'p';

}  // namespace

std::vector<std::string> IndexVocabulary::found(const std::string& key,
                                                const std::function<std::vector<std::string>()>& read) const {
  return snapshot_ == nullptr ? read() : snapshot_->caches().forms.forms(key, snapshot_->number(), read);
}

std::vector<std::string> IndexVocabulary::conflation_class(const std::string& word) const {
  return words_with_stem(stemmer_.stem(word));
}

std::vector<std::string> IndexVocabulary::words_with_stem(const std::string& stem) const {
  return found(kStem + stem, [&] {
    std::vector<std::string> words;
    for (auto it = database_.synonyms_begin(stem); it != database_.synonyms_end(stem); ++it)
      // A word may have left the index with its last article; its class entry stays.
      if (database_.term_exists(schema::word_term(schema::Field::kText, *it))) words.push_back(*it);
    return words;
  });
}

std::vector<std::string> IndexVocabulary::words_with_prefix(const std::string& prefix,
                                                            std::size_t limit) const {
  return found(kPrefix + std::to_string(limit) + ' ' + prefix, [&] {
    std::vector<std::string> words;
    const std::string term = schema::word_term(schema::Field::kText, prefix);
    for (auto it = database_.allterms_begin(term); it != database_.allterms_end(term) && words.size() < limit;
         ++it)
      words.push_back(*it);
    return words;
  });
}

}  // namespace assay::engine
