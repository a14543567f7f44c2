#include "indexer/extract/lexicon.h"

#include <xxhash.h>

#include <algorithm>
#include <atomic>

#include "indexer/extract/number.h"
#include "indexer/extract/word_memory.h"
#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

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

WordFacts Lexicon::look_up(const std::string& word) const {
  WordFacts facts;
  if (!ids_.empty()) {
    facts.word = id(word);
    facts.stem = id(stem(word));
  }
  facts.small_number = small_number(word);
  facts.month = static_cast<std::uint16_t>(month(word));
  facts.digits = static_cast<std::uint16_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }));
  return facts;
}

WordFacts Lexicon::find(const std::string& word) const {
  thread_local std::uint64_t owner = 0;
  thread_local WordMemory memory;
  if (ids_.empty() || word.empty() || word.size() > WordMemory::kLongest) return look_up(word);
  if (owner != serial_) {
    memory.clear();
    owner = serial_;
  }
  return memory.recall(word, [&](const std::string& unknown) { return look_up(unknown); });
}

}  // namespace assay::extract
