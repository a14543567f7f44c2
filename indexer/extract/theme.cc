#include "indexer/extract/theme.h"

#include <map>
#include <set>

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kStandard };

constexpr char kWeakMark = '~', kExactMark = '=';
constexpr std::size_t kListValues = 5;      // a sentence that names so many different values is a list
constexpr std::size_t kWeakPhrases = 3;     // different weak phrases that together show a value

}  // namespace

ThemeRule::ThemeRule(const taxonomy::Taxonomy& taxonomy, const schema::Facet& facet)
    : facet_(facet), cues_(taxonomy, "theme", {"standard"}) {
  for (std::size_t value = 0; value < facet.values().size(); ++value)
    for (const std::string& alias : facet.values()[value].aliases) {
      const bool marked = alias[0] == kWeakMark || alias[0] == kExactMark;
      Phrase phrase{static_cast<schema::Ordinal>(value), marked ? alias.substr(1) : alias, alias[0] == kWeakMark,
                    alias[0] == kExactMark};
      matcher_.add(phrase.text, static_cast<std::uint32_t>(phrases_.size()));
      phrases_.push_back(std::move(phrase));
    }
}

std::vector<schema::Ordinal> ThemeRule::decide(const Document& document, std::vector<Finding>& findings) const {
  std::map<schema::Ordinal, std::set<std::string>> weak;
  std::set<schema::Ordinal> strong;
  std::vector<Finding> found;
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    const std::vector<PhraseMatch> matches = matcher_.find_apart(document, sentence.tokens);
    std::set<schema::Ordinal> values;
    for (const PhraseMatch& match : matches)
      if (!phrases_[match.payload].weak) values.insert(phrases_[match.payload].value);
    const bool standard = any(cues_.find(document, sentence.tokens), kStandard);
    for (const PhraseMatch& match : matches) {
      const Phrase& phrase = phrases_[match.payload];
      Finding finding{facet_.name, facet_.values()[phrase.value].id, number,
                      document.tokens[match.tokens.first].begin, document.tokens[match.tokens.last - 1].end,
                      phrase.weak ? 1 : 2, {}};
      if (phrase.exact && document.slice(finding.begin, finding.end) != phrase.text)
        finding.refused = "not written as the abbreviation is";
      else if (standard) finding.refused = "a standard sentence";
      else if (values.size() >= kListValues) finding.refused = "one of a list";
      else if (phrase.weak) weak[phrase.value].insert(phrase.text);
      else strong.insert(phrase.value);
      found.push_back(std::move(finding));
    }
  }
  std::vector<schema::Ordinal> decided;
  for (std::size_t i = 0; i < facet_.values().size(); ++i) {
    const auto value = static_cast<schema::Ordinal>(i);
    if (strong.contains(value) || weak[value].size() >= kWeakPhrases) decided.push_back(value);
  }
  for (Finding& finding : found) {
    const auto value = facet_.ordinal(finding.value);
    if (finding.refused.empty() && !strong.contains(*value) && weak[*value].size() < kWeakPhrases)
      finding.refused = "too weak by itself";
    findings.push_back(std::move(finding));
  }
  return decided;
}

}  // namespace assay::extract
