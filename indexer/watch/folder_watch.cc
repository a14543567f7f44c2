#include "indexer/watch/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace assay::watch {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kWritten{30};
constexpr std::size_t kMostPaths = 10'000;  // each takes about as long to look at as ten files of a walk
constexpr unsigned kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO |
                             IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

}  // namespace

FolderWatch::FolderWatch(const std::vector<fs::path>& roots)
    : inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), roots_(roots) {
  if (inotify_ < 0) throw std::system_error(errno, std::generic_category(), "cannot watch folders");
  for (const fs::path& root : roots_) {
    std::error_code error;
    if (fs::is_directory(root, error)) {
      add(root, true);
    } else {
      add(root.has_parent_path() ? root.parent_path() : ".", false);
    }
  }
}

FolderWatch::~FolderWatch() { ::close(inotify_); }

void FolderWatch::add(const fs::path& folder, bool with_all_below) {
  const int watch = ::inotify_add_watch(inotify_, folder.c_str(), kEvents);
  if (watch < 0) {
    if (errno != ENOENT && errno != ENOTDIR)  // gone in the meantime
      trouble_ = "cannot watch " + folder.string() + ": " +
                 (errno == ENOSPC ? "fs.inotify.max_user_watches is too small" : std::strerror(errno));
    return;
  }
  folders_[watch] = folder;
  if (!with_all_below) return;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (std::error_code ignored;
        at->is_directory(ignored) && !at->is_symlink(ignored) && !is_hidden(at->path()))
      add(at->path(), true);
}

bool FolderWatch::take_events(Clock::time_point now) {
  bool is_changed = false;
  alignas(inotify_event) std::array<char, 64 * 1024> buffer;
  for (;;) {
    const ssize_t size = ::read(inotify_, buffer.data(), buffer.size());
    if (size <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* const name = buffer.data() + at + sizeof event;
      is_changed |= take(event.wd, event.mask, event.len > 0 ? name : "", now);
      at += sizeof event + event.len;
    }
  }
  std::erase_if(written_, [&](const auto& file) {
    if (now - file.second < kWritten) return false;
    note(file.first);
    return is_changed = true;
  });
  return is_changed;
}

Changes FolderWatch::take_changes() { return std::exchange(changes_, {}); }

void FolderWatch::note(const fs::path& path) {
  if (changes_.anywhere) return;
  changes_.paths.insert(path);
  if (changes_.paths.size() > kMostPaths || std::find(roots_.begin(), roots_.end(), path) != roots_.end())
    changes_ = {true, {}};
}

bool FolderWatch::take(int watch, unsigned mask, const std::string& name, Clock::time_point now) {
  if ((mask & IN_Q_OVERFLOW) != 0) {  // events are lost: begin anew
    written_.clear();
    for (const fs::path& root : roots_)
      if (std::error_code error; fs::is_directory(root, error)) add(root, true);
    changes_ = {true, {}};
    return true;
  }
  const auto folder = folders_.find(watch);
  if (folder == folders_.end() || is_hidden(name)) return false;
  const fs::path path = name.empty() ? folder->second : folder->second / name;
  if ((mask & IN_IGNORED) != 0) {
    folders_.erase(folder);
    note(path);
    return true;
  }
  if ((mask & IN_ISDIR) != 0) {
    if ((mask & (IN_CREATE | IN_MOVED_TO)) != 0) add(path, true);
    note(path);
    return true;
  }
  if ((mask & (IN_CREATE | IN_MODIFY)) != 0) {
    written_[path.string()] = now;
    return false;  // there is nothing to read before it is closed
  }
  if ((mask & (IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE)) != 0) written_.erase(path.string());
  note(path);
  return true;
}

bool FolderWatch::is_being_written(const std::string& path, Clock::time_point now) const {
  const auto found = written_.find(path);
  return found != written_.end() && now - found->second < kWritten;
}

}  // namespace assay::watch
