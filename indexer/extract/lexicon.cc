#include "indexer/extract/lexicon.h"

#include <xxhash.h>

#include <atomic>

#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

constexpr std::size_t kMaxRemembered = 200'000;  // words of one thread; a corpus's common ones fit

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

std::size_t WordHash::operator()(const std::string& word) const {
  return XXH3_64bits(word.data(), word.size());
}

std::string stem(const std::string& word) {
  thread_local const schema::Stemmer stemmer;
  return stemmer.stem(word);
}

WordId Lexicon::add(const std::string& word) {
  serial_ = next_serial();
  return ids_.emplace(word, static_cast<WordId>(ids_.size() + 1)).first->second;
}

WordId Lexicon::id(const std::string& word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? kNoWord : found->second;
}

WordIds Lexicon::find(const std::string& word) const {
  if (ids_.empty()) return {};
  thread_local std::uint64_t owner = 0;
  thread_local std::unordered_map<std::string, WordIds, WordHash> remembered;
  if (owner != serial_ || remembered.size() > kMaxRemembered) {
    remembered.clear();
    owner = serial_;
  }
  const auto [entry, is_new] = remembered.try_emplace(word);
  if (is_new) entry->second = {id(word), id(stem(word))};
  return entry->second;
}

}  // namespace assay::extract
