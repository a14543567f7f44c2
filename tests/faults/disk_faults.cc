// Preloaded into a program, it stands between that and the disk: it counts the calls that change a folder,
// and lets one of them fail or be the last. By environment variables:
//   ASSAY_FAULT_FOLDER  the folder; only what happens below it counts. Absolute, without links.
//   ASSAY_FAULT_COUNT   a file that gets the number of calls when the program ends
//   ASSAY_FAULT_AT      at which call, from 1, the fault comes
//   ASSAY_FAULT_HOW     killed-before, killed-after or killed-amid that call (amid: half of what it writes is
//   written);
//                       ENOSPC, EIO or EMFILE: it fails so, and each that follows, as on a disk that stays
//                       full
//   ASSAY_FAULT_AFTER   after so many microseconds the program is killed, whatever it does
//   ASSAY_FAULT_ONCE    set: only that call fails
//   ASSAY_FAULT_WHILE   a file: as long as it is there, each call that puts something on the disk fails,
//                       whatever its number; what is there already can be opened
//   ASSAY_FAULT_FREE    a file that holds the bytes which statvfs is to call available
// ENOSPC comes from calls that take room, and the first write is cut short as a disk's last block cuts it;
// EMFILE from opening, also for reading; EIO from any.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

enum class Kind { kOpen, kOpenToRead, kWrite, kSync, kTakesRoom, kFrees };

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}
#define REAL(function) static const auto next = real<decltype(&::function)>(#function)

class Faults {
 public:
  Faults()
      : folder_(text("ASSAY_FAULT_FOLDER")),
        how_(text("ASSAY_FAULT_HOW")),
        at_(std::strtol(text("ASSAY_FAULT_AT"), nullptr, 10)),
        is_once_(std::getenv("ASSAY_FAULT_ONCE") != nullptr) {
    error_ = how_ == "ENOSPC" ? ENOSPC : how_ == "EIO" ? EIO : how_ == "EMFILE" ? EMFILE : 0;
    if (const long after = std::strtol(text("ASSAY_FAULT_AFTER"), nullptr, 10); after > 0) kill_after(after);
  }
  ~Faults() {
    const char* const path = std::getenv("ASSAY_FAULT_COUNT");
    if (path == nullptr) return;
    if (std::FILE* file = std::fopen(path, "w")) {
      std::fprintf(file, "%ld", calls_.load());
      std::fclose(file);
    }
  }

  bool concern(std::string_view path) const {
    return !folder_.empty() && path.starts_with(folder_) &&
           (path.size() == folder_.size() || path[folder_.size()] == '/');
  }
  bool concern_name(int folder, const char* name) const {
    if (folder_.empty()) return false;
    if (name[0] == '/') return concern(name);
    char path[PATH_MAX];
    return folder != AT_FDCWD ? concern_file(folder)
                              : ::getcwd(path, sizeof path) != nullptr && concern(path);
  }
  bool concern_file(int file) const {
    if (folder_.empty()) return false;
    char link[32], path[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path);
    return length > 0 && concern({path, static_cast<std::size_t>(length)});
  }

  // Of a call that changes the folder: what it gives with this fault, or none. `half` does half of it.
  template <typename Call, typename Half>
  auto through(Kind kind, const Call& call, const Half& half) -> decltype(call()) {
    const bool counts = kind != Kind::kOpenToRead;
    const long number = counts ? ++calls_ : calls_.load();
    const bool is_here = counts && number == at_;
    if (is_here && how_ == "killed-before") die();
    if (is_here && how_ == "killed-amid") {
      half();
      die();
    }
    const bool is_reached = at_ > 0 && (is_here || (!is_once_ && number >= at_));
    const bool is_full = (kind == Kind::kWrite || kind == Kind::kTakesRoom) && is_while();
    if (error_ != 0 && ((is_reached && fails(kind)) || is_full)) {
      if (is_here && !is_once_ && error_ == ENOSPC && kind == Kind::kWrite)
        if (const auto written = half(); written > 0) return written;
      errno = error_;
      return decltype(call())(-1);
    }
    const auto result = call();
    if (is_here && how_ == "killed-after") die();
    return result;
  }

 private:
  static const char* text(const char* variable) {
    const char* const value = std::getenv(variable);
    return value != nullptr ? value : "";
  }
  static void kill_after(long microseconds) {
    sigevent killed{};
    killed.sigev_notify = SIGEV_SIGNAL;
    killed.sigev_signo = SIGKILL;
    timer_t timer;
    itimerspec once{};
    once.it_value = {microseconds / 1'000'000, microseconds % 1'000'000 * 1'000};
    if (::timer_create(CLOCK_MONOTONIC, &killed, &timer) != 0 ||
        ::timer_settime(timer, 0, &once, nullptr) != 0)
      std::abort();
  }
  [[noreturn]] static void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
  }
  static bool is_while() {
    const char* const file = std::getenv("ASSAY_FAULT_WHILE");
    return file != nullptr && ::access(file, F_OK) == 0;
  }
  bool fails(Kind kind) const {
    if (error_ == EMFILE) return kind == Kind::kOpen || kind == Kind::kOpenToRead;
    if (error_ == ENOSPC) return kind != Kind::kFrees && kind != Kind::kOpenToRead;
    return kind != Kind::kOpenToRead;
  }

  const std::string_view folder_, how_;
  const long at_;
  const bool is_once_;
  int error_ = 0;
  std::atomic<long> calls_ = 0;
};

Faults& faults() {
  static Faults all;
  return all;
}
// So that the count is written also by a program that makes no such call.
[[maybe_unused]] const Faults& begun = faults();

