#include "searchd/query/chars.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace assay::query {
namespace {

constexpr UChar32 kLeftQuote = 0x201C, kRightQuote = 0x201D;
constexpr std::size_t kLongestExcerpt = 60;  // bytes

}  // namespace

Char read_char(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(at);
  U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  switch (c) {
    case '"':
    case kLeftQuote:
    case kRightQuote:
      return Char::kQuote;
    case '(':
      return Char::kOpen;
    case ')':
      return Char::kClose;
    case '|':
      return Char::kBar;
    default:
      return c > 0 && u_isUWhiteSpace(c) != 0 ? Char::kSpace : Char::kOther;
  }
}

bool is_bare(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (read_char(text, at) != Char::kOther) return false;
  return !text.empty();
}

std::string quoted(std::string_view text) {
  std::size_t end = text.size();
  if (end > kLongestExcerpt)
    for (end = kLongestExcerpt; end > 0 && U8_IS_TRAIL(static_cast<unsigned char>(text[end]));) --end;
  std::string result = "'";
  result.append(text.substr(0, end));
  return result.append(end < text.size() ? "...'" : "'");
}

}  // namespace assay::query
