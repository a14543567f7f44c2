#include "searchd/snapshot/posting_cache.h"

#include <utility>

#include "searchd/snapshot/merged_frequency.h"

namespace assay::snapshot {
namespace {

// No term has this byte first.
constexpr char kSeveral = '\1', kBetween = '\2';

std::string key_of(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return terms.front();
  std::string key(1, kSeveral);
  for (const std::string& term : terms) key += term + kBetween;
  return key;
}

}  // namespace

Term PostingCache::term(const std::string& term, const Revision& revision) {
  Entry entry = entries_.find(term).value_or(Entry{});
  if (entry.term.posting != nullptr && entry.revision == revision.number) return entry.term;
  entry.term.maxima = nullptr;
  Frequency& frequency = entry.term.frequency;
  frequency.documents = revision.database.get_termfreq(term);
  frequency.occurrences = static_cast<Xapian::termcount>(revision.database.get_collection_freq(term));
  std::shared_ptr<const Posting>& posting = entry.term.posting;
  if (posting == nullptr || entry.since > revision.number ||
      is_mostly_gone(posting->documents().cardinality(), frequency.documents)) {
    posting = nullptr;
    entry.since = revision.number;
    entry.last = 0;
  }
  if (posting == nullptr || entry.last < revision.last) {
    posting = Posting::read(revision.database, term, revision.last, posting.get(), entry.last);
    entry.last = revision.last;
  }
  entry.revision = revision.number;
  keep(term, entry);
  return entry.term;
}

Term PostingCache::any(const std::vector<std::string>& terms, const Revision& revision) {
  if (terms.size() == 1) return term(terms.front(), revision);
  const std::string key = key_of(terms);
  Entry entry = entries_.find(key).value_or(Entry{});
  if (entry.term.posting != nullptr && entry.revision == revision.number) return entry.term;
  std::vector<std::shared_ptr<const Posting>> postings;
  std::vector<Frequency> frequencies;
  for (const std::string& each : terms) {
    revision.check();
    const Term part = term(each, revision);
    postings.push_back(part.posting);
    frequencies.push_back(part.frequency);
  }
  entry.term = {Posting::merged(postings, revision.last),
                merged_frequency(std::move(frequencies), revision.database.get_doccount(),
                                 static_cast<double>(revision.database.get_total_length())),
                nullptr};
  entry.revision = revision.number;
  keep(key, entry);
  return entry.term;
}

Term PostingCache::weighed(const std::vector<std::string>& terms, const Revision& revision) {
  Term term = any(terms, revision);
  if (term.maxima != nullptr) return term;
  term.maxima = std::make_shared<const BlockMaxima>(term.posting->block_maxima(revision.length_norms));
  const std::string key = key_of(terms);
  if (std::optional<Entry> entry = entries_.find(key); entry && entry->revision == revision.number) {
    entry->term.maxima = term.maxima;
    keep(key, *entry);
  }
  return term;
}

void PostingCache::keep(const std::string& key, const Entry& entry) {
  std::size_t bytes = sizeof entry + key.size() + entry.term.posting->bytes();
  if (entry.term.maxima != nullptr) bytes += entry.term.maxima->size() * sizeof(float);
  entries_.keep(key, entry, bytes);
}

}  // namespace assay::snapshot
