#include "searchd/snapshot/form_cache.h"

#include <optional>
#include <utility>

namespace assay::snapshot {

FormCache::Forms FormCache::forms(const std::string& key, std::uint64_t revision,
                                  const std::function<Forms()>& read) {
  if (const std::optional<Entry> known = entries_.find(key); known && known->revision == revision)
    return *known->forms;
  Forms forms = read();
  std::size_t bytes = sizeof(Entry) + key.size() + forms.size() * sizeof(std::string);
  for (const std::string& form : forms) bytes += form.size();
  entries_.keep(key, {std::make_shared<const Forms>(forms), revision}, bytes);
  return forms;
}

}  // namespace assay::snapshot
