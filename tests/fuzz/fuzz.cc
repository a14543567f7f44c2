#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "indexer/read/read_error.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

class PiecesInput final : public read::Input {
 public:
  PiecesInput(std::string_view bytes, std::size_t most) : bytes_(bytes), most_(most) {}

  std::size_t read(char* into, std::size_t size) override {
    piece_ = piece_ % most_ + 1;
    const std::size_t count = std::min({size, piece_, bytes_.size()});
    if (count > 0) std::memcpy(into, bytes_.data(), count);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t most_, piece_ = 0;
};

std::vector<fs::path> corpus_paths(std::string_view ending) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(ASSAY_SOURCE_DIR "/corpus"))
    if (entry.path().string().ends_with(ending)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  require(!paths.empty(), "corpus/ holds such files");
  return paths;
}

template <typename Read>
Reading reading_of(const Read& read) {
  Reading reading;
  try {
    read(reading);
  } catch (const read::ReadError& error) {
    reading.problem({"a", error.line(), error.what()});
  }
  require_sound(reading);
  return reading;
}

}  // namespace

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  require(in.good(), path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> corpus_files(std::string_view ending) {
  std::vector<std::string> files;
  for (const fs::path& path : corpus_paths(ending)) files.push_back(file_bytes(path));
  return files;
}

std::vector<std::string> corpus_lines(std::string_view ending) {
  std::vector<std::string> lines;
  for (const fs::path& path : corpus_paths(ending)) {
    std::ifstream in(path, std::ios::binary);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
  }
  return lines;
}

std::vector<read::Article> corpus_articles(std::string_view ending) {
  Reading reading;
  for (const fs::path& path : corpus_paths(ending))
    read::read_file({path, fs::path(path).filename().string()}, reading);
  return reading.articles;
}

std::unique_ptr<read::Input> open_pieces(std::string_view bytes, std::size_t most) {
  return std::make_unique<PiecesInput>(bytes, most);
}

void require_sound(const Reading& reading) {
  require(all_utf8(reading), "every string is UTF-8");
  for (const read::Article& article : reading.articles)
    require(article.text.find('\0') == std::string::npos, "a text holds no NUL");
  for (const read::Problem& problem : reading.problems)
    require(!problem.reason.empty(), "every problem has a reason");
}

void require_same(const Reading& one, const Reading& other) {
  require(one.articles.size() == other.articles.size(), "as many articles both ways");
  require(one.problems.size() == other.problems.size(), "as many problems both ways");
  for (std::size_t i = 0; i < one.articles.size(); ++i) {
    const read::Article &a = one.articles[i], &b = other.articles[i];
    require(a.text == b.text && a.title == b.title && a.date == b.date && a.url == b.url &&
                a.publisher == b.publisher && a.language == b.language && a.facets == b.facets,
            "the same article both ways");
  }
}

Reading read_by(ReadOne read, std::string_view bytes) {
  return reading_of([&](Reading& reading) {
    read::Article article;
    read(std::string(bytes), article);
    reading.article(std::move(article));
  });
}

Reading read_by(ReadSeveral read, std::unique_ptr<read::Input> input) {
  return reading_of([&](Reading& reading) {
    read::BufferedInput buffered(std::move(input));
    read(buffered, {"a", "id"}, reading);
  });
}

}  // namespace assay::tests
