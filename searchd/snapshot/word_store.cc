#include "searchd/snapshot/word_store.h"

#include "indexer/schema/fields.h"

namespace assay::snapshot {

std::shared_ptr<const WordBlock> WordStore::block(std::size_t number, const Xapian::Database& database,
                                                  Xapian::docid last) {
  const auto goes_as_far = [&](const std::shared_ptr<const WordBlock>& block) {
    return block != nullptr && block->goes_as_far_as(last);
  };
  {
    const std::lock_guard lock(mutex_);
    if (number < blocks_.size() && goes_as_far(blocks_[number])) return blocks_[number];
    if (bytes_ >= most_bytes_) return nullptr;
  }
  const auto read = std::make_shared<const WordBlock>(number, database, last);
  const std::lock_guard lock(mutex_);
  if (number >= blocks_.size()) blocks_.resize(number + 1);
  if (goes_as_far(blocks_[number])) return blocks_[number];
  if (blocks_[number] != nullptr) bytes_ -= blocks_[number]->bytes();
  bytes_ += read->bytes();
  return blocks_[number] = read;
}

WordStore::Cursor::Cursor(WordStore& store, const Xapian::Database& database, Xapian::docid last)
    : store_(store), database_(database), last_(last) {}

const WordBlock* WordStore::Cursor::block(Xapian::docid document) {
  if (block_ == nullptr || document < block_->first() || document > block_->last())
    block_ = store_.block(document / WordBlock::kDocuments, database_, last_);
  return block_.get();
}

std::string_view WordStore::Cursor::words(Xapian::docid document) {
  const WordBlock* const known = block(document);
  return known != nullptr ? known->words(document) : from_index(document);
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
