#include "indexer/extract/phrase_matcher.h"

namespace assay::extract {
namespace {

std::uint64_t edge(std::uint32_t node, std::uint32_t word) { return std::uint64_t{node} << 32 | word; }

}  // namespace

void PhraseMatcher::add(std::string_view phrase, std::uint32_t payload) {
  std::uint32_t node = kRoot;
  for (const Token& token : tokens_of(phrase)) {
    const std::string& word = compare_ == Compare::kStems ? token.stem : token.word;
    const auto number = words_.emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
    const auto [next, is_new] =
        edges_.emplace(edge(node, number), static_cast<std::uint32_t>(payloads_.size()));
    if (is_new) payloads_.emplace_back();
    node = next->second;
  }
  if (node != kRoot) payloads_[node].push_back(payload);
}

void PhraseMatcher::add_names(const schema::Facet& facet) {
  for (const schema::FacetValue& value : facet.values()) {
    add(value.label, 0);
    for (const std::string& name : value.aliases)
      if (name[0] != '~' && name[0] != '=') add(name, 0);
  }
}

std::uint32_t PhraseMatcher::step(std::uint32_t node, const std::string& word) const {
  const auto number = words_.find(word);
  if (number == words_.end()) return kRoot;
  const auto next = edges_.find(edge(node, number->second));
  return next == edges_.end() ? kRoot : next->second;
}

std::vector<PhraseMatch> PhraseMatcher::find(const Document& document, TokenRange range) const {
  std::vector<PhraseMatch> matches;
  for (std::size_t first = range.first; first < range.last; ++first) {
    std::uint32_t node = kRoot, best = kRoot;
    std::size_t best_last = first;
    for (std::size_t i = first; i < range.last; ++i) {
      const Token& token = document.tokens[i];
      node = step(node, compare_ == Compare::kStems ? token.stem : token.word);
      if (node == kRoot) break;
      if (!payloads_[node].empty()) {
        best = node;
        best_last = i + 1;
      }
    }
    for (const std::uint32_t payload : payloads_[best]) matches.push_back({{first, best_last}, payload});
  }
  return matches;
}

std::vector<PhraseMatch> PhraseMatcher::find_apart(const Document& document, TokenRange range) const {
  std::vector<PhraseMatch> apart;
  TokenRange taken;
  for (PhraseMatch& match : find(document, range)) {
    const bool same = match.tokens.first == taken.first && match.tokens.last == taken.last;
    if (!same && match.tokens.first < taken.last) continue;
    taken = match.tokens;
    apart.push_back(match);
  }
  return apart;
}

}  // namespace assay::extract
