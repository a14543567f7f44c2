#include "searchd/snapshot/word_store.h"

#include <algorithm>
#include <array>

#include "indexer/schema/fields.h"

namespace assay::snapshot {
namespace {

constexpr std::size_t kBlockDocuments = 1024;

}  // namespace

// The words of kBlockDocuments ids, one behind the other.
struct WordBlock {
  Xapian::docid first = 0, last = 0;  // ids that it was read for
  std::string bytes;
  std::array<std::uint32_t, kBlockDocuments + 1> begins{};

  std::string_view words(Xapian::docid document) const {
    const std::size_t at = document - first;
    return std::string_view(bytes).substr(begins[at], begins[at + 1] - begins[at]);
  }
};

namespace {

std::shared_ptr<const WordBlock> read_block(std::size_t number, const Xapian::Database& database,
                                            Xapian::docid last) {
  auto block = std::make_shared<WordBlock>();
  block->first = static_cast<Xapian::docid>(number * kBlockDocuments);
  block->last = std::min<Xapian::docid>(last, block->first + kBlockDocuments - 1);
  const schema::Slot slot = spec(schema::Field::kWords).slot;
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  if (value != end) value.skip_to(std::max<Xapian::docid>(block->first, 1));
  for (std::size_t i = 0; i < kBlockDocuments; ++i) {
    block->begins[i] = static_cast<std::uint32_t>(block->bytes.size());
    const auto document = static_cast<Xapian::docid>(block->first + i);
    if (value == end || value.get_docid() != document || document > block->last) continue;
    block->bytes += *value;
    ++value;
  }
  block->begins.back() = static_cast<std::uint32_t>(block->bytes.size());
  block->bytes.shrink_to_fit();
  return block;
}

}  // namespace

std::shared_ptr<const WordBlock> WordStore::block(std::size_t number, const Xapian::Database& database,
                                                  Xapian::docid last) {
  const auto goes_as_far = [&](const std::shared_ptr<const WordBlock>& block) {
    return block != nullptr && (block->last == block->first + kBlockDocuments - 1 || block->last >= last);
  };
  {
    const std::lock_guard lock(mutex_);
    if (number < blocks_.size() && goes_as_far(blocks_[number])) return blocks_[number];
    if (bytes_ >= most_bytes_) return nullptr;
  }
  const std::shared_ptr<const WordBlock> read = read_block(number, database, last);
  const std::lock_guard lock(mutex_);
  if (number >= blocks_.size()) blocks_.resize(number + 1);
  if (goes_as_far(blocks_[number])) return blocks_[number];
  if (blocks_[number] != nullptr) bytes_ -= blocks_[number]->bytes.size();
  bytes_ += read->bytes.size();
  return blocks_[number] = read;
}

WordStore::Cursor::Cursor(WordStore& store, const Xapian::Database& database, Xapian::docid last)
    : store_(store), database_(database), last_(last) {}

std::string_view WordStore::Cursor::words(Xapian::docid document) {
  if (block_ == nullptr || document < block_->first || document > block_->last)
    block_ = store_.block(document / kBlockDocuments, database_, last_);
  return block_ != nullptr ? block_->words(document) : from_index(document);
}

std::string_view WordStore::Cursor::from_index(Xapian::docid document) {
  const schema::Slot slot = spec(schema::Field::kWords).slot;
  if (!reads_index_) {
    value_ = database_.valuestream_begin(slot);
    end_ = database_.valuestream_end(slot);
    reads_index_ = true;
  }
  if (value_ == end_) return {};
  value_.skip_to(document);
  if (value_ == end_ || value_.get_docid() != document) return {};
  bytes_ = *value_;
  return bytes_;
}

}  // namespace assay::snapshot
