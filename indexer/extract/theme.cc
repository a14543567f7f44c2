#include "indexer/extract/theme.h"

#include <algorithm>
#include <set>

#include "indexer/extract/word_set.h"
#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kStandard, kScored, kOtherName };

constexpr const char* kStandardText = "a standard sentence";
constexpr std::uint32_t kDecoy = 0xffffffff;  // payload of a phrase that shows nothing

constexpr char kWeakMark = '~', kExactMark = '=';
bool take_mark(std::string& phrase, char mark) {
  if (phrase.empty() || phrase.front() != mark) return false;
  phrase.erase(0, 1);
  return true;
}

constexpr std::size_t kListValues = 5;     // a sentence that names so many different values is a list
constexpr std::size_t kEntryTokens = 10;   // a longer line is no entry of a list of names
constexpr std::size_t kWeakSentences = 2;  // sentences with weak phrases that together show a value

}  // namespace

ThemeRule::ThemeRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet)
    : facet_(facet),
      cues_(taxonomy, lexicon, "theme", {"standard", "scored", "other"}),
      matcher_(lexicon, Compare::kStems, Scope::kSentences) {
  for (const taxonomy::Cue& cue : taxonomy.cues("theme"))
    if (cue.kind == "other") matcher_.add(cue.phrase, kDecoy);
  for (std::size_t value = 0; value < facet.values().size(); ++value)
    for (const std::string& alias : facet.values()[value].aliases) {
      Phrase phrase{static_cast<schema::Ordinal>(value), alias, false, false, {}};
      phrase.weak = take_mark(phrase.text, kWeakMark);
      phrase.exact = take_mark(phrase.text, kExactMark);
      phrase.words = schema::folded_words(phrase.text);
      matcher_.add(phrase.text, static_cast<std::uint32_t>(phrases_.size()));
      phrases_.push_back(std::move(phrase));
    }
}

bool ThemeRule::written_so(const Document& document, TokenRange tokens, const Phrase& phrase) {
  const bool capitals =
      std::any_of(phrase.text.begin(), phrase.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals)
    return document.slice(document.tokens[tokens.first].begin, document.tokens[tokens.last - 1].end) ==
           phrase.text;
  return std::equal(phrase.words.begin(), phrase.words.end(),
                    document.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.first),
                    [](const std::string& word, const Token& token) { return word == token.word; });
}

std::string ThemeRule::refusal(Cues cues, const std::vector<PhraseMatch>& matches) const {
  if (any(cues, kScored)) return {};
  if (any(cues, kStandard)) return kStandardText;
  if (matches.size() < kListValues) return {};
  std::set<schema::Ordinal> values;
  for (const PhraseMatch& match : matches)
    if (match.payload != kDecoy && !phrases_[match.payload].weak)
      values.insert(phrases_[match.payload].value);
  return values.size() >= kListValues ? "one of a list" : "";
}

// The sentences that only go on with the standard one before them: "These include ..."
bool ThemeRule::goes_on(const Document& document, const Sentence& sentence) {
  static const WordSet openers = {"this", "these", "that", "they"};
  const TokenRange range = sentence.tokens;
  return range.size() > 1 && openers.contains(document.tokens[range.first].word) &&
         document.tokens[range.first + 1].word.starts_with("includ");
}

// Lines one below the other that each hold a value's name, little else and no score: a list of what there is.
std::vector<bool> ThemeRule::lists_of_names(const Document& document) const {
  std::vector<bool> listed(document.sentences.size());
  std::set<schema::Ordinal> values;
  std::size_t begin = 0;
  for (std::size_t number = 0; number <= document.sentences.size(); ++number) {
    const auto value = number < document.sentences.size() ? entry_of(document, number) : std::nullopt;
    if (value) {
      values.insert(*value);
      continue;
    }
    if (values.size() >= kListValues)
      std::fill(listed.begin() + static_cast<std::ptrdiff_t>(begin),
                listed.begin() + static_cast<std::ptrdiff_t>(number), true);
    values.clear();
    begin = number + 1;
  }
  return listed;
}

std::optional<schema::Ordinal> ThemeRule::entry_of(const Document& document, std::size_t number) const {
  const Sentence& sentence = document.sentences[number];
  const TokenRange line = document.lines[sentence.line].tokens;
  if (line.size() > kEntryTokens || sentence.tokens.size() != line.size()) return std::nullopt;
  const auto matches = matcher_.in(document, sentence);
  const auto name = std::find_if(matches.begin(), matches.end(), [&](const PhraseMatch& match) {
    return match.payload != kDecoy && match.tokens.first == line.first;
  });
  if (name == matches.end() || any(cues_.in(document, sentence), kScored)) return std::nullopt;
  for (std::size_t i = line.first; i < line.last; ++i)
    if (document.tokens[i].facts.digits != 0) return std::nullopt;
  return phrases_[name->payload].value;
}

std::vector<schema::Ordinal> ThemeRule::decide(const Document& document,
                                               std::vector<Finding>& findings) const {
  struct Shown {
    bool strongly = false;
    std::size_t weak_sentences = 0;
    std::size_t last_weak = 0;  // the sentence behind the last of them
    bool enough() const { return strongly || weak_sentences >= kWeakSentences; }
  };
  std::vector<Shown> shown(facet_.values().size());
  std::vector<schema::Ordinal> values;  // of the findings
  const std::size_t first = findings.size();
  const std::vector<bool> listed = lists_of_names(document);
  bool standard = false;  // the sentence before
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    const std::vector<PhraseMatch> matches = matcher_.apart_in(document, sentence);
    if (matches.empty()) continue;
    const std::string refused = listed[number] || (standard && goes_on(document, sentence))
                                    ? kStandardText
                                    : refusal(cues_.in(document, sentence), matches);
    standard = refused == kStandardText;
    for (const PhraseMatch& match : matches) {
      if (match.payload == kDecoy) continue;
      const Phrase& phrase = phrases_[match.payload];
      const bool other_words = phrase.exact && !written_so(document, match.tokens, phrase);
      findings.push_back(finding_at(document, facet_.name, facet_.values()[phrase.value].id, number,
                                    match.tokens, phrase.weak ? 1 : 2,
                                    other_words ? "not written so" : refused));
      values.push_back(phrase.value);
      if (!findings.back().refused.empty()) continue;
      Shown& value = shown[phrase.value];
      value.strongly |= !phrase.weak;
      value.weak_sentences += phrase.weak && value.last_weak != number + 1;
      if (phrase.weak) value.last_weak = number + 1;
    }
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    if (findings[first + i].refused.empty() && !shown[values[i]].enough())
      findings[first + i].refused = "too weak by itself";
  std::vector<schema::Ordinal> decided;
  for (std::size_t value = 0; value < shown.size(); ++value)
    if (shown[value].enough()) decided.push_back(static_cast<schema::Ordinal>(value));
  return decided;
}

}  // namespace assay::extract
