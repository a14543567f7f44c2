#include "indexer/extract/phrase_matcher.h"

#include <algorithm>

namespace assay::extract {
namespace {

// Gives the number of each token that is compared.
auto numbers(const Document& document, Compare compare) {
  return [tokens = document.tokens.data(),
          number = compare == Compare::kStems ? &WordFacts::stem : &WordFacts::word](std::size_t at) {
    return tokens[at].facts.*number;
  };
}

// `match` takes the place of shorter ones that begin at the same token.
void add_longest(std::vector<PhraseMatch>& matches, const PhraseMatch& match) {
  while (!matches.empty() && matches.back().tokens.first == match.tokens.first &&
         matches.back().tokens.last < match.tokens.last)
    matches.pop_back();
  matches.push_back(match);
}

std::vector<PhraseMatch> apart(std::span<const PhraseMatch> matches) {
  std::vector<PhraseMatch> apart;
  TokenRange taken;
  for (const PhraseMatch& match : matches) {
    const bool same = match.tokens.first == taken.first && match.tokens.last == taken.last;
    if (!same && match.tokens.first < taken.last) continue;
    taken = match.tokens;
    apart.push_back(match);
  }
  return apart;
}

}  // namespace

PhraseMatcher::PhraseMatcher(Lexicon& lexicon, Compare compare, Scope scope)
    : lexicon_(&lexicon), compare_(compare), scope_(scope) {
  if (scope == Scope::kSentences) number_ = lexicon.add_matcher();
}

void PhraseMatcher::add(std::string_view phrase, std::uint32_t payload) {
  std::vector<WordId> words;
  for (const Token& token : tokens_of(phrase))
    words.push_back(lexicon_->add(compare_ == Compare::kStems ? stem(token.word) : token.word));
  (scope_ == Scope::kSentences ? lexicon_->phrases(compare_) : own_).add(words, {number_, payload});
}

void PhraseMatcher::add_names(const schema::Facet& facet) {
  for (const schema::FacetValue& value : facet.values()) {
    add(value.label, 0);
    for (const std::string& name : value.aliases)
      if (name[0] != '~' && name[0] != '=') add(name, 0);
  }
}

void PhraseMatcher::add_values(const schema::Facet& facet) {
  for (std::size_t value = 0; value < facet.values().size(); ++value)
    for (const std::string& name : facet.values()[value].aliases)
      add(name, static_cast<std::uint32_t>(value));
}

std::vector<PhraseMatch> PhraseMatcher::find(const Document& document, TokenRange range) const {
  std::vector<PhraseMatch> matches;
  const PhraseTrie& trie = scope_ == Scope::kSentences ? lexicon_->phrases(compare_) : own_;
  trie.walk(range.first, range.last, numbers(document, compare_),
            [&](std::size_t first, std::size_t last, const PhraseTrie::Entry& entry) {
              if (entry.matcher == number_) add_longest(matches, {{first, last}, entry.payload});
            });
  return matches;
}

std::span<const PhraseMatch> PhraseMatcher::in(const Document& document, const Sentence& sentence) const {
  const SentenceMatches& found = document.phrases[number_];
  const std::size_t* begin = &found.begin[static_cast<std::size_t>(&sentence - document.sentences.data())];
  return std::span(found.all).subspan(begin[0], begin[1] - begin[0]);
}

std::vector<PhraseMatch> PhraseMatcher::find_apart(const Document& document, TokenRange range) const {
  return apart(find(document, range));
}

std::vector<PhraseMatch> PhraseMatcher::apart_in(const Document& document, const Sentence& sentence) const {
  return apart(in(document, sentence));
}

void find_phrases(Document& document, const Lexicon& lexicon) {
  document.phrases.assign(lexicon.matchers(), {});
  const auto mark_begin = [&] {
    for (SentenceMatches& found : document.phrases) found.begin.push_back(found.all.size());
  };
  for (SentenceMatches& found : document.phrases) found.begin.reserve(document.sentences.size() + 1);
  for (const Sentence& sentence : document.sentences) {
    mark_begin();
    for (const Compare compare : {Compare::kWords, Compare::kStems})
      lexicon.phrases(compare).walk(
          sentence.tokens.first, sentence.tokens.last, numbers(document, compare),
          [&](std::size_t first, std::size_t last, const PhraseTrie::Entry& entry) {
            add_longest(document.phrases[entry.matcher].all, {{first, last}, entry.payload});
          });
  }
  mark_begin();
}

}  // namespace assay::extract
