// The only maker of terms and of slot values. Indexer and searchd both call it, so they cannot disagree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/fields.h"

namespace assay::schema {

// Xapian's own limit; a longer term is cut and ends in a hash of the whole.
inline constexpr std::size_t kMaxTermBytes = 245;

// `word` must come from the analyzer. `field` is kText or kTitle.
std::string word_term(Field field, std::string_view word);
std::string id_term(std::string_view id);
std::string facet_term(std::string_view facet, std::string_view value);

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

}  // namespace assay::schema
