#include "searchd/snapshot/word_store.h"

#include "indexer/schema/fields.h"

namespace assay::snapshot {

void WordStore::forget_gone(const Roaring& living) {
  const std::lock_guard lock(mutex_);
  for (std::shared_ptr<const WordBlock>& block : blocks_) {
    if (block == nullptr) continue;
    const std::uint64_t before = block->first() == 0 ? 0 : living.rank(block->first() - 1);
    const std::uint64_t left = living.rank(block->last()) - before;
    if (left > 0 && !is_mostly_gone(block->documents(), left)) continue;
    bytes_ -= block->bytes();
    block = nullptr;
  }
}

std::shared_ptr<const WordBlock> WordStore::block(std::size_t number, const Revision& revision) {
  const auto serves = [&](const std::shared_ptr<const WordBlock>& block) {
    return block != nullptr && block->serves(revision);
  };
  {
    const std::lock_guard lock(mutex_);
    if (number < blocks_.size() && serves(blocks_[number])) return blocks_[number];
    if (bytes_ >= most_bytes_) return nullptr;
  }
  const auto read = std::make_shared<const WordBlock>(number, revision);
  const std::lock_guard lock(mutex_);
  if (number >= blocks_.size()) blocks_.resize(number + 1);
  if (serves(blocks_[number])) return blocks_[number];
  if (blocks_[number] != nullptr) bytes_ -= blocks_[number]->bytes();
  bytes_ += read->bytes();
  return blocks_[number] = read;
}

bool WordStore::read_ahead(const Revision& revision, const std::function<bool()>& go_on) {
  for (std::size_t number = 0; number <= revision.last / WordBlock::kDocuments; ++number) {
    if (!go_on()) return false;
    if (block(number, revision) == nullptr) break;
  }
  return true;
}

WordStore::Cursor::Cursor(WordStore& store, const Revision& revision) : store_(store), revision_(revision) {}

const WordBlock* WordStore::Cursor::block(Xapian::docid document) {
  if (block_ == nullptr || document < block_->first() || document > block_->last())
    block_ = store_.block(document / WordBlock::kDocuments, revision_);
  return block_.get();
}

std::string_view WordStore::Cursor::words(Xapian::docid document) {
  const WordBlock* const known = block(document);
  return known != nullptr ? known->words(document) : from_index(document);
}

std::string_view WordStore::Cursor::from_index(Xapian::docid document) {
  const schema::Slot slot = spec(schema::Field::kWords).slot;
  if (!reads_index_) {
    value_ = revision_.database.valuestream_begin(slot);
    end_ = revision_.database.valuestream_end(slot);
    reads_index_ = true;
  }
  if (value_ == end_) return {};
  value_.skip_to(document);
  if (value_ == end_ || value_.get_docid() != document) return {};
  bytes_ = *value_;
  return bytes_;
}

}  // namespace assay::snapshot
