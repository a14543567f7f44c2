// PATH arguments -> the files to read, each with the id its article gets unless it states one.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "indexer/read/reader.h"

namespace assay::indexer {

struct FoundFile {
  read::Source source;
  std::string real_path;  // absolute, without links; empty for standard input
  bool is_whole = true;   // false: somebody is still writing it, so it is to be left as it is known
};

struct Walk {
  std::vector<FoundFile> files;         // in the order of the arguments, folders in the order of their names
  std::vector<read::Problem> problems;  // paths that do not exist or cannot be listed
  std::vector<std::string> folders;     // real paths at and below which `files` has all that is there
  std::vector<std::string>
      unlisted;             // real paths of folders that cannot be listed, so that their files are not known
  std::size_t ignored = 0;  // files in folders that are plainly no articles: images, styles, scripts
  bool has_links = false;   // a link led to a file, so that a look at some paths alone may see it differently
};

// A folder stands for all files below it, except hidden and temporary ones, sidecars, an index that lies in
// it, and what a file named .assayignore in a folder lists: a shell pattern a line, compared with the names
// in that folder.
// "-" is standard input.
//
// The id is the path below the folder argument ("press/wokingham.txt"), or the name of a file argument. Where
// two files would share it, each takes in as many of its parent folders as tell them apart.
Walk walk(const std::vector<std::string>& arguments);

// What walk({folder}) finds at these paths, which lie below the folder, and below them. The same of it, too,
// unless either of the two has links.
Walk walk_some(const std::string& folder, const std::set<std::filesystem::path>& paths);

}  // namespace assay::indexer
