#include "bench/relevance/collection.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

#include "bench/extraction/corpus.h"
#include "indexer/extract/extract.h"

namespace assay::bench {
namespace {

namespace fs = std::filesystem;
using Fields = std::vector<std::string>;

Fields split(const std::string& line) {
  Fields fields;
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = line.find('\t', begin);
    fields.push_back(line.substr(begin, end - begin));
  }
  return fields;
}

// Hands each line's fields to `use`; what that throws is told with the line.
template <typename Use>
void read_lines(const fs::path& path, std::size_t count, Use use) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    Fields fields = split(line);
    const bool usable = fields.size() == count && use(std::move(fields));
    if (!usable)
      throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": not as described");
  }
}

bool read_grade(const std::string& text, int& grade) {
  const char* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, grade);
  return error == std::errc() && behind == end && grade >= 0;
}

}  // namespace

std::vector<JudgedQuery> read_judged_queries(const fs::path& folder) {
  std::map<std::string, Grades> grades;
  read_lines(folder / "qrels.tsv", 3,
             [&](Fields fields) { return read_grade(fields[2], grades[fields[0]][fields[1]]); });
  std::vector<JudgedQuery> queries;
  read_lines(folder / "queries.tsv", 2, [&](Fields fields) {
    const Grades& judged = grades[fields[0]];
    if (std::any_of(judged.begin(), judged.end(), [](const auto& each) { return each.second > 0; }))
      queries.push_back({fields[0], fields[1], judged});
    return true;
  });
  return queries;
}

Collection read_collection(const fs::path& folder) {
  Collection collection{fs::weakly_canonical(folder).filename().string(), {}, read_judged_queries(folder)};
  read_lines(folder / "docs.tsv", 3, [&](Fields fields) {
    collection.documents.push_back({fields[0], fields[1], fields[2]});
    return true;
  });
  return collection;
}

Collection read_corpus_collection(const fs::path& folder) {
  Collection collection{"corpus", {}, read_judged_queries(folder / "judgements")};
  const Corpus corpus = read_corpus(folder, read_labels((folder / "labels.jsonl").string()));
  const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  const extract::Extractor extractor(taxonomy);
  for (const auto& [name, article] : corpus.articles) {
    extract::Extraction extraction = extractor.extract(article);
    collection.documents.push_back({name, std::move(extraction.title), std::move(extraction.body)});
  }
  return collection;
}

}  // namespace assay::bench
