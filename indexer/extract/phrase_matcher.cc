#include "indexer/extract/phrase_matcher.h"

namespace assay::extract {
namespace {

std::uint64_t step_key(std::uint32_t node, WordId word) { return std::uint64_t{node} << 32 | word; }

}  // namespace

PhraseMatcher::Node PhraseMatcher::add_step(Node node, WordId word) {
  if (node == kRoot && word >= first_.size()) first_.resize(word + 1, kRoot);
  Node& next = node == kRoot ? first_[word] : steps_[step_key(node, word)];
  if (next == kRoot) {
    next = static_cast<Node>(payloads_.size());
    payloads_.emplace_back();
  }
  return next;
}

void PhraseMatcher::add(std::string_view phrase, std::uint32_t payload) {
  Node node = kRoot;
  for (const Token& token : tokens_of(phrase))
    node = add_step(node, lexicon_->add(compare_ == Compare::kStems ? stem(token.word) : token.word));
  if (node != kRoot) payloads_[node].push_back(payload);
}

void PhraseMatcher::add_names(const schema::Facet& facet) {
  for (const schema::FacetValue& value : facet.values()) {
    add(value.label, 0);
    for (const std::string& name : value.aliases)
      if (name[0] != '~' && name[0] != '=') add(name, 0);
  }
}

PhraseMatcher::Node PhraseMatcher::step(Node node, WordId word) const {
  if (word == kNoWord) return kRoot;
  const auto next = steps_.find(step_key(node, word));
  return next == steps_.end() ? kRoot : next->second;
}

std::vector<PhraseMatch> PhraseMatcher::find(const Document& document, TokenRange range) const {
  std::vector<PhraseMatch> matches;
  for (std::size_t first = range.first; first < range.last; ++first) {
    Node best = kRoot;
    std::size_t best_last = first, i = first;
    for (Node node = first_step(id_of(document.tokens[i])); node != kRoot;) {
      ++i;
      if (!payloads_[node].empty()) {
        best = node;
        best_last = i;
      }
      node = i < range.last ? step(node, id_of(document.tokens[i])) : kRoot;
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
