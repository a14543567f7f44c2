// A database in memory with documents made at random, as the indexer's look where snapshots look at them.
#pragma once

#include <fmt/format.h>
#include <xapian.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/word_ids.h"
#include "indexer/schema/word_sequence.h"
#include "searchd/snapshot/revision.h"

namespace assay::snapshot {

inline const std::vector<std::string> kWords = {"of", "the", "council", "carers", "wait", "rare"};

class Sample {
 public:
  explicit Sample(unsigned seed) : random_(seed), database_("", Xapian::DB_BACKEND_INMEMORY) {
    for (schema::WordId id = 0; id < kWords.size(); ++id)
      database_.set_metadata(schema::word_id_key(kWords[id]), schema::serialise_word_id(id));
  }

  // The words of each document that was ever added, by its id.
  const std::vector<std::vector<schema::WordId>>& words() const { return words_; }
  const Xapian::WritableDatabase& database() const { return database_; }
  static constexpr std::size_t kTitleWords = 3;

  void add(int documents) {
    for (; documents > 0; --documents) add_one();
    database_.commit();
  }
  // With its documents as they are now.
  Revision revision(std::uint64_t number, std::span<const double> length_norms = {}) const {
    return {database_, number, database_.get_lastdocid(), length_norms};
  }
  void remove(Xapian::docid document) { database_.delete_document(document); }

 private:
  void add_one() {
    std::vector<schema::WordId> words(kTitleWords + random_() % 200);
    std::discrete_distribution<schema::WordId> pick({40, 40, 10, 8, 8, 0.05});
    Xapian::Document document;
    for (schema::WordId& word : words) document.add_term(kWords[word = pick(random_)]);
    document.add_value(spec(schema::Field::kWords).slot, schema::serialise_word_sequence(words, kTitleWords));
    document.add_value(spec(schema::Field::kId).slot, fmt::format("id{}", random_() % 1000));
    if (random_() % 5 > 0)
      document.add_value(spec(schema::Field::kDate).slot, fmt::format("202501{:02}", 1 + random_() % 28));
    std::vector<schema::Ordinal> themes;
    for (std::size_t count = random_() % 4; count > 0; --count)
      themes.push_back(static_cast<schema::Ordinal>(random_() % 6));
    document.add_value(schema::kFirstFacetSlot, schema::ordinals_value(themes));
    words_.resize(database_.add_document(document) + 1);
    words_.back() = words;
  }

  std::mt19937 random_;
  Xapian::WritableDatabase database_;
  std::vector<std::vector<schema::WordId>> words_;
};

}  // namespace assay::snapshot
