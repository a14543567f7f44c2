#include "indexer/file_hash.h"

#include <sys/stat.h>
#include <xxhash.h>

#include <array>
#include <chrono>
#include <fstream>
#include <memory>

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;

using State = std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)>;

// False: it cannot be read to its end.
bool add_file(XXH3_state_t* state, const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  std::array<char, 64 * 1024> block;
  std::uint64_t size = 0;
  while (file.read(block.data(), block.size()) || file.gcount() > 0) {
    XXH3_128bits_update(state, block.data(), static_cast<std::size_t>(file.gcount()));
    size += static_cast<std::uint64_t>(file.gcount());
  }
  XXH3_128bits_update(state, &size, sizeof size);  // so that no two files read as two others
  return file.eof();
}

std::string hash_of(const read::Source& source) {
  const State state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  XXH3_128bits_update(state.get(), source.id.data(), source.id.size());
  if (!add_file(state.get(), source.path)) return {};
  const fs::path sidecar = read::sidecar_of(source.path);
  std::error_code error;
  if (fs::exists(sidecar, error) && !add_file(state.get(), sidecar)) return {};
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

// Whether so long ago that what is written now gets another time, even where a file system tells seconds
// only.
bool is_long_ago(const timespec& time) {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return now - time.tv_sec > 2;
}

}  // namespace

// False: it cannot be told yet, or not at all, whether a later change would show.
bool FileHashes::look(const read::Source& source, Looks& looks) {
  std::size_t at = 0;
  for (const fs::path& path : {source.path, read::sidecar_of(source.path)}) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      if (at == 0) return false;
      break;
    }
    if (!is_long_ago(status.st_mtim) || !is_long_ago(status.st_ctim)) return false;
    for (const std::int64_t part :
         {static_cast<std::int64_t>(status.st_size), static_cast<std::int64_t>(status.st_ino),
          static_cast<std::int64_t>(status.st_mtim.tv_sec), static_cast<std::int64_t>(status.st_mtim.tv_nsec),
          static_cast<std::int64_t>(status.st_ctim.tv_sec),
          static_cast<std::int64_t>(status.st_ctim.tv_nsec)})
      looks[at++] = part;
  }
  return true;
}

std::string FileHashes::of(const read::Source& source) {
  Looks looks{};
  const bool is_telling = look(source, looks);
  const std::string key = source.path.string() + '\0' + source.id;
  if (const auto found = remembered_.find(key);
      is_telling && found != remembered_.end() && found->second.looks == looks)
    return found->second.hash;
  std::string hash = hash_of(source);
  if (is_telling) remembered_.insert_or_assign(key, Remembered{looks, hash});
  return hash;
}

}  // namespace assay::indexer
