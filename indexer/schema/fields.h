// The field table: which prefix a field's terms have and which slot its values. One constexpr table from
// which the term builder, the query fields and INDEX_FORMAT.md follow; static_asserts below prove it sound.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace assay::schema {

using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = 0xffffffff;

enum class Field : std::uint8_t {
  kText,
  kTitle,
  kId,
  kFacet,
  kDate,
  kFingerprint,
  kBands,
  kScore,
  kSource,
  kWords,
  kArticle
};

struct FieldSpec {
  Field field;
  std::string_view name;
  std::string_view prefix;  // of its terms; empty for words of the text, which have none
  Slot slot;                // of its value, kNoSlot if it has none
  std::string_view holds;   // one line for people
};

inline constexpr std::array kFields = {
    FieldSpec{Field::kText, "text", "", kNoSlot, "words of title and text, folded, unstemmed"},
    FieldSpec{Field::kTitle, "title", "S", kNoSlot, "words of the title"},
    FieldSpec{Field::kId, "id", "Q", 1, "the article's own id"},
    FieldSpec{Field::kFacet, "facet", "XF", kNoSlot, "facet name, a colon, the value's id"},
    FieldSpec{Field::kDate, "date", "", 0, "day of publication as YYYYMMDD"},
    FieldSpec{Field::kFingerprint, "fingerprint", "", 2, "hash of the article and of what read it"},
    FieldSpec{Field::kBands, "bands", "", 5, "the bands of the MinHash of the text; copies share some"},
    FieldSpec{Field::kScore, "score", "", 3, "the overall score, a percentage of three digits"},
    FieldSpec{Field::kSource, "source", "XP", kNoSlot, "absolute path of a file that gives the article"},
    FieldSpec{Field::kWords, "words", "", 4, "the words of title and text in order, as their numbers"},
    FieldSpec{Field::kArticle, "article", "", 6, "the article as readers show it, packed"},
};

// Positions between the last word of the title and the first of the text, so that no phrase and no NEAR
// reaches from one into the other: more than the widest window of a query.
inline constexpr std::uint32_t kFieldGap = 200;

// Facet n of the schema keeps its ordinals in slot kFirstFacetSlot + n.
inline constexpr Slot kFirstFacetSlot = 16;

constexpr const FieldSpec& spec(Field field) { return kFields[static_cast<std::size_t>(field)]; }

namespace detail {

constexpr bool in_order_of_enum() {
  for (std::size_t i = 0; i < kFields.size(); ++i)
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
  return true;
}

constexpr bool slots_are_unique_and_below_facets() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].slot == kNoSlot) continue;
    if (kFields[i].slot >= kFirstFacetSlot) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (kFields[i].slot == kFields[j].slot) return false;
  }
  return true;
}

// Words are folded to lower case, so a prefix that starts with a capital cannot collide with them;
// nor may one prefix begin another.
constexpr bool prefixes_are_apart() {
  for (const FieldSpec& a : kFields) {
    if (a.prefix.empty()) continue;
    if (a.prefix[0] < 'A' || a.prefix[0] > 'Z') return false;
    for (const FieldSpec& b : kFields)
      if (a.field != b.field && !b.prefix.empty() && b.prefix.starts_with(a.prefix)) return false;
  }
  return true;
}

static_assert(in_order_of_enum());
static_assert(slots_are_unique_and_below_facets());
static_assert(prefixes_are_apart());

}  // namespace detail
}  // namespace assay::schema
