#include "searchd/snapshot/places_cache.h"

#include "indexer/schema/terms.h"
#include "indexer/schema/word_ids.h"

namespace assay::snapshot {

std::shared_ptr<const WordPlaces> PlacesCache::places(const std::string& term, const Posting& posting,
                                                      WordStore& words, const Revision& revision) {
  Entry entry = entries_.find(term).value_or(Entry{});
  if (entry.places == nullptr || entry.since > revision.number ||
      is_mostly_gone(entry.places->documents(), posting.documents().cardinality()))
    entry = {.places = nullptr, .since = revision.number};
  if (entry.places != nullptr && entry.last >= revision.last) return entry.places;
  const auto word = schema::find_word_id(revision.database, schema::word_of(term));
  if (!word) return nullptr;
  WordStore::Cursor cursor(words, revision);
  entry.places = std::make_shared<const WordPlaces>(*word, posting, cursor, entry.places.get(), entry.last,
                                                    revision.check);
  entry.last = revision.last;
  entries_.keep(term, entry, entry.places->bytes());
  return entry.places;
}

}  // namespace assay::snapshot
