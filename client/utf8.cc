#include "client/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

#include "client/assay.h"

namespace assay::client {
namespace {

// The first byte that begins no character.
std::optional<std::uint32_t> break_of(const std::string& text) {
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), INT32_MAX));
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    if (character < 0) return static_cast<std::uint32_t>(begin);
  }
  return std::nullopt;
}

Error no_utf8(const std::string& what) { return {ErrorKind::kInvalid, what + " is not valid UTF-8"}; }

}  // namespace

const std::string& require_utf8(const std::string& text, const std::string& what) {
  if (break_of(text)) throw no_utf8(what);
  return text;
}

const std::string& require_utf8_query(const std::string& query) {
  if (const auto at = break_of(query)) {
    Error error = no_utf8("the query");
    error.offset = *at;
    error.length = 1;
    throw error;
  }
  return query;
}

}  // namespace assay::client
