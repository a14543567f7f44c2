// The only maker of terms and of slot values. Indexer and searchd both call it, so they cannot disagree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/fields.h"

namespace assay::schema {

// Xapian's own limit; a longer term is cut and ends in a hash of the whole.
inline constexpr std::size_t kMaxTermBytes = 245;

// `word` must come from the analyzer. `field` is kText or kTitle.
std::string word_term(Field field, std::string_view word);
// Whether a term is a word of the text. Words are folded, so only a prefix begins with a capital.
bool is_word_term(std::string_view term);
// The word that a word term is made of, and whether it is one of the title.
std::string_view word_of(std::string_view word_term);
bool is_title_term(std::string_view word_term);
std::string id_term(std::string_view id);
std::string source_term(std::string_view path);
// A key of the index's metadata about one article or group.
std::string bounded_key(std::string_view prefix, std::string_view id);
std::string facet_term(std::string_view facet, std::string_view value);

// 59 <-> "059", so that scores sort as numbers do. `score` is 0 to 999.
std::string score_value(int score);

// "2025-05-30" <-> "20250530". Nothing when the text is no such day of the calendar.
std::optional<std::string> date_value(std::string_view iso_date);
// Date values below and above every day of the calendar; an article without a date lies between neither.
inline const std::string kBeforeEveryDay = "00000000", kBehindEveryDay = "99999999";
std::string iso_date(std::string_view date_value);  // empty in, empty out

// The set of a multi-valued facet's ordinals in one slot: big-endian u16s, sorted, each once.
// So equal sets are equal bytes and values sort by their first ordinal.
using Ordinal = std::uint16_t;
std::string ordinals_value(std::vector<Ordinal> ordinals);
std::vector<Ordinal> ordinals(std::string_view value);

// The bands of a text's MinHash in their order, a hash each: big-endian u32s.
inline constexpr std::size_t kBands = 16;
using BandHash = std::uint32_t;
std::string bands_value(std::span<const BandHash> bands);
std::vector<BandHash> bands(std::string_view value);

}  // namespace assay::schema
