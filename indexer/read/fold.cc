#include "indexer/read/fold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace assay::read {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

enum class Kind { kCharacter, kBlank, kNothing };

Kind kind_of(UChar32 c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F ? Kind::kBlank : Kind::kCharacter;
  if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF) return Kind::kNothing;
  return u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR ? Kind::kBlank : Kind::kCharacter;
}

}  // namespace

void Folder::append(std::string_view text, std::string& folded) {
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, c);
    const Kind kind = kind_of(c);
    blank_ = blank_ || kind == Kind::kBlank;
    if (kind != Kind::kCharacter) continue;
    if (blank_ && started_) folded += ' ';
    blank_ = false;
    started_ = true;
    if (c == kReplacement)
      folded += "\xEF\xBF\xBD";
    else
      folded += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
  }
}

std::string folded(std::string_view text) {
  std::string result;
  Folder().append(text, result);
  return result;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

bool is_blank(std::string_view text) {
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, c);
    if (kind_of(c) == Kind::kCharacter) return false;
  }
  return true;
}

}  // namespace assay::read
