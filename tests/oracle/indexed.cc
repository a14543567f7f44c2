#include "tests/oracle/indexed.h"

#include <stdexcept>
#include <utility>

#include "indexer/build.h"
#include "indexer/exit_code.h"
#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"
#include "indexer/write/writer.h"
#include "tests/oracle/generate.h"

namespace assay::tests {
namespace {

Article as_words(const engine::Article& stored) {
  Article article;
  article.title = schema::folded_words(stored.stored.title);
  article.text = schema::folded_words(stored.stored.text);
  article.date = schema::date_value(stored.stored.date).value_or("");
  for (const engine::FacetValues& values : stored.facets)
    article.facets[values.facet] = {values.ids.begin(), values.ids.end()};
  return article;
}

std::unique_ptr<TempFolder> corpus_index() {
  auto folder = std::make_unique<TempFolder>();
  const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  if (indexer::build({folder->path(), {ASSAY_SOURCE_DIR "/corpus"}, true}, taxonomy) != indexer::kDone)
    throw std::runtime_error("the corpus cannot be indexed");
  return folder;
}

std::unique_ptr<TempFolder> generated_index() {
  auto folder = std::make_unique<TempFolder>();
  const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  indexer::IndexWriter writer(folder->path(), taxonomy);
  for (const read::Article& article : generate(kGenerated)) writer.put(article);
  writer.commit();
  return folder;
}

}  // namespace

const Indexed& Indexed::corpus() {
  static const Indexed kIndexed(corpus_index());
  return kIndexed;
}

const Indexed& Indexed::generated() {
  static const Indexed kIndexed(generated_index());
  return kIndexed;
}

Indexed::Indexed(std::unique_ptr<TempFolder> folder)
    : folder_(std::move(folder)), engine_(std::make_unique<engine::Engine>(folder_->path())) {
  const engine::Info info = engine_->info(Stop::never());
  for (const engine::FacetInfo& facet : info.facets) facets_.insert(facet.name);
  engine::SearchRequest everything;
  everything.limit = static_cast<std::uint32_t>(info.articles);
  std::vector<Article> articles;
  for (const engine::Hit& hit : search(everything).hits) {
    numbers_.emplace(hit.id, ids_.size());
    ids_.push_back(hit.id);
    articles.push_back(as_words(engine_->get(hit.id, Stop::never())));
  }
  if (ids_.size() != info.articles) throw std::runtime_error("the index does not list all its articles");
  oracle_ = std::make_unique<Oracle>(std::move(articles));
}

}  // namespace assay::tests
