#include "indexer/write/provenance.h"

#include <utility>

#include "indexer/extract/extract.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"

namespace assay::indexer {

using schema::SourceFile;

std::string reading_of(const taxonomy::Taxonomy& taxonomy) {
  return taxonomy.fingerprint() + ' ' + extract::kRulesFingerprint;
}

Provenance::Provenance(const Xapian::Database& database, std::string reading)
    : database_(database), reading_(std::move(reading)) {}

bool Provenance::has_read(const FileContent& file) const {
  return schema::find_source_file(database_, file.path) == record_of(file);
}

bool Provenance::has_read_otherwise(const FileContent& file) const {
  const auto known = schema::find_source_file(database_, file.path);
  return known && !file.hash.empty() && known->content == file.hash && known->reading != reading_;
}

bool Provenance::knows(const std::string& path) const {
  return schema::find_source_file(database_, path).has_value();
}

std::vector<Xapian::docid> Provenance::documents_of(const std::string& path) const {
  const std::string term = schema::source_term(path);
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

std::size_t Provenance::articles_of(const std::string& path) const {
  return database_.get_termfreq(schema::source_term(path));
}

std::vector<std::string> Provenance::files_below(const std::string& folder) const {
  std::vector<std::string> paths;
  for (SourceFile& file : schema::source_files(database_, folder)) paths.push_back(std::move(file.path));
  return paths;
}

std::set<std::string> Provenance::terms_of(Xapian::docid document) const {
  const std::string_view prefix = schema::spec(schema::Field::kSource).prefix;
  std::set<std::string> terms;
  auto term = database_.termlist_begin(document);
  term.skip_to(std::string(prefix));
  for (; term != database_.termlist_end(document) && (*term).starts_with(prefix); ++term) terms.insert(*term);
  return terms;
}

std::string Provenance::file_of(const std::string& term) const {
  const std::string path = term.substr(schema::spec(schema::Field::kSource).prefix.size());
  if (schema::find_source_file(database_, path)) return path;
  for (const SourceFile& file : schema::source_files(database_))  // the term of a long path is cut
    if (schema::source_term(file.path) == term) return file.path;
  return {};
}

}  // namespace assay::indexer
