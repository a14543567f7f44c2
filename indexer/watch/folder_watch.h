// Tells that something changes in folders, by inotify.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace assay::watch {

// Where something happened: at these paths or below them, which are made of the roots as they were given. Or
// anywhere, where that cannot be told or would be too much to tell.
struct Changes {
  bool anywhere = false;
  std::set<std::filesystem::path> paths;
};

// Not thread-safe.
class FolderWatch {
 public:
  using Clock = std::chrono::steady_clock;

  // Watches these folders and all below them but hidden ones; of a file, the folder that it lies in. Throws
  // std::system_error where the system has no inotify left.
  explicit FolderWatch(const std::vector<std::filesystem::path>& roots);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  int descriptor() const { return inotify_; }  // readable when something happened

  // Takes in what happened. Whether a file may have changed, appeared or gone.
  bool take_events(Clock::time_point now);
  // Where, since this was asked last.
  Changes take_changes();

  // Whether somebody writes to the file: it was written to less than `kWritten` ago and was not closed since.
  bool is_being_written(const std::string& path, Clock::time_point now) const;
  bool is_anything_being_written() const { return !written_.empty(); }

  // Not empty: folders that cannot be watched, and why. What happens there is seen by looking only.
  const std::string& trouble() const { return trouble_; }

 private:
  void add(const std::filesystem::path& folder, bool with_all_below);
  bool take(int watch, unsigned mask, const std::string& name, Clock::time_point now);
  void note(const std::filesystem::path& path);

  int inotify_ = -1;
  std::vector<std::filesystem::path> roots_;
  std::unordered_map<int, std::filesystem::path> folders_;  // by watch
  std::map<std::string, Clock::time_point> written_;        // when last
  Changes changes_;
  std::string trouble_;
};

}  // namespace assay::watch
