#include "indexer/export_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>

#include "indexer/exit_code.h"
#include "indexer/maintain/disk.h"
#include "indexer/maintain/export.h"
#include "indexer/read/reader.h"
#include "indexer/schema/index_directory.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), "cannot write " + what);
}

// Writes the lines; gives the exit code.
int write_lines(const fs::path& index, std::FILE* file, const std::string& name) {
  int exit_code = kDone;
  maintain::export_articles(index, [&](const std::string& id, const std::string& line) {
    if (std::fwrite(line.data(), 1, line.size(), file) != line.size() || std::fputc('\n', file) == EOF)
      fail(name);
    if (line.size() <= read::kMaxArticleBytes) return;
    fmt::print(stderr, "assay-indexer: the line of article '{}' is longer than build reads\n", id);
    exit_code = kSomeSkipped;
  });
  if (std::fflush(file) != 0) fail(name);
  return exit_code;
}

}  // namespace

int export_to(const fs::path& index, const fs::path& output) {
  if (output.empty()) return write_lines(index, stdout, "standard output");
  maintain::Unfinished draft(output.string() + ".part");
  int exit_code = kDone;
  {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(draft.path().c_str(), "wb"),
                                                               &std::fclose);
    if (file == nullptr) fail(output.string());
    exit_code = write_lines(index, file.get(), output.string());
  }
  schema::sync(draft.path());
  fs::rename(draft.path(), output);
  draft.keep();
  return exit_code;
}

}  // namespace assay::indexer
