#include "indexer/extract/phrase_trie.h"

namespace assay::extract {

PhraseTrie::Step& PhraseTrie::add_step(NodeId from, WordId word) {
  if ((last_ - kLater + 1) * 4 > steps_.size() * 3) widen();
  Step& step = steps_[place_of(from, word)];
  if (step.to == kNone) step = {from, last_++, word, {}};
  return step;
}

void PhraseTrie::widen() {
  const std::vector<Step> old = std::move(steps_);
  steps_.assign(old.size() * 2, {});
  for (const Step& step : old)
    if (step.to != kNone) steps_[place_of(step.from, step.word)] = step;
}

void PhraseTrie::add(std::span<const WordId> phrase, Entry entry) {
  if (phrase.empty()) return;
  NodeId id = phrase[0];
  if (id >= first_.size()) first_.resize(id + 1);
  Node* node = &first_[id];
  for (const WordId word : phrase.subspan(1)) {
    node->next |= bit(word);
    Step& step = add_step(id, word);
    id = step.to;
    node = &step.node;
  }
  std::uint32_t* end = &node->entry;
  while (*end != kNone) end = &entries_[*end].next;
  *end = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({entry, kNone});
}

}  // namespace assay::extract
