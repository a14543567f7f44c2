#include "indexer/walk.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_map>

#include "indexer/schema/index_directory.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".assayignore";

// What editors and browsers keep beside a file for a while.
bool is_temporary(const std::string& name) {
  static const std::array<std::string_view, 6> endings = {"~",     "#",           ".tmp",
                                                          ".part", ".crdownload", ".download"};
  return name[0] == '.' || std::any_of(endings.begin(), endings.end(),
                                       [&](std::string_view ending) { return name.ends_with(ending); });
}

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

// The path of a file whatever way leads to it.
std::string real_path(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return (error ? fs::absolute(path).lexically_normal() : real).string();
}

class Walker {
 public:
  void argument(const std::string& text) {
    const fs::path path(text);
    std::error_code error;
    if (text == "-") {
      walk_.files.push_back({{path, "stdin"}, {}});
    } else if (fs::is_directory(path, error)) {
      root_ = path;
      walk_.folders.push_back(real_path(path));
      folder(path, real_path(path));
    } else if (!fs::exists(path, error)) {
      walk_.problems.push_back({text, 0, error ? error.message() : "there is no such file or folder"});
    } else if (!read::is_sidecar(path)) {
      walk_.files.push_back({{path, path.filename().string()}, real_path(path)});
    }
  }

  void some(const fs::path& folder, const std::set<fs::path>& paths) {
    root_ = folder;
    const std::string real = real_path(folder);
    for (const fs::path& path : paths) place(path.lexically_relative(root_), real);
  }

  Walk take() { return std::move(walk_); }

 private:
  // What lies at this path below the root, whose real path is `real`, if a walk would come by.
  void place(const fs::path& relative, std::string real) {
    walk_.folders.push_back(real + "/" + relative.generic_string());
    fs::path at = root_;
    for (const fs::path& name : relative) {
      std::error_code error;
      if (at != root_ && (schema::looks_like_index(at) || fs::is_symlink(at, error))) return;
      if (is_left_out(name.string(), ignore_patterns(at))) return;
      at /= name;
      real += "/" + name.string();
    }
    std::error_code error;
    if (const fs::directory_entry entry(at, error); !error && entry.exists(error)) visit(entry, real);
  }

  static bool is_left_out(const std::string& name, const std::vector<std::string>& patterns) {
    return is_temporary(name) ||
           std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
             return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
           });
  }

  void folder(const fs::path& path, const std::string& real) {
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
      entries.push_back(*at);
    if (error) {
      walk_.problems.push_back({path.string(), 0, "the folder cannot be listed: " + error.message()});
      walk_.unlisted.push_back(real);
    }
    std::sort(entries.begin(), entries.end());
    const std::vector<std::string> ignored = ignore_patterns(path);
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (!is_left_out(name, ignored)) visit(entry, real + "/" + name);
    }
  }

  // An entry tells what it is by what the folder said of it, without a look at the file.
  void visit(const fs::directory_entry& entry, const std::string& real) {
    std::error_code error;
    const fs::path& path = entry.path();
    if (entry.is_directory(error)) {
      // An index may lie among its articles. A link to a folder may lead back up; what it shows is found
      // where it really lies.
      if (!schema::looks_like_index(path) && !entry.is_symlink(error)) folder(path, real);
    } else if (read::is_sidecar(path)) {
      return;
    } else if (plainly_no_article(path)) {
      ++walk_.ignored;
    } else {
      const bool is_link = entry.is_symlink(error);
      walk_.has_links |= is_link;
      walk_.files.push_back(
          {{path, path.lexically_relative(root_).generic_string()}, is_link ? real_path(path) : real});
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
void drop_repeats(std::vector<FoundFile>& files) {
  std::set<std::string> seen;
  std::erase_if(files, [&](const FoundFile& file) {
    return !file.real_path.empty() && !seen.insert(file.real_path).second;
  });
}

void tell_apart(std::vector<FoundFile>& files) {
  for (bool clash = true; clash;) {
    clash = false;
    std::unordered_map<std::string, std::vector<read::Source*>> by_id;
    for (FoundFile& file : files) by_id[file.source.id].push_back(&file.source);
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
  drop_repeats(result.files);
  tell_apart(result.files);
  return result;
}

Walk walk_some(const std::string& folder, const std::set<fs::path>& paths) {
  std::set<fs::path> all = paths;
  for (const fs::path& path : paths) {
    const fs::path sidecar = read::sidecar_of(path);  // with the file at its side it is none, or one again
    all.insert(sidecar);
    if (const fs::path file = path.parent_path() / path.stem().stem(); read::is_sidecar(path))
      all.insert(file);
  }
  Walker walker;
  walker.some(folder, all);
  Walk result = walker.take();
  drop_repeats(result.files);
  return result;
}

}  // namespace assay::indexer
