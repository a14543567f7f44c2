#include "indexer/write/writer.h"

#include <xapian.h>
#include <xxhash.h>

#include <cstdio>
#include <optional>
#include <random>
#include <utility>

#include "indexer/duplicates/groups.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/terms.h"
#include "indexer/write/document.h"
#include "indexer/write/extracted.h"
#include "indexer/write/known_words.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Field;
using schema::Schema;

std::string random_id() {
  std::random_device random;
  char text[17];
  std::snprintf(text, sizeof text, "%08x%08x", random(), random());
  return text;
}

// The taxonomy's facets over those that the index has: ordinals and slots stay, what is new comes behind.
Schema merged(const Schema& existing, const taxonomy::Taxonomy& taxonomy) {
  Schema schema = existing;
  schema.analyzer = schema::kAnalyzerFingerprint;
  schema.taxonomy = taxonomy.fingerprint();
  schema.synonyms = taxonomy.synonyms();
  schema.score_bands = taxonomy.score_bands();
  for (const schema::Facet* facet : taxonomy.derived_by(taxonomy::Derivation::kGazetteer))
    schema.subject = facet->name;
  for (const schema::Facet* facet : taxonomy.derived_by(taxonomy::Derivation::kVerdict))
    schema.verdict = facet->name;
  schema.facets.clear();
  auto next_slot = static_cast<schema::Slot>(schema::kFirstFacetSlot + existing.facets.size());
  for (const schema::Facet& wanted : taxonomy.facets()) {
    const schema::Facet* known = existing.find(wanted.name);
    schema::Facet facet;
    facet.name = wanted.name;
    facet.label = wanted.label;
    facet.slot = known ? known->slot : next_slot++;
    facet.open = wanted.open;
    facet.ordered = wanted.ordered;
    facet.default_value = wanted.default_value;
    if (known != nullptr)
      for (const schema::FacetValue& value : known->values()) {
        const auto now = wanted.ordinal(value.id);
        facet.add(now ? wanted.values()[*now] : value);
      }
    for (const schema::FacetValue& value : wanted.values())
      if (!facet.ordinal(value.id)) facet.add(value);
    schema.facets.push_back(std::move(facet));
  }
  for (const schema::Facet& facet : existing.facets)
    if (schema.find(facet.name) == nullptr) schema.facets.push_back(facet);
  return schema;
}

// The facets whose values make articles different ones, however alike their words are.
std::vector<std::string> telling_facets(const taxonomy::Taxonomy& taxonomy) {
  std::vector<std::string> telling;
  for (const auto derivation : {taxonomy::Derivation::kGazetteer, taxonomy::Derivation::kVerdict})
    for (const schema::Facet* facet : taxonomy.derived_by(derivation)) telling.push_back(facet->name);
  return telling;
}

std::string digest(const std::string& bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

// Of everything that an article's entry in the index depends on.
std::string fingerprint_of(const read::Article& article, const std::string& file,
                           const std::string& reading) {
  std::string all;
  for (const std::string* part : {&article.id, &article.path, &article.url, &article.title, &article.date,
                                  &article.publisher, &article.language, &article.text, &file, &reading})
    all.append(*part).push_back('\0');
  for (const auto& [facet, values] : article.facets) {
    all.append(facet).push_back('\1');
    for (const std::string& value : values) all.append(value).push_back('\0');
  }
  return digest(all);
}

// An entry as it is to be in the index, apart from what follows from it.
struct Entry {
  std::string fingerprint;
  std::optional<schema::StoredArticle> stored;  // nothing: the article is yet to be read by the rules
};

Entry entry_of(const read::Article& article, const std::string& file, const std::string& reading,
               Schema& schema) {
  if (!article.extracted) return {fingerprint_of(article, file, reading), std::nullopt};
  schema::StoredArticle stored = stored_as_it_stands(article, schema);
  const std::string& known = article.extracted->fingerprint;
  return {known.empty() ? digest(serialise(stored)) : from_hex(known), std::move(stored)};
}

// A line of an export may have been edited, its fingerprint with it or not.
bool is_same(const Xapian::Document& document, const Entry& entry) {
  return document.get_value(spec(Field::kFingerprint).slot) == entry.fingerprint &&
         (!entry.stored || document.get_data() == serialise(*entry.stored));
}

}  // namespace

