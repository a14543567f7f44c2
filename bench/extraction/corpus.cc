#include "bench/extraction/corpus.h"

#include <set>

#include "indexer/extract/extract.h"
#include "indexer/read/reader.h"

namespace assay::bench {
namespace {

const std::vector<std::string>& values(const extract::Extraction& extraction, const std::string& facet) {
  static const std::vector<std::string> none;
  const auto found = extraction.facets.find(facet);
  return found == extraction.facets.end() ? none : found->second;
}

std::set<std::string> as_set(const std::string& value) {
  return value.empty() ? std::set<std::string>() : std::set<std::string>{value};
}

std::string label_of(const schema::Facet& facet, const std::string& id) {
  const auto ordinal = facet.ordinal(id);
  return ordinal ? facet.values()[*ordinal].label : id;
}

Facts facts_of(const extract::Extraction& extraction, const schema::Facet& councils) {
  Facts facts;
  for (const std::string& council : values(extraction, councils.name)) {
    if (facts["main council"].empty()) facts["main council"] = {label_of(councils, council)};
    facts["councils"].insert(label_of(councils, council));
  }
  for (const auto& [council, rating] : extraction.council_ratings)
    facts["council ratings"].insert(label_of(councils, council) + "=" + rating);
  for (const std::string& rating : values(extraction, "rating")) facts["rating"].insert(rating);
  for (const std::string& theme : values(extraction, "theme")) facts["themes"].insert(theme);
  facts["status"] = as_set(extraction.rating_status);
  facts["date"] = as_set(extraction.date);
  if (extraction.score) facts["score"] = {std::to_string(*extraction.score)};
  for (const auto& [statement, score] : extraction.statement_scores)
    facts["statement scores"].insert(statement + "=" + std::to_string(score));
  return facts;
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

std::map<std::string, Facts> extract_facts(const Corpus& corpus, const taxonomy::Taxonomy& taxonomy) {
  const extract::Extractor extractor(taxonomy);
  const schema::Facet& councils = *taxonomy.derived_by(taxonomy::Derivation::kGazetteer).front();
  std::map<std::string, Facts> found;
  for (const auto& [name, article] : corpus.articles)
    found.emplace(name, facts_of(extractor.extract(article), councils));
  return found;
}

}  // namespace assay::bench
