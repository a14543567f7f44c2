#include "indexer/schema/analyzer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <xapian.h>

namespace assay::schema {
namespace {

constexpr UChar32 kRightQuote = 0x2019, kModifierApostrophe = 0x02BC;

bool is_ascii_word(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == kRightQuote || c == kModifierApostrophe; }

bool is_word(UChar32 c) {
  if (c < 0 || c == kModifierApostrophe) return false;  // Unicode calls the latter a letter
  if (c < 0x80) return is_ascii_word(static_cast<unsigned char>(c));
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_M_MASK)) != 0;
}

// The character at `at`, which moves behind it; negative where the bytes are not UTF-8.
UChar32 read_char(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(at);
  U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c;
}

// The slow path of folding, for words with characters beyond ASCII.
void fold_unicode(std::string_view raw, std::string& folded) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  const auto source = icu::UnicodeString::fromUTF8({raw.data(), static_cast<std::int32_t>(raw.size())});
  const icu::UnicodeString split = decompose->normalize(casefold->normalize(source, status), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    // Some ligatures decompose into several words; a word has no blanks.
    if (u_charType(c) != U_NON_SPACING_MARK && is_word(c)) kept.append(c);
  }
  kept.toUTF8String(folded);
}

void cut_to_limit(std::string& word) {
  if (word.size() <= kMaxWordBytes) return;
  std::size_t end = kMaxWordBytes;
  while (end > 0 && U8_IS_TRAIL(static_cast<unsigned char>(word[end]))) --end;
  word.resize(end);
}

void fold(std::string_view raw, bool ascii, std::string& folded) {
  folded.clear();
  if (ascii) {
    for (const char c : raw)
      if (c != '\'') folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  } else {
    fold_unicode(raw, folded);
  }
  cut_to_limit(folded);
}

}  // namespace

bool WordReader::next(Word& word) {
  for (;;) {
    std::size_t begin = at_, after = at_;
    for (; begin < text_.size(); begin = after) {
      after = begin;
      if (is_word(read_char(text_, after))) break;
    }
    if (begin == text_.size()) return at_ = begin, false;

    std::size_t end = after;  // behind the last letter
    bool ascii = static_cast<unsigned char>(text_[begin]) < 0x80;
    for (std::size_t probe = end; probe < text_.size();) {
      const std::size_t from = probe;
      const UChar32 c = read_char(text_, probe);
      if (!is_word(c)) {
        // An apostrophe joins only where a letter follows; the one behind "carers'" simply separates.
        std::size_t beyond = probe;
        if (!is_apostrophe(c) || probe == text_.size() || !is_word(read_char(text_, beyond))) break;
        probe = beyond;
      }
      for (std::size_t i = from; i < probe; ++i) ascii &= static_cast<unsigned char>(text_[i]) < 0x80;
      end = probe;
    }
    at_ = end;
    word.begin = begin;
    word.end = end;
    fold(text_.substr(begin, end - begin), ascii, word.folded);
    if (!word.folded.empty()) return true;  // a lone combining mark folds to nothing
  }
}

std::vector<Word> words(std::string_view text) {
  std::vector<Word> result;
  WordReader reader(text);
  for (Word word; reader.next(word);) result.push_back(word);
  return result;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> result;
  WordReader reader(text);
  for (Word word; reader.next(word);) result.push_back(word.folded);
  return result;
}

struct Stemmer::Impl {
  Xapian::Stem stem{"english"};
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& folded_word) const { return impl_->stem(folded_word); }

}  // namespace assay::schema