struct IndexWriter::Impl {
  Impl(const fs::path& directory_, const taxonomy::Taxonomy& taxonomy_, bool fresh_)
      : directory(directory_),
        taxonomy(taxonomy_),
        fresh(fresh_),
        reading(reading_of(taxonomy_)),
        extractor(taxonomy_),
        lock(directory_) {
    schema::remove_abandoned_generations(directory);
    if (!fresh && schema::has_index(directory)) {
      generation = schema::live_generation(directory);
      database = Xapian::WritableDatabase(generation.string(), Xapian::DB_OPEN);
      schema = merged(schema::parse_schema(database.get_metadata(std::string(schema::kSchemaMetadataKey))),
                      taxonomy);
    } else {
      generation = schema::next_generation(directory);
      database = Xapian::WritableDatabase(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      schema = merged({}, taxonomy);
      schema.index_id = random_id();
    }
    // Closing a database commits it; closing one in a transaction does not. So what fails leaves nothing
    // behind.
    database.begin_transaction();
    copies.emplace(database, telling_facets(taxonomy));
    provenance.emplace(database, reading);
    known_words.emplace(database);
  }

  // The document of the article with this id term; 0: there is none.
  Xapian::docid find(const std::string& id_term) const {
    const Xapian::PostingIterator known = database.postlist_begin(id_term);
    return known == database.postlist_end(id_term) ? 0 : *known;
  }

  void remove(Xapian::docid document) {
    copies->remove(database.get_document(document).get_value(spec(Field::kId).slot));
    database.delete_document(document);
  }

  void note(const FileContent& file) {
    if (provenance->has_read(file)) return;
    database.set_metadata(schema::source_file_key(file.path),
                          schema::serialise_source_file(provenance->record_of(file)));
  }

  void forget(const std::string& file) { database.set_metadata(schema::source_file_key(file), {}); }

  // Deletes those of a file's documents whose article is not among `given_ids`.
  Removed remove_all_but(const std::string& file, const std::set<std::string>& given_ids) {
    Removed removed;
    std::set<std::string> others;
    for (const Xapian::docid document : provenance->documents_of(file)) {
      if (given_ids.contains(database.get_document(document).get_value(spec(Field::kId).slot))) continue;
      others.merge(provenance->terms_of(document));
      remove(document);
      ++removed.articles;
    }
    others.erase(schema::source_term(file));
    for (const std::string& term : others)
      if (std::string other = provenance->file_of(term); !other.empty()) {
        forget(other);
        removed.read_again.push_back(std::move(other));
      }
    return removed;
  }

  const fs::path directory;
  const taxonomy::Taxonomy& taxonomy;
  const bool fresh;
  const std::string reading;
  const extract::Extractor extractor;
  const schema::WriterLock lock;
  fs::path generation;
  Xapian::WritableDatabase database;
  Schema schema;
  std::optional<duplicates::Groups> copies;
  std::optional<Provenance> provenance;
  std::optional<KnownWords> known_words;
};

IndexWriter::IndexWriter(const fs::path& directory, const taxonomy::Taxonomy& taxonomy, bool fresh)
    : impl_(std::make_unique<Impl>(directory, taxonomy, fresh)) {}
IndexWriter::~IndexWriter() = default;

Put IndexWriter::put(const read::Article& article, const std::string& file) {
  Xapian::WritableDatabase& database = impl_->database;
  Entry entry = entry_of(article, file, impl_->reading, impl_->schema);
  const Xapian::docid known = impl_->find(schema::id_term(article.id));
  std::set<std::string> files = known != 0 ? impl_->provenance->terms_of(known) : std::set<std::string>();
  const bool is_another_file = !file.empty() && files.insert(schema::source_term(file)).second;
  if (known != 0 && !is_another_file && is_same(database.get_document(known), entry)) return {};

  Put put{known != 0 ? Outcome::kUpdated : Outcome::kAdded, {}, false};
  put.stored = entry.stored
                   ? std::move(*entry.stored)
                   : to_stored(article, impl_->extractor.extract(article), impl_->taxonomy, impl_->schema);
  Xapian::Document document =
      to_document(put.stored, words_of(put.stored), entry.fingerprint, impl_->schema, *impl_->known_words);
  const duplicates::Fingerprint copy_fingerprint(put.stored.text);
  for (const std::string& term : impl_->copies->band_terms(put.stored, copy_fingerprint))
    document.add_boolean_term(term);
  for (const std::string& term : files) document.add_boolean_term(term);
  if (known != 0) impl_->remove(known);
  put.is_copy = impl_->copies->add(put.stored, copy_fingerprint);
  database.add_document(document);
  return put;
}

bool IndexWriter::remove(const std::string& id) {
  const Xapian::docid known = impl_->find(schema::id_term(id));
  if (known != 0) impl_->remove(known);
  return known != 0;
}

Removed IndexWriter::settle(const FileContent& file, const std::set<std::string>& given_ids) {
  Removed removed = impl_->remove_all_but(file.path, given_ids);
  impl_->note(file);
  return removed;
}

void IndexWriter::note_partly_read(const std::string& file) { impl_->note({file, {}}); }

Removed IndexWriter::forget(const std::string& file) {
  Removed removed = impl_->remove_all_but(file, {});
  impl_->forget(file);
  return removed;
}

const Provenance& IndexWriter::files() const { return *impl_->provenance; }

void IndexWriter::commit() {
  const std::string key(schema::kSchemaMetadataKey), description = serialise(impl_->schema);
  if (impl_->database.get_metadata(key) != description) impl_->database.set_metadata(key, description);
  impl_->known_words->write_new();
  impl_->database.commit_transaction();  // without changes it leaves the revision as it is
  impl_->database.begin_transaction();
  if (!impl_->fresh && !schema::has_index(impl_->directory)) publish();
}

void IndexWriter::publish() {
  schema::publish_generation(impl_->directory, impl_->generation);
  schema::remove_abandoned_generations(impl_->directory);
}

std::size_t IndexWriter::articles() const { return impl_->database.get_doccount(); }

}  // namespace assay::indexer
