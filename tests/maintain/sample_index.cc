#include "tests/maintain/sample_index.h"
#include "indexer/schema/article_value.h"

#include "indexer/schema/fields.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/source_files.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/word_sequence.h"
#include "indexer/write/writer.h"

namespace assay::tests {
namespace {

Xapian::Database open_index(const std::filesystem::path& index) {
  return Xapian::Database(schema::live_generation(index).string());
}

}  // namespace

const taxonomy::Taxonomy& built_in_taxonomy() {
  static const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  return taxonomy;
}

read::Article article(const std::string& id, const std::string& text) {
  read::Article result;
  result.id = id;
  result.path = id + ".txt";
  result.text = text;
  return result;
}

SampleIndex::SampleIndex() {
  const std::string release =
      "Regulators looked at how the town arranges help for older people who live at home. They talked with "
      "carers, "
      "with managers and with people who wait for a visit. Most were content with the way their needs were "
      "met, "
      "and some said that letters came late. The town has written a plan that it will publish in the spring.";
  read::Article leeds =
      article("leeds", "Leeds City Council has been rated good by the Care Quality Commission.");
  leeds.facets = {{"rating", {"good"}}, {"council", {"leeds"}}};
  leeds.publisher = "Sample Gazette";
  leeds.date = "2025-05-30";
  read::Article kent = article("kent", "Kent County Council supports unpaid carers.");
  kent.facets = {{"council", {"kent"}}};
  add({article("copy-a", release), article("copy-b", release), leeds, kent});
}

void SampleIndex::add(const std::vector<read::Article>& articles) const {
  indexer::IndexWriter writer(path(), built_in_taxonomy());
  for (const read::Article& each : articles) writer.put(each);
  writer.commit();
}

Xapian::Database SampleIndex::open() const { return open_index(path()); }

Xapian::WritableDatabase SampleIndex::open_to_write() const {
  return Xapian::WritableDatabase(schema::live_generation(path()).string(), Xapian::DB_OPEN);
}

std::vector<std::string> SampleIndex::generations() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path()))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  return names;
}

namespace {

std::map<schema::WordId, std::string> words_by_id(const Xapian::Database& database) {
  std::map<schema::WordId, std::string> words;
  const std::string prefix(schema::kWordIdPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
    words[schema::parse_word_id(database.get_metadata(*key))] = (*key).substr(prefix.size());
  return words;
}

std::vector<std::string> read_words(const std::string& bytes,
                                    const std::map<schema::WordId, std::string>& words) {
  std::vector<std::string> read;
  const schema::WordSequence sequence(bytes);
  for (std::size_t i = 0; i < sequence.size(); ++i) read.push_back(words.at(sequence[i]));
  return read;
}

}  // namespace

Content content_of(const std::filesystem::path& index) {
  const Xapian::Database database = open_index(index);
  const std::map<schema::WordId, std::string> words = words_by_id(database);
  Content content;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    Entry entry{schema::article_bytes(document), {}, {}, {}};
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      if (value.get_valueno() == spec(schema::Field::kWords).slot)
        entry.words = read_words(*value, words);
      else
        entry.values[value.get_valueno()] = *value;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      if (!(*term).starts_with(spec(schema::Field::kSource).prefix)) entry.terms[*term] = term.get_wdf();
    content.articles[schema::parse_article(entry.data).id] = std::move(entry);
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    if (!(*key).starts_with(schema::kSourceFilePrefix) && !(*key).starts_with(schema::kWordIdPrefix) &&
        *key != schema::kWordCountKey)
      content.metadata[*key] = database.get_metadata(*key);
  std::string& description = content.metadata[std::string(schema::kSchemaMetadataKey)];
  schema::Schema schema = schema::parse_schema(description);
  schema.index_id.clear();
  description = serialise(schema);
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key)
    content.synonyms[*key].assign(database.synonyms_begin(*key), database.synonyms_end(*key));
  content.spellings.assign(database.spellings_begin(), database.spellings_end());
  return content;
}

std::map<std::string, Xapian::docid> documents_of(const std::filesystem::path& index) {
  const Xapian::Database database = open_index(index);
  std::map<std::string, Xapian::docid> documents;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    documents[schema::article_of(database.get_document(*at)).id] = *at;
  return documents;
}

}  // namespace assay::tests
