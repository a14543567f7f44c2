// What the readers hand over for a file, for tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/reader.h"

namespace assay::tests {

struct Reading : read::Sink {
  std::vector<read::Article> articles;
  std::vector<read::Problem> problems;

  void article(read::Article article) override { articles.push_back(std::move(article)); }
  void problem(read::Problem problem) override { problems.push_back(std::move(problem)); }

  // The only article. Throws with the first problem if there is not exactly one.
  const read::Article& only() const;
  // The reason of the only problem; empty if there is none.
  std::string reason() const;
};

Reading read_path(const std::filesystem::path& path, const std::string& id = "an-id");

// Reads a file of that name and content, from a folder of its own.
Reading read_bytes(const std::string& name, std::string_view content);

// Whether every string of every article and problem is UTF-8.
bool all_utf8(const Reading& reading);

std::string gzip(std::string_view content);
// Little endian, with a byte order mark. ASCII alone.
std::string utf16(std::string_view ascii);
// A small PDF: a page per element, a line per element of it. ASCII without brackets.
std::string pdf(const std::vector<std::vector<std::string>>& pages, std::string_view title = "");

}  // namespace assay::tests
