// A judged collection: documents, queries, and which documents answer which query how well.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace assay::bench {

// Document id -> grade; 0: judged as no answer. Documents that are not here count as 0.
using Grades = std::map<std::string, int>;

struct JudgedDocument {
  std::string id, title, text;
};

struct JudgedQuery {
  std::string id, text;
  Grades grades;  // at least one above 0
};

struct Collection {
  std::string name;
  std::vector<JudgedDocument> documents;
  std::vector<JudgedQuery> queries;
};

// queries.tsv (id, text) and qrels.tsv (query id, document id, grade) of `folder`, without the queries that
// nothing answers. Throws std::runtime_error naming the line.
std::vector<JudgedQuery> read_judged_queries(const std::filesystem::path& folder);

// The same with docs.tsv (id, title, text) beside them; named after the folder.
Collection read_collection(const std::filesystem::path& folder);

// The articles of a corpus folder, title and body as extraction finds them, judged by judgements/ in it.
Collection read_corpus_collection(const std::filesystem::path& folder);

}  // namespace assay::bench
