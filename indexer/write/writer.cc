#include "indexer/write/writer.h"

#include <xapian.h>

#include <cstdio>
#include <optional>
#include <random>
#include <utility>

#include "indexer/duplicates/groups.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/terms.h"
#include "indexer/write/document.h"
#include "indexer/write/known_words.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Field;
using schema::Schema;

// About what 250 articles of ordinary length have; more only adds misses of the processor's cache.
constexpr std::size_t kPendingPostings = 50'000;

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

}  // namespace

struct IndexWriter::Impl {
  Impl(const fs::path& directory_, const taxonomy::Taxonomy& taxonomy, bool fresh_)
      : directory(directory_), fresh(fresh_), lock(directory_) {
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
    known_words.emplace(database);
    preparer.emplace(taxonomy, schema, reading_of(taxonomy), *known_words);
    copies.emplace(database, preparer->telling_facets());
    provenance.emplace(database, reading_of(taxonomy));
  }

  // What is not live by now never will be: it goes at once, so that it takes no room on a disk that is full.
  ~Impl() {
    std::error_code ignored;
    try {
      if (schema::has_index(directory) && generation == schema::live_generation(directory)) return;
      database.close();
      fs::remove_all(generation, ignored);
    } catch (...) {  // the next writer removes it
    }
  }

  void remove(Xapian::docid document) {
    copies->remove(document);
    database.delete_document(document);
  }

  void note(const FileContent& file) {
    const std::string key = schema::source_file_key(file.path);
    const std::string record = schema::serialise_source_file(provenance->record_of(file));
    if (database.get_metadata(key) != record) database.set_metadata(key, record);
    provenance->noted(file);
  }

  void forget(const std::string& file) {
    database.set_metadata(schema::source_file_key(file), {});
    provenance->forgotten(file);
  }

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

  // Adds a prepared draft in the place of the document `known` (0: none).
  // Gives whether it is a copy.
  bool add(Draft::Prepared& prepared, Xapian::docid known, const std::set<std::string>& file_terms) {
    add_new_values(prepared.new_values, schema);
    post_open_ordinals(prepared.document, prepared.stored, schema);
    post_word_order(prepared.document, prepared.words, *known_words);
    for (const std::string& term : file_terms) prepared.document.add_boolean_term(term);
    if (known != 0) remove(known);
    const bool is_copy = copies->add(prepared.stored.id, database.get_lastdocid() + 1, prepared.signs);
    database.add_document(prepared.document);
    pending_postings += prepared.document.termlist_count();
    if (pending_postings >= kPendingPostings) write_postings();
    return is_copy;
  }

  // Xapian holds postings in trees in memory, which are slower the larger they are, until a commit, or until
  // somebody wants to see all terms: then it writes them into the tables of the transaction.
  void write_postings() {
    database.allterms_begin();
    pending_postings = 0;
  }

  const fs::path directory;
  const bool fresh;
  const schema::WriterLock lock;
  fs::path generation;
  Xapian::WritableDatabase database;
  Schema schema;
  std::optional<KnownWords> known_words;
  std::optional<Preparer> preparer;
  std::optional<duplicates::Groups> copies;
  std::optional<Provenance> provenance;
  std::size_t pending_postings = 0;  // since they were written last
};

IndexWriter::IndexWriter(const fs::path& directory, const taxonomy::Taxonomy& taxonomy, bool fresh)
    : impl_(std::make_unique<Impl>(directory, taxonomy, fresh)) {}
IndexWriter::~IndexWriter() = default;

Put IndexWriter::put(Draft draft) {
  const Xapian::Database& database = impl_->database;
  const Xapian::docid known = schema::find_article(database, draft.article.id);
  if (known != 0 && is_same(database, known, draft)) return {};
  if (!draft.prepared) impl_->preparer->prepare(draft);
  std::set<std::string> file_terms =
      known != 0 ? impl_->provenance->terms_of(known) : std::set<std::string>();
  if (!draft.file.empty()) file_terms.insert(schema::source_term(draft.file));
  Put put{known != 0 ? Outcome::kUpdated : Outcome::kAdded, {}, false};
  put.is_copy = impl_->add(*draft.prepared, known, file_terms);
  put.stored = std::move(draft.prepared->stored);
  return put;
}

Put IndexWriter::put(read::Article article, const std::string& file) {
  return put(impl_->preparer->draft(std::move(article), file));
}

const Preparer& IndexWriter::preparer() const { return *impl_->preparer; }

KnownArticles IndexWriter::known() const { return KnownArticles(impl_->generation); }

bool IndexWriter::remove(const std::string& id) {
  const Xapian::docid known = schema::find_article(impl_->database, id);
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
  impl_->pending_postings = 0;
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
