#include "indexer/difference.h"

#include <algorithm>
#include <set>

namespace assay::indexer {
namespace {

using Reading = Provenance::Reading;

bool lies_below(const std::string& path, const std::string& folder) {
  return path.size() > folder.size() && path.starts_with(folder) &&
         (folder == "/" || path[folder.size()] == '/');
}

std::vector<std::string> vanished(const Walk& walk, const Provenance& known,
                                  const std::set<std::string>& there) {
  std::set<std::string> gone;
  for (const std::string& folder : walk.folders)
    known.each_below(folder, [&](const std::string& path) {
      const auto hidden = [&](const std::string& unlisted) { return lies_below(path, unlisted); };
      if (!there.contains(path) && std::none_of(walk.unlisted.begin(), walk.unlisted.end(), hidden))
        gone.insert(path);
    });
  return {gone.begin(), gone.end()};
}

}  // namespace

Difference compare(const Walk& walk, const Provenance& known, FileHashes& hashes) {
  Difference difference;
  std::set<std::string> there;
  for (const FoundFile& found : walk.files) {
    if (found.real_path.empty()) {
      difference.added.push_back({found.source, {}});
      continue;
    }
    there.insert(found.real_path);
    if (!found.is_whole) continue;
    const FileContent file{found.real_path, hashes.of(found.source)};
    const Reading reading = known.last_reading(file);
    if (reading == Reading::kByOtherRules) difference.read_otherwise.push_back(file.path);
    (reading == Reading::kAsNow   ? difference.current
     : reading == Reading::kNever ? difference.added
                                  : difference.changed)
        .push_back({found.source, file});
  }
  difference.vanished = vanished(walk, known, there);
  return difference;
}

}  // namespace assay::indexer
