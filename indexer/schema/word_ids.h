// The number that an index has for each of its words.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assay::schema {

// Counted from 0 in the order in which the words first came, and kept for good; so common words have small
// ones.
using WordId = std::uint32_t;

// Keys of the index's metadata: a word's id, and how many were given.
inline constexpr std::string_view kWordIdPrefix = "w:";
inline constexpr std::string_view kWordCountKey = "assay.words";
std::string word_id_key(std::string_view word);

std::string serialise_word_id(WordId id);
// Throws FormatError when the bytes are none of ours.
WordId parse_word_id(std::string_view bytes);

// Nothing where the index never had the word. Throws FormatError.
std::optional<WordId> find_word_id(const Xapian::Database& database, std::string_view word);

}  // namespace assay::schema
