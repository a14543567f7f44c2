#include "indexer/writer.h"

#include <xapian.h>
#include <xxhash.h>

#include <cstdio>
#include <optional>
#include <random>
#include <utility>

#include "indexer/document.h"
#include "indexer/duplicates/groups.h"
#include "indexer/schema/analyzer.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/terms.h"
#include "indexer/spelling.h"

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

// Of everything that an article's entry in the index depends on.
std::string fingerprint_of(const read::Article& article, const Schema& schema) {
  std::string all;
  for (const std::string* part : {&article.id, &article.path, &article.url, &article.title, &article.date,
                                  &article.publisher, &article.language, &article.text, &schema.taxonomy})
    all.append(*part).push_back('\0');
  for (const auto& [facet, values] : article.facets) {
    all.append(facet).push_back('\1');
    for (const std::string& value : values) all.append(value).push_back('\0');
  }
  all.append(extract::kRulesFingerprint);
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace

struct IndexWriter::Impl {
  Impl(const fs::path& directory_, const taxonomy::Taxonomy& taxonomy_)
      : directory(directory_), taxonomy(taxonomy_), extractor(taxonomy_), lock(directory_) {
    if (schema::has_index(directory)) {
      generation = schema::live_generation(directory);
      database = Xapian::WritableDatabase(generation.string(), Xapian::DB_OPEN);
      schema = merged(schema::parse_schema(database.get_metadata(std::string(schema::kSchemaMetadataKey))),
                      taxonomy);
    } else {
      // A first build that was killed leaves a generation that nobody will ever name.
      for (const fs::directory_entry& entry : fs::directory_iterator(directory))
        if (entry.path().filename().string().starts_with("gen-")) fs::remove_all(entry.path());
      generation = schema::next_generation(directory);
      database = Xapian::WritableDatabase(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      schema = merged({}, taxonomy);
      schema.index_id = random_id();
    }
    // Closing a database commits it; closing one in a transaction does not. So what fails leaves nothing
    // behind.
    database.begin_transaction();
    copies.emplace(database, telling_facets(taxonomy));
  }

  // The words of one conflation class are found under their stem in Xapian's synonym table.
  void add_to_classes(const std::unordered_set<std::string>& words) {
    for (const std::string& word : words)
      if (classed.insert(word).second) database.add_synonym(stemmer.stem(word), word);
  }

  const fs::path directory;
  const taxonomy::Taxonomy& taxonomy;
  const extract::Extractor extractor;
  const schema::WriterLock lock;
  const schema::Stemmer stemmer;
  fs::path generation;
  Xapian::WritableDatabase database;
  Schema schema;
  std::optional<duplicates::Groups> copies;
  bool has_new_text = false;                // since the last commit
  std::unordered_set<std::string> classed;  // words whose class this run has written
};

IndexWriter::IndexWriter(const fs::path& directory, const taxonomy::Taxonomy& taxonomy)
    : impl_(std::make_unique<Impl>(directory, taxonomy)) {}
IndexWriter::~IndexWriter() = default;

Put IndexWriter::put(const read::Article& article) {
  Xapian::WritableDatabase& database = impl_->database;
  const std::string id_term = schema::id_term(article.id);
  const std::string fingerprint = fingerprint_of(article, impl_->schema);
  const Xapian::PostingIterator known = database.postlist_begin(id_term);
  const bool exists = known != database.postlist_end(id_term);
  if (exists && database.get_document(*known).get_value(spec(Field::kFingerprint).slot) == fingerprint)
    return {};

  Put put{exists ? Outcome::kUpdated : Outcome::kAdded, {}, false};
  put.stored = to_stored(article, impl_->extractor.extract(article), impl_->taxonomy, impl_->schema);
  std::unordered_set<std::string> words;
  Xapian::Document document = to_document(put.stored, fingerprint, impl_->schema, words);
  const duplicates::Fingerprint copy_fingerprint(put.stored.text);
  duplicates::add_band_terms(copy_fingerprint, document);
  if (exists) {
    impl_->copies->remove(article.id);
    database.delete_document(id_term);
  }
  put.is_copy = impl_->copies->add(put.stored, copy_fingerprint);
  database.add_document(document);
  impl_->add_to_classes(words);
  impl_->has_new_text = true;
  return put;
}

void IndexWriter::commit() {
  const std::string key(schema::kSchemaMetadataKey), description = serialise(impl_->schema);
  if (impl_->database.get_metadata(key) != description) impl_->database.set_metadata(key, description);
  if (std::exchange(impl_->has_new_text, false)) add_missing_spellings(impl_->database);
  impl_->database.commit_transaction();  // without changes it leaves the revision as it is
  impl_->database.begin_transaction();
  if (!schema::has_index(impl_->directory)) schema::publish_generation(impl_->directory, impl_->generation);
}

std::size_t IndexWriter::articles() const { return impl_->database.get_doccount(); }

}  // namespace assay::indexer
