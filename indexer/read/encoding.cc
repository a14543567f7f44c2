#include "indexer/read/encoding.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "indexer/read/fold.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

// Of 100. English prose in a western encoding gets 30 and more, random bytes 10.
constexpr int kMinConfidence = 25;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

Converter open_converter(const char* label) {
  UErrorCode status = U_ZERO_ERROR;
  return {ucnv_open(label, &status), &ucnv_close};
}

// Labels are taken as browsers take them: Latin-1 and ASCII mean windows-1252, and a page that could be
// read as far as its declaration is not in UTF-16. Nothing for what is no help.
std::string known_label(std::string_view declared) {
  const std::string label = lower(declared);
  if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii" || label == "ascii")
    return "windows-1252";
  return label.starts_with("utf-16") || label.starts_with("utf-32") || label == "utf-7" ? "" : label;
}

std::string detected_label(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "";
  if (ucsdet_getConfidence(match, &status) < kMinConfidence) return "";
  const std::string label = known_label(ucsdet_getName(match, &status));
  return label == "utf-8" ? "" : label;  // it is not: that was looked at first
}

std::string convert(std::string_view bytes, UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
  std::string utf8;
  if (U_SUCCESS(status)) text.toUTF8String(utf8);
  return utf8;
}

// Whether text whose encoding was a guess holds characters that people write.
bool is_sane(std::string_view utf8) {
  for (std::int64_t at = 0, size = static_cast<std::int64_t>(utf8.size()); at < size;) {
    UChar32 c = 0;
    U8_NEXT(utf8.data(), at, size, c);
    if (c == 0xFFFD) return false;
    if (c >= 0x80 && (U_GET_GC_MASK(c) & (U_GC_C_MASK & ~U_GC_CF_MASK)) != 0) return false;
  }
  return true;
}

class Utf16Input final : public Input {
 public:
  explicit Utf16Input(std::unique_ptr<Input> input)
      : input_(std::move(input)), from_(open_converter("UTF-16")), to_(open_converter("UTF-8")) {
    if (from_ == nullptr || to_ == nullptr) throw ReadError("is UTF-16, which cannot be converted here");
  }

  std::size_t read(char* into, std::size_t size) override {
    for (;;) {
      char* target = into;
      const char* source = bytes_.data() + begin_;
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, into + size, &source, bytes_.data() + end_,
                     pivot_.data(), &pivot_begin_, &pivot_end_, pivot_.data() + pivot_.size(),
                     /*reset=*/false, /*flush=*/ended_, &status);
      begin_ = static_cast<std::size_t>(source - bytes_.data());
      if (target != into) return static_cast<std::size_t>(target - into);
      if (ended_) return 0;
      end_ = input_->read(bytes_.data(), bytes_.size());
      begin_ = 0;
      ended_ = end_ == 0;
    }
  }

 private:
  std::unique_ptr<Input> input_;
  Converter from_, to_;
  std::array<char, 16 * 1024> bytes_;
  std::size_t begin_ = 0, end_ = 0;  // of the bytes not converted yet
  bool ended_ = false;
  std::array<UChar, 4 * 1024> pivot_;
  UChar *pivot_begin_ = pivot_.data(), *pivot_end_ = pivot_.data();
};

}  // namespace

std::size_t utf8_prefix(std::string_view bytes) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, size, c);
    if (c < 0) return static_cast<std::size_t>(begin);
  }
  return bytes.size();
}

std::string to_utf8(std::string bytes, std::string_view declared) {
  const std::size_t prefix = utf8_prefix(bytes);
  if (prefix == bytes.size() || bytes.find('\0') != std::string::npos) {
    require_text(bytes);
    return bytes;
  }
  if (const std::string label = known_label(declared); !label.empty()) {
    if (const Converter converter = open_converter(label.c_str()); converter != nullptr) {
      std::string utf8 = convert(bytes, converter.get());
      require_text(utf8);
      return utf8;
    }
  }
  if (const std::string label = detected_label(bytes); !label.empty()) {
    std::string utf8 = convert(bytes, open_converter(label.c_str()).get());
    if (!utf8.empty() && is_sane(utf8)) return utf8;
  }
  throw ReadError(fmt::format("is not UTF-8 and its encoding could not be told (byte {})", prefix + 1));
}

void require_text(std::string_view utf8) {
  if (const std::size_t at = utf8.find('\0'); at != std::string_view::npos)
    throw ReadError(fmt::format("is binary, not text (a NUL at byte {})", at + 1));
  const auto controls = std::ranges::count_if(utf8, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B);
  });
  if (static_cast<std::size_t>(controls) > utf8.size() / 10)
    throw ReadError("is binary, not text (it is full of control characters)");
}

std::string printable(std::string_view name) {
  std::string result;
  while (!name.empty()) {
    const std::size_t good = utf8_prefix(name);
    result += name.substr(0, good);
    name.remove_prefix(good);
    if (name.empty()) break;
    result += fmt::format("%{:02X}", static_cast<unsigned char>(name.front()));
    name.remove_prefix(1);
  }
  return result;
}

std::unique_ptr<Input> open_utf16(std::unique_ptr<Input> utf16) {
  return std::make_unique<Utf16Input>(std::move(utf16));
}

}  // namespace assay::read
