#include "indexer/walk.h"

#include <fnmatch.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <system_error>

#include "indexer/schema/index_directory.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".assayignore";

bool plainly_no_article(const fs::path& path) {
  static const std::set<std::string> endings = {".png",   ".jpg", ".jpeg", ".gif", ".webp",
                                                ".svg",   ".ico", ".css",  ".js",  ".woff",
                                                ".woff2", ".ttf", ".mp3",  ".mp4", ".map"};
  return endings.contains(path.extension().string());
}

std::vector<std::string> ignore_patterns(const fs::path& folder) {
  std::vector<std::string> patterns;
  std::ifstream file(folder / kIgnoreFile);
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') patterns.push_back(line);
  return patterns;
}

class Walker {
 public:
  void argument(const std::string& text) {
    const fs::path path(text);
    std::error_code error;
    if (text == "-") {
      walk_.sources.push_back({path, "stdin"});
    } else if (fs::is_directory(path, error)) {
      root_ = path;
      folder(path);
    } else if (!fs::exists(path, error)) {
      walk_.problems.push_back({text, 0, error ? error.message() : "there is no such file or folder"});
    } else {
      if (!read::is_sidecar(path)) walk_.sources.push_back({path, path.filename().string()});
    }
  }

  Walk take() { return std::move(walk_); }

 private:
  void folder(const fs::path& path) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
      entries.push_back(at->path());
    if (error)
      walk_.problems.push_back({path.string(), 0, "the folder cannot be listed: " + error.message()});
    std::sort(entries.begin(), entries.end());
    const std::vector<std::string> ignored = ignore_patterns(path);
    for (const fs::path& entry : entries) {
      const std::string name = entry.filename().string();
      const bool listed = std::any_of(ignored.begin(), ignored.end(), [&](const std::string& pattern) {
        return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
      });
      if (!listed && name[0] != '.') visit(entry);
    }
  }

  void visit(const fs::path& entry) {
    std::error_code error;
    if (fs::is_directory(entry, error) && schema::looks_like_index(entry)) {
      return;  // an index that lies among its articles
    } else if (fs::is_directory(entry, error)) {
      // A link to a folder may lead back up; what it shows is found where it really lies.
      if (!fs::is_symlink(entry, error)) folder(entry);
    } else if (read::is_sidecar(entry)) {
      return;
    } else if (plainly_no_article(entry)) {
      ++walk_.ignored;
    } else {
      walk_.sources.push_back({entry, entry.lexically_relative(root_).generic_string()});
    }
  }

  Walk walk_;
  fs::path root_;
};

// The last `parts` parts of the file's absolute path.
std::string tail(const fs::path& path, std::size_t parts) {
  const fs::path full = fs::absolute(path).lexically_normal();
  std::vector<std::string> names;
  for (const fs::path& name : full.relative_path()) names.push_back(name.string());
  std::string id;
  for (std::size_t i = names.size() - std::min(parts, names.size()); i < names.size(); ++i)
    id += (id.empty() ? "" : "/") + names[i];
  return id;
}

std::size_t parts_of(const std::string& id) {
  return static_cast<std::size_t>(std::count(id.begin(), id.end(), '/')) + 1;
}

// A file that two arguments reach is read once.
void drop_repeats(std::vector<read::Source>& sources) {
  std::set<fs::path> seen;
  std::erase_if(sources, [&](const read::Source& source) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(source.path, error);
    return source.path != "-" && !seen.insert(error ? source.path : real).second;
  });
}

void tell_apart(std::vector<read::Source>& sources) {
  for (bool clash = true; clash;) {
    clash = false;
    std::map<std::string, std::vector<read::Source*>> by_id;
    for (read::Source& source : sources) by_id[source.id].push_back(&source);
    for (auto& [id, sharing] : by_id) {
      if (sharing.size() < 2) continue;
      for (read::Source* source : sharing) {
        std::string longer = tail(source->path, parts_of(id) + 1);
        clash |= longer != source->id;
        source->id = std::move(longer);
      }
    }
  }
}

}  // namespace

Walk walk(const std::vector<std::string>& arguments) {
  Walker walker;
  for (const std::string& argument : arguments) walker.argument(argument);
  Walk result = walker.take();
  drop_repeats(result.sources);
  tell_apart(result.sources);
  return result;
}

}  // namespace assay::indexer
