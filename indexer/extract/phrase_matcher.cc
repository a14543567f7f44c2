#include "indexer/extract/phrase_matcher.h"

#include <algorithm>

namespace assay::extract {

PhraseMatcher::NodeId PhraseMatcher::add_step(NodeId node, WordId word) {
  if (NodeId known = node == kRoot ? first_step(word) : step(node, word); known != kRoot) return known;
  const auto next = static_cast<NodeId>(nodes_.size());
  nodes_.emplace_back();
  if (node == kRoot) {
    if (word >= first_.size()) first_.resize(word + 1, kRoot);
    first_[word] = next;
  } else {
    std::vector<Step>& steps = nodes_[node].steps;
    steps.insert(std::ranges::upper_bound(steps, word, {}, &Step::word), Step{word, next});
  }
  return next;
}

void PhraseMatcher::add(std::string_view phrase, std::uint32_t payload) {
  NodeId node = kRoot;
  for (const Token& token : tokens_of(phrase))
    node = add_step(node, lexicon_->add(compare_ == Compare::kStems ? stem(token.word) : token.word));
  if (node != kRoot) nodes_[node].payloads.push_back(payload);
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

PhraseMatcher::NodeId PhraseMatcher::step(NodeId node, WordId word) const {
  if (word == kNoWord) return kRoot;
  const std::vector<Step>& steps = nodes_[node].steps;
  const auto found = std::ranges::lower_bound(steps, word, {}, &Step::word);
  return found != steps.end() && found->word == word ? found->to : kRoot;
}

std::vector<PhraseMatch> PhraseMatcher::find(const Document& document, TokenRange range) const {
  std::vector<PhraseMatch> matches;
  for (std::size_t first = range.first; first < range.last; ++first) {
    NodeId node = first_step(id_of(document.tokens[first]));
    if (node == kRoot) continue;
    NodeId best = kRoot;
    std::size_t best_last = first, i = first;
    while (node != kRoot) {
      ++i;
      if (!nodes_[node].payloads.empty()) {
        best = node;
        best_last = i;
      }
      node = i < range.last ? step(node, id_of(document.tokens[i])) : kRoot;
    }
    for (const std::uint32_t payload : nodes_[best].payloads)
      matches.push_back({{first, best_last}, payload});
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
