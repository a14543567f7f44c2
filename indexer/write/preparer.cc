#include "indexer/write/preparer.h"

#include <xxhash.h>

#include <utility>

#include "indexer/schema/stored_article.h"
#include "indexer/write/article_fault.h"
#include "indexer/write/extracted.h"

namespace assay::indexer {
namespace {

std::vector<std::string> telling_facets_of(const taxonomy::Taxonomy& taxonomy) {
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

void post_bands(Xapian::Document& document, const std::vector<schema::BandHash>& bands) {
  if (!bands.empty()) document.add_value(spec(schema::Field::kBands).slot, schema::bands_value(bands));
}

}  // namespace

Preparer::Preparer(const taxonomy::Taxonomy& taxonomy, schema::Schema schema, std::string reading,
                   const KnownWords& known_words)
    : taxonomy_(taxonomy),
      schema_(std::move(schema)),
      reading_(std::move(reading)),
      known_words_(known_words),
      telling_(telling_facets_of(taxonomy)),
      extractor_(taxonomy) {}

Draft Preparer::draft(read::Article article, std::string file) const {
  Draft draft;
  if (article.extracted) {
    draft.as_it_stands = stored_as_it_stands(article, schema_);
    const std::string& known = article.extracted->fingerprint;
    draft.fingerprint = known.empty() ? digest(serialise(draft.as_it_stands->stored)) : from_hex(known);
  } else {
    draft.fingerprint = fingerprint_of(article, file, reading_);
  }
  draft.article = std::move(article);
  draft.file = std::move(file);
  return draft;
}

void Preparer::prepare(Draft& draft) const {
  blame_article([&] { make(draft); });
}

void Preparer::make(Draft& draft) const {
  Completed completed = draft.as_it_stands
                            ? *std::exchange(draft.as_it_stands, std::nullopt)
                            : to_stored(draft.article, extractor_.extract(draft.article), taxonomy_, schema_);
  duplicates::Signs signs = duplicates::signs_of(completed.stored, telling_);
  Draft::Prepared& prepared = draft.prepared.emplace(Draft::Prepared{
      std::move(completed.stored), std::move(completed.new_values), {}, {}, std::move(signs)});
  prepared.words = words_of(prepared.stored);
  known_words_.look_up(prepared.words);
  prepared.document = to_document(prepared.stored, prepared.words, draft.fingerprint, schema_);
  post_bands(prepared.document, prepared.signs.bands);
  read::Article rest;
  rest.id = std::move(draft.article.id);
  rest.path = std::move(draft.article.path);
  draft.article = std::move(rest);
}

}  // namespace assay::indexer
