// The arrows between the folders: who may include whom, and who may know which
// library.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/house/source_tree.h"

namespace assay::tests {
namespace {

using Set = std::set<std::string>;

// Folder -> folders of ours that it may include besides itself. A folder that
// is not here may not exist.
const std::map<std::string, Set> kMayInclude = {
    {"usage", {}},
    {"proto", {}},
    {"indexer/schema", {}},
    {"indexer/read", {}},
    {"indexer/taxonomy", {"indexer/schema"}},
    {"indexer/extract", {"indexer/schema", "indexer/taxonomy", "indexer/read"}},
    {"indexer/duplicates", {"indexer/schema"}},
    {"indexer/write",
     {"indexer/schema", "indexer/taxonomy", "indexer/read", "indexer/extract", "indexer/duplicates"}},
    {"indexer/maintain", {"indexer/schema", "indexer/taxonomy", "indexer/write"}},
    {"indexer/watch", {"indexer/read"}},
    {"indexer",
     {"indexer/schema", "indexer/taxonomy", "indexer/read", "indexer/extract", "indexer/write",
      "indexer/maintain", "indexer/watch", "usage"}},
    {"searchd/config", {"usage"}},
    {"searchd/query", {"indexer/schema"}},
    {"searchd/snapshot", {"indexer/schema"}},
    {"searchd/engine", {"indexer/schema", "searchd/query", "searchd/snapshot", "searchd"}},
    {"searchd/net", {"proto", "searchd"}},
    {"searchd/alerts", {}},
    {"searchd",
     {"proto", "indexer/schema", "searchd/config", "searchd/query", "searchd/engine", "searchd/net",
      "searchd/alerts", "usage"}},
    {"client", {"proto", "client/cli"}},
    {"client/cli", {"client", "usage"}},
    {"bench/deaths", {"indexer/schema", "searchd/engine"}},
    {"bench/extraction", {"indexer/schema", "indexer/taxonomy", "indexer/read", "indexer/extract"}},
    {"bench/load", {"proto", "client"}},
    {"bench/steps", {"indexer/schema", "searchd/snapshot"}},
    {"bench/queries", {"searchd/engine", "client"}},
    {"bench/relevance",
     {"indexer/schema", "indexer/taxonomy", "indexer/read", "indexer/extract", "bench/extraction",
      "searchd/engine"}},
};

// Folders below `searchd` may take this one header from it and no other.
const Set kSharedOfSearchd = {"searchd/stop.h"};

// What an include of a library looks like -> folders that may have it.
struct Library {
  const char* name;
  std::regex include;
  Set folders;
};

const std::vector<Library> kLibraries = {
    {"Asio and Beast", std::regex("boost/(asio|beast)"), {"searchd/net"}},
    {"toml++", std::regex("^toml\\+\\+"), {"searchd/config", "client/cli"}},
    {"readline", std::regex("^readline/"), {"client/cli"}},
    {"prometheus-cpp", std::regex("^prometheus/"), {"searchd"}},
    {"libsystemd", std::regex("^systemd/"), {"searchd"}},
    {"Xapian",
     std::regex("^xapian"),
     {"indexer/schema", "indexer/duplicates", "indexer/write", "indexer/maintain", "indexer",
      "searchd/snapshot", "searchd/engine", "bench/relevance", "bench/steps"}},
    {"Google Benchmark", std::regex("^benchmark/"), {"bench/steps"}},
    {"CRoaring", std::regex("^roaring/"), {"searchd/snapshot", "searchd/engine"}},
    {"protobuf",
     std::regex("\\.pb\\.h$|^google/protobuf"),
     {"proto", "indexer/schema", "searchd", "searchd/net", "client", "bench/load"}},
    {"OpenSSL", std::regex("^openssl/"), {"searchd/net", "searchd", "client"}},
    {"SQLite", std::regex("^sqlite3"), {"searchd/alerts"}},
};

std::vector<std::string> includes(const SourceFile& file) {
  static const std::regex pattern("^#include [<\"]([^>\"]+)[>\"]");
  std::vector<std::string> result;
  for (const std::string& line : file.lines)
    if (std::smatch match; std::regex_search(line, match, pattern)) result.push_back(match[1]);
  return result;
}

std::string folder_of(const std::string& header) { return header.substr(0, header.rfind('/')); }

bool allowed(const SourceFile& file, const std::string& header) {
  const std::string folder = folder_of(header);
  if (folder == file.folder || header.ends_with(".pb.h")) return true;
  if (folder == "searchd" && !kSharedOfSearchd.contains(header)) return false;
  return kMayInclude.at(file.folder).contains(folder);
}

TEST(Layers, EveryFolderHasItsPlace) {
  for (const SourceFile& file : source_files(false))
    EXPECT_TRUE(kMayInclude.contains(file.folder))
        << file.path << ": say in this test what its folder may include";
}

TEST(Layers, IncludesFollowTheArrows) {
  for (const SourceFile& file : source_files(false)) {
    if (!kMayInclude.contains(file.folder)) continue;
    for (const std::string& header : includes(file))
      if (kMayInclude.contains(folder_of(header)) || header.starts_with("tests/")) {
        EXPECT_TRUE(allowed(file, header)) << file.path << " includes " << header;
      }
  }
}

TEST(Layers, LibrariesStayInTheirFolders) {
  for (const SourceFile& file : source_files(false))
    for (const std::string& header : includes(file))
      for (const Library& library : kLibraries)
        if (std::regex_search(header, library.include)) {
          EXPECT_TRUE(library.folders.contains(file.folder)) << file.path << " may not know " << library.name;
        }
}

TEST(Layers, HeadersOfTheEngineAndOfTheClientHideTheirLibraries) {
  const std::regex hidden("boost/|xapian|openssl/|\\.pb\\.h");
  for (const SourceFile& file : source_files(false)) {
    static const Set open = {"searchd/engine/engine.h", "client/assay.h", "client/model.h",
                             "indexer/write/writer.h"};
    if (!open.contains(file.path)) continue;
    for (const std::string& header : includes(file))
      EXPECT_FALSE(std::regex_search(header, hidden)) << file.path << " includes " << header;
  }
}

}  // namespace
}  // namespace assay::tests
