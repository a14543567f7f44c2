#include "indexer/maintain/stats.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "indexer/maintain/live_index.h"
#include "indexer/schema/article_value.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"

namespace assay::maintain {
namespace {

namespace fs = std::filesystem;

void read_files(const fs::path& generation, Stats& stats) {
  for (const fs::directory_entry& entry : fs::directory_iterator(generation))
    if (entry.is_regular_file()) stats.tables[entry.path().filename().string()] = entry.file_size();
  for (const auto& [file, bytes] : stats.tables) stats.index_bytes += bytes;
  struct stat last_written {};
  const fs::path newest = generation / "iamglass";  // a commit replaces it last
  if (::stat(newest.c_str(), &last_written) != 0)
    throw std::system_error(errno, std::generic_category(), "cannot read " + newest.string());
  stats.committed = last_written.st_mtim.tv_sec;
}

void count_terms(const Xapian::Database& database, Stats& stats) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    ++stats.terms;
    stats.words += schema::is_word_term(*term);
  }
}

void measure_text(const Xapian::Database& database, Stats& stats) {
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
    const schema::StoredArticle article = schema::article_of(database.get_document(*document));
    stats.text_bytes += article.title.size() + article.text.size();
  }
}

void count_copies(const Xapian::Database& database, Stats& stats) {
  const std::string groups(schema::kCopiesPrefix);
  for (auto key = database.metadata_keys_begin(groups); key != database.metadata_keys_end(groups); ++key) {
    ++stats.groups;
    stats.copies += schema::parse_copies(database.get_metadata(*key)).size();
  }
}

FacetStats facet_stats(const Xapian::Database& database, const schema::Facet& facet) {
  FacetStats stats{facet.name, facet.values().size(), {}};
  for (const schema::FacetValue& value : facet.values())
    if (const auto articles = database.get_termfreq(schema::facet_term(facet.name, value.id)); articles > 0)
      stats.counts.emplace_back(value.id, articles);
  std::ranges::stable_sort(stats.counts, std::ranges::greater(),
                           [](const auto& count) { return count.second; });
  return stats;
}

Stats stats_of(const LiveIndex& index) {
  const schema::Schema schema = index.schema();
  Stats stats;
  stats.generation = index.generation.filename().string();
  stats.revision = index.database.get_revision();
  stats.format = schema.format_version;
  stats.analyzer = schema.analyzer;
  stats.taxonomy = schema.taxonomy;
  stats.index_id = schema.index_id;
  stats.articles = index.database.get_doccount();
  stats.length = index.database.get_total_length();
  read_files(index.generation, stats);
  count_terms(index.database, stats);
  measure_text(index.database, stats);
  count_copies(index.database, stats);
  for (const schema::Facet& facet : schema.facets) stats.facets.push_back(facet_stats(index.database, facet));
  return stats;
}

}  // namespace

Stats stats(const fs::path& directory) { return read_live_index(directory, stats_of); }

}  // namespace assay::maintain
