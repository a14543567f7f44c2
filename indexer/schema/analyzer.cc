#include "indexer/schema/analyzer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <xapian.h>

#include <algorithm>
#include <array>

namespace assay::schema {
namespace {

constexpr UChar32 kRightQuote = 0x2019, kModifierApostrophe = 0x02BC;

// By byte: the folded letter or digit of ASCII, 0 for every other byte.
constexpr auto kFolded = [] {
  std::array<char, 256> folded{};
  for (char c = 'a'; c <= 'z'; ++c) folded[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) folded[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<std::size_t>(c)] = c;
  return folded;
}();

char folded_ascii(char c) { return kFolded[static_cast<unsigned char>(c)]; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_apostrophe(UChar32 c) { return c == '\'' || c == kRightQuote || c == kModifierApostrophe; }

bool is_word(UChar32 c) {
  if (c < 0 || c == kModifierApostrophe) return false;  // Unicode calls the latter a letter
  if (c < 0x80) return folded_ascii(static_cast<char>(c)) != 0;
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

// `plain`: all of ASCII but for apostrophes, which vanish.
void fold(std::string_view raw, bool plain, std::string& folded) {
  folded.clear();
  if (plain) {
    for (const char c : raw)
      if (const char letter = folded_ascii(c)) folded.push_back(letter);
  } else {
    fold_unicode(raw, folded);
  }
  cut_to_limit(folded);
}

}  // namespace

bool WordReader::find_begin() {
  while (at_ < text_.size() && folded_ascii(text_[at_]) == 0) {
    std::size_t after = at_;
    if (!is_ascii(text_[at_]) && is_word(read_char(text_, after))) return true;
    at_ = std::max(after, at_ + 1);
  }
  return at_ < text_.size();
}

// Words of ASCII without apostrophes, which nearly all are, need no look at characters.
bool WordReader::read_ascii(Word& word) {
  char folded[kMaxWordBytes];
  std::size_t end = at_, size = 0;
  for (; end < text_.size(); ++end) {
    const char letter = folded_ascii(text_[end]);
    if (letter == 0) break;
    if (size < kMaxWordBytes) folded[size++] = letter;
  }
  if (end == at_ || (end < text_.size() && (!is_ascii(text_[end]) || is_apostrophe(text_[end]))))
    return false;
  word.begin = at_;
  word.end = end;
  word.folded.assign(folded, size);
  at_ = end;
  return true;
}

bool WordReader::next(Word& word) {
  while (find_begin()) {
    if (read_ascii(word)) return true;
    word.begin = word.end = at_;
    bool plain = true;
    for (std::size_t probe = at_; probe < text_.size();) {
      UChar32 c = read_char(text_, probe);
      if (!is_word(c)) {
        // An apostrophe joins only where a letter follows; the one behind "carers'" simply separates.
        if (!is_apostrophe(c) || probe == text_.size() || !is_word(c = read_char(text_, probe))) break;
      }
      plain = plain && c < 0x80;
      word.end = probe;
    }
    at_ = word.end;
    fold(text_.substr(word.begin, word.end - word.begin), plain, word.folded);
    if (!word.folded.empty()) return true;  // a lone combining mark folds to nothing
  }
  return false;
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

std::string folded_phrase(std::string_view text) {
  std::string phrase;
  for (const std::string& word : folded_words(text)) phrase += (phrase.empty() ? "" : " ") + word;
  return phrase;
}

struct Stemmer::Impl {
  Xapian::Stem stem{"english"};
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& folded_word) const { return impl_->stem(folded_word); }

}  // namespace assay::schema
