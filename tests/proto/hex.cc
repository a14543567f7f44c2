#include "tests/proto/hex.h"

#include <cctype>
#include <charconv>
#include <stdexcept>

namespace assay::tests {

std::string from_hex(std::string_view hex) {
  std::string digits;
  for (const char c : hex)
    if (std::isspace(static_cast<unsigned char>(c)) == 0) digits += c;
  if (digits.size() % 2 != 0) throw std::invalid_argument("half a byte in " + digits);
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    unsigned value = 0;
    const char* end = digits.data() + i + 2;
    if (std::from_chars(digits.data() + i, end, value, 16).ptr != end)
      throw std::invalid_argument("not hexadecimal: " + digits.substr(i, 2));
    bytes += static_cast<char>(value);
  }
  return bytes;
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!hex.empty()) hex += ' ';
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace assay::tests
