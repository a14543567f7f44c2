// Reads the bytes of a file as articles. The format is told by the content, not by the name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "indexer/read/article.h"

namespace assay::read {

// A larger article is reported and skipped. (A JSON Lines file may be larger: the limit is per line.)
inline constexpr std::size_t kMaxArticleBytes = 16 * 1024 * 1024;

// A file to read, or "-" for standard input, and the id its article gets unless the file gives one. Articles
// of a file that holds several and gives them no id are known as "ID#n", n being the line or the count
// from 1.
struct Source {
  std::filesystem::path path;
  std::string id;
};

// Receives what a file holds, in the file's order.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void article(Article article) = 0;
  virtual void problem(Problem problem) = 0;
};

// Never throws for what a file holds or lacks: that becomes a problem. What the sink throws passes through.
// Thread-safe; memory is bounded by a small multiple of kMaxArticleBytes. Bytes of a path or id that are not
// UTF-8 become "%E9" in what is handed over.
//
// NAME.meta.json beside the file NAME is its sidecar: one JSON object with the keys of a JSON Lines line,
// which win over everything that the file says. Where the file holds several articles they hold for each,
// the id apart, which then stands for the file's.
void read_file(const Source& source, Sink& sink);

// Where the sidecar of a file lies, if it has one.
std::filesystem::path sidecar_of(const std::filesystem::path& file);

// Whether the path is a sidecar of another file, and no article by itself. Looks whether that file exists.
bool is_sidecar(const std::filesystem::path& path);

}  // namespace assay::read
