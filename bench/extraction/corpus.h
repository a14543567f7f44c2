// The labelled articles of a corpus folder, read and extracted.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "bench/extraction/score.h"
#include "indexer/read/article.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::bench {

struct Corpus {
  std::map<std::string, read::Article>
      articles;  // by Labelled::name; stated facets removed, so that they must be found
  std::vector<read::Problem> problems;
};

Corpus read_corpus(const std::filesystem::path& folder, const std::vector<Labelled>& labels);

// What extraction says of each article of the corpus.
std::map<std::string, Facts> extract_facts(const Corpus& corpus, const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::bench
