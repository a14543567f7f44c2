#include "indexer/extract/theme.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kStandard, kScored, kOtherName };

constexpr std::uint32_t kDecoy = 0xffffffff;  // payload of a phrase that shows nothing

constexpr char kWeakMark = '~', kExactMark = '=';
bool take_mark(std::string& phrase, char mark) {
  if (phrase.empty() || phrase.front() != mark) return false;
  phrase.erase(0, 1);
  return true;
}

constexpr std::size_t kListValues = 5;     // a sentence that names so many different values is a list
constexpr std::size_t kWeakSentences = 2;  // sentences with weak phrases that together show a value

}  // namespace

ThemeRule::ThemeRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet)
    : facet_(facet),
      cues_(taxonomy, lexicon, "theme", {"standard", "scored", "other"}),
      matcher_(lexicon, Compare::kStems) {
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

std::vector<schema::Ordinal> ThemeRule::decide(const Document& document,
                                               std::vector<Finding>& findings) const {
  std::map<schema::Ordinal, std::set<std::size_t>> weak;  // sentences
  std::set<schema::Ordinal> strong;
  std::vector<Finding> found;
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    const std::vector<PhraseMatch> matches = matcher_.find_apart(document, sentence.tokens);
    if (matches.empty()) continue;
    std::set<schema::Ordinal> values;
    for (const PhraseMatch& match : matches)
      if (match.payload != kDecoy && !phrases_[match.payload].weak)
        values.insert(phrases_[match.payload].value);
    const std::vector<CueMatch> cues = cues_.find(document, sentence.tokens);
    const bool standard = any(cues, kStandard) && !any(cues, kScored);
    const bool list = values.size() >= kListValues && !any(cues, kScored);
    for (const PhraseMatch& match : matches) {
      if (match.payload == kDecoy) continue;
      const Phrase& phrase = phrases_[match.payload];
      Finding finding = finding_at(document, facet_.name, facet_.values()[phrase.value].id, number,
                                   match.tokens, phrase.weak ? 1 : 2, {});
      if (phrase.exact && !written_so(document, match.tokens, phrase))
        finding.refused = "not written so";
      else if (standard)
        finding.refused = "a standard sentence";
      else if (list)
        finding.refused = "one of a list";
      else if (phrase.weak)
        weak[phrase.value].insert(number);
      else
        strong.insert(phrase.value);
      found.push_back(std::move(finding));
    }
  }
  std::vector<schema::Ordinal> decided;
  for (std::size_t i = 0; i < facet_.values().size(); ++i) {
    const auto value = static_cast<schema::Ordinal>(i);
    if (strong.contains(value) || weak[value].size() >= kWeakSentences) decided.push_back(value);
  }
  for (Finding& finding : found) {
    const auto value = facet_.ordinal(finding.value);
    if (finding.refused.empty() && !strong.contains(*value) && weak[*value].size() < kWeakSentences)
      finding.refused = "too weak by itself";
    findings.push_back(std::move(finding));
  }
  return decided;
}

}  // namespace assay::extract
