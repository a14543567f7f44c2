#include "bench/extraction/corpus.h"

#include <set>

#include "indexer/extract/extract.h"
#include "indexer/read/reader.h"

namespace assay::bench {
namespace {

std::string first(const extract::Extraction& extraction, const std::string& facet) {
  const auto values = extraction.facets.find(facet);
  return values == extraction.facets.end() || values->second.empty() ? std::string() : values->second.front();
}

class Collector : public read::Sink {
 public:
  Collector(std::string file, bool holds_several, Corpus& corpus)
      : file_(std::move(file)), holds_several_(holds_several), corpus_(corpus) {}

  void article(read::Article article) override {
    article.facets.clear();
    const std::string name = holds_several_ ? file_ + "#" + article.id : file_;
    corpus_.articles.emplace(name, std::move(article));
  }
  void problem(read::Problem problem) override { corpus_.problems.push_back(std::move(problem)); }

 private:
  const std::string file_;
  const bool holds_several_;
  Corpus& corpus_;
};

}  // namespace

Corpus read_corpus(const std::filesystem::path& folder, const std::vector<Labelled>& labels) {
  std::map<std::string, bool> files;  // file -> whether it holds several articles
  for (const Labelled& label : labels) {
    const std::size_t mark = label.name.find('#');
    files[label.name.substr(0, mark)] = mark != std::string::npos;
  }
  Corpus corpus;
  for (const auto& [file, holds_several] : files) {
    Collector collector(file, holds_several, corpus);
    read::read_file({folder / file, file}, collector);
  }
  return corpus;
}

std::map<std::string, Facets> extract_facets(const Corpus& corpus, const taxonomy::Taxonomy& taxonomy) {
  const extract::Extractor extractor(taxonomy);
  std::map<std::string, Facets> found;
  for (const auto& [name, article] : corpus.articles) {
    const extract::Extraction extraction = extractor.extract(article);
    Facets facets{first(extraction, "rating"), extraction.date, first(extraction, "council"), {}};
    for (const schema::Facet* facet : taxonomy.derived_by(taxonomy::Derivation::kGazetteer))
      if (const auto ordinal = facet->ordinal(facets.council))
        facets.council = facet->values()[*ordinal].label;
    const auto themes = extraction.facets.find("theme");
    if (themes != extraction.facets.end()) facets.themes.insert(themes->second.begin(), themes->second.end());
    found.emplace(name, std::move(facets));
  }
  return found;
}

}  // namespace assay::bench
