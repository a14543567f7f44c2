#include "indexer/schema/word_ids.h"

#include <bit>
#include <cstring>

#include "indexer/schema/schema.h"

namespace assay::schema {

static_assert(std::endian::native == std::endian::little, "numbers are written as they are in memory");

std::string word_id_key(std::string_view word) { return std::string(kWordIdPrefix).append(word); }

std::string serialise_word_id(WordId id) { return {reinterpret_cast<const char*>(&id), sizeof id}; }

WordId parse_word_id(std::string_view bytes) {
  WordId id = 0;
  if (bytes.size() != sizeof id)
    throw FormatError("the index holds a damaged number of a word; build it again with --fresh");
  std::memcpy(&id, bytes.data(), sizeof id);
  return id;
}

std::optional<WordId> find_word_id(const Xapian::Database& database, std::string_view word) {
  const std::string known = database.get_metadata(word_id_key(word));
  if (known.empty()) return std::nullopt;
  return parse_word_id(known);
}

}  // namespace assay::schema