template <typename Call>
auto through(bool is_concerned, Kind kind, const Call& call) {
  return is_concerned ? faults().through(kind, call, [] { return decltype(call())(0); }) : call();
}

Kind kind_of_open(int flags) {
  return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0 ? Kind::kOpen : Kind::kOpenToRead;
}

template <typename Open>
int open_through(int folder, const char* name, int flags, const Open& open) {
  return through(faults().concern_name(folder, name), kind_of_open(flags), open);
}

template <typename Open>
std::FILE* fopen_through(const char* name, const char* mode, const Open& open) {
  const Kind kind = std::strpbrk(mode, "wa+") != nullptr ? Kind::kOpen : Kind::kOpenToRead;
  std::FILE* file = nullptr;
  const int result = through(faults().concern_name(AT_FDCWD, name), kind, [&] {
    file = open();
    return file != nullptr ? 0 : -1;
  });
  return result == 0 ? file : nullptr;
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" {

#define OPEN(function)                                                                   \
  int function(const char* name, int flags, ...) {                                       \
    REAL(function);                                                                      \
    va_list arguments;                                                                   \
    va_start(arguments, flags);                                                          \
    const mode_t mode = mode_of(flags, arguments);                                       \
    va_end(arguments);                                                                   \
    return open_through(AT_FDCWD, name, flags, [&] { return next(name, flags, mode); }); \
  }
#define OPENAT(function)                                                                       \
  int function(int folder, const char* name, int flags, ...) {                                 \
    REAL(function);                                                                            \
    va_list arguments;                                                                         \
    va_start(arguments, flags);                                                                \
    const mode_t mode = mode_of(flags, arguments);                                             \
    va_end(arguments);                                                                         \
    return open_through(folder, name, flags, [&] { return next(folder, name, flags, mode); }); \
  }
#define FOPEN(function)                                                 \
  std::FILE* function(const char* name, const char* mode) {             \
    REAL(function);                                                     \
    return fopen_through(name, mode, [&] { return next(name, mode); }); \
  }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
FOPEN(fopen)
FOPEN(fopen64)

ssize_t write(int file, const void* bytes, size_t size) {
  REAL(write);
  const auto put = [&](size_t part) { return next(file, bytes, part); };
  if (!faults().concern_file(file)) return put(size);
  return faults().through(
      Kind::kWrite, [&] { return put(size); }, [&] { return put(size / 2); });
}

#define PWRITE(function, offset)                                                 \
  ssize_t function(int file, const void* bytes, size_t size, offset at) {        \
    REAL(function);                                                              \
    const auto put = [&](size_t part) { return next(file, bytes, part, at); };   \
    if (!faults().concern_file(file)) return put(size);                          \
    return faults().through(                                                     \
        Kind::kWrite, [&] { return put(size); }, [&] { return put(size / 2); }); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int file, const iovec* parts, int count) {
  REAL(writev);
  return through(faults().concern_file(file), Kind::kWrite, [&] { return next(file, parts, count); });
}

#define ON_FILE(function, kind, ...) \
  REAL(function);                    \
  return through(faults().concern_file(file), Kind::kind, [&] { return next(__VA_ARGS__); });
int fsync(int file) { ON_FILE(fsync, kSync, file) }
int fdatasync(int file) { ON_FILE(fdatasync, kSync, file) }
int ftruncate(int file, off_t size) noexcept { ON_FILE(ftruncate, kTakesRoom, file, size) }
int ftruncate64(int file, off64_t size) noexcept { ON_FILE(ftruncate64, kTakesRoom, file, size) }

#define ON_NAME(function, folder, name, kind, ...) \
  REAL(function);                                  \
  return through(faults().concern_name(folder, name), Kind::kind, [&] { return next(__VA_ARGS__); });
int rename(const char* from, const char* to) noexcept { ON_NAME(rename, AT_FDCWD, to, kTakesRoom, from, to) }
int renameat(int old_folder, const char* from, int folder, const char* to) noexcept {
  ON_NAME(renameat, folder, to, kTakesRoom, old_folder, from, folder, to)
}
int link(const char* from, const char* to) noexcept { ON_NAME(link, AT_FDCWD, to, kTakesRoom, from, to) }
int symlink(const char* from, const char* to) noexcept {
  ON_NAME(symlink, AT_FDCWD, to, kTakesRoom, from, to)
}
int mkdir(const char* name, mode_t mode) noexcept { ON_NAME(mkdir, AT_FDCWD, name, kTakesRoom, name, mode) }
int unlink(const char* name) noexcept { ON_NAME(unlink, AT_FDCWD, name, kFrees, name) }
int remove(const char* name) noexcept { ON_NAME(remove, AT_FDCWD, name, kFrees, name) }
int rmdir(const char* name) noexcept { ON_NAME(rmdir, AT_FDCWD, name, kFrees, name) }
int unlinkat(int folder, const char* name,
             int flags) noexcept {ON_NAME(unlinkat, folder, name, kFrees, folder, name, flags)}

#define STATVFS(function, Space)                                                          \
  int function(const char* name, Space* space) noexcept {                                 \
    REAL(function);                                                                       \
    const int result = next(name, space);                                                 \
    const char* const told = std::getenv("ASSAY_FAULT_FREE");                             \
    std::FILE* const file = told != nullptr ? std::fopen(told, "r") : nullptr;            \
    if (file == nullptr) return result;                                                   \
    unsigned long bytes = 0;                                                              \
    if (std::fscanf(file, "%lu", &bytes) == 1) space->f_bavail = bytes / space->f_frsize; \
    std::fclose(file);                                                                    \
    return result;                                                                        \
  }
STATVFS(statvfs, struct statvfs) STATVFS(statvfs64, struct statvfs64)

}  // extern "C"
