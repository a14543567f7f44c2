#include "indexer/write/provenance.h"

#include <algorithm>
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

Provenance::Files& Provenance::files() const {
  if (!files_) {
    files_.emplace();
    for (SourceFile& file : schema::source_files(database_))
      files_->insert_or_assign(std::move(file.path),
                               Known{std::move(file.content), file.reading == reading_});
  }
  return *files_;
}

Provenance::Reading Provenance::last_reading(const FileContent& file) const {
  const auto known = files().find(file.path);
  if (known == files().end()) return Reading::kNever;
  if (file.hash.empty() || known->second.content != file.hash) return Reading::kOfOtherBytes;
  return known->second.is_read_as_now ? Reading::kAsNow : Reading::kByOtherRules;
}

void Provenance::noted(const FileContent& file) {
  files().insert_or_assign(file.path, Known{file.hash, true});
}

void Provenance::forgotten(const std::string& path) { files().erase(path); }

std::vector<Xapian::docid> Provenance::documents_of(const std::string& path) const {
  const std::string term = schema::source_term(path);
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

std::size_t Provenance::articles_of(const std::string& path) const {
  return database_.get_termfreq(schema::source_term(path));
}

bool Provenance::shares_articles(const std::string& path) const {
  const std::vector<Xapian::docid> documents = documents_of(path);
  return std::any_of(documents.begin(), documents.end(),
                     [this](Xapian::docid document) { return terms_of(document).size() > 1; });
}

void Provenance::each_below(const std::string& place,
                            const std::function<void(const std::string& path)>& take) const {
  if (files().contains(place)) take(place);
  const std::string below = place.ends_with('/') ? place : place + "/";
  for (auto at = files().lower_bound(below); at != files().end() && at->first.starts_with(below); ++at)
    take(at->first);
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
  if (files().contains(path)) return path;
  for (const auto& [known, content] : files())  // the term of a long path is cut
    if (schema::source_term(known) == term) return known;
  return {};
}

}  // namespace assay::indexer
