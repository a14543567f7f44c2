#include "searchd/query/synonyms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "indexer/schema/analyzer.h"
#include "searchd/query/chars.h"

namespace assay::query {
namespace {

// Phrases put beside the words of one query: a bound on what it may cost.
constexpr std::size_t kMaxImplied = 24;

std::string stems(const schema::Stemmer& stemmer, const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key += stemmer.stem(word) + ' ';
  return key;
}

NodePtr word_node(const std::string& word, Span span) {
  auto node = std::make_unique<Node>();
  node->kind = Kind::kWord;
  node->words = {word};
  node->span = span;
  node->implied = true;
  return node;
}

// The words of the phrase side by side, each in any of its forms.
NodePtr phrase_node(const std::string& phrase, Span span) {
  std::vector<NodePtr> words;
  for (const std::string& word : schema::folded_words(phrase)) words.push_back(word_node(word, span));
  if (words.size() == 1) return std::move(words.front());
  auto node = std::make_unique<Node>();
  node->kind = Kind::kProximity;
  node->ordered = true;
  node->window = 1;
  node->span = span;
  node->implied = true;
  node->children = std::move(words);
  return node;
}

bool is_plain_word(const Node& node) { return node.kind == Kind::kWord && node.field.empty(); }

}  // namespace

SynonymTable::SynonymTable(const std::vector<schema::Synonyms>& synonyms) {
  const schema::Stemmer stemmer;
  for (const schema::Synonyms& group : synonyms)
    for (std::size_t i = 0; i < (group.mutual ? group.phrases.size() : 1); ++i) {
      const std::vector<std::string> words = schema::folded_words(group.phrases[i]);
      longest_ = std::max(longest_, words.size());
      std::vector<std::string>& others = others_[stems(stemmer, words)];
      for (std::size_t j = 0; j < group.phrases.size(); ++j)
        if (j != i) others.push_back(group.phrases[j]);
    }
}

// The work on one query.
class SynonymTable::Widening {
 public:
  Widening(const SynonymTable& table, std::vector<Note>& notes) : table_(table), notes_(notes) {}

  NodePtr widen(NodePtr node) {
    switch (node->kind) {
      case Kind::kWord:
        return node->field.empty() ? beside_itself(std::move(node)) : std::move(node);
      case Kind::kPhrase:
        return node->compound && node->field.empty() ? beside_itself(std::move(node)) : std::move(node);
      case Kind::kAnd:
        return widen_runs(std::move(node));
      case Kind::kOr:
      case Kind::kNot:
        for (NodePtr& child : node->children) child = widen(std::move(child));
        return node->kind == Kind::kOr ? join(Kind::kOr, std::move(node->children)) : std::move(node);
      default:
        return node;
    }
  }

 private:
  NodePtr beside_itself(NodePtr node) {
    std::vector<std::string> words = node->words;
    return beside(std::move(node), std::move(words));
  }

  // `node`, which finds `words`, or what these also stand for.
  NodePtr beside(NodePtr node, std::vector<std::string> words) {
    const std::vector<std::string>* others = find(words);
    if (others == nullptr) return node;
    const Span span = node->span;
    notes_.push_back({fmt::format("{} also finds \"{}\"; in quotes it finds itself alone",
                                  fmt::join(words, " "), fmt::join(*others, "\", \"")),
                      span});
    node->backed = true;
    for (const NodePtr& child : node->children) child->backed = true;
    std::vector<NodePtr> parts;
    parts.push_back(std::move(node));
    for (const std::string& phrase : *others) parts.push_back(phrase_node(phrase, span));
    left_ -= others->size();
    return join(Kind::kOr, std::move(parts));
  }

  const std::vector<std::string>* find(const std::vector<std::string>& words) const {
    const auto found = table_.others_.find(stems(stemmer_, words));
    return found == table_.others_.end() || found->second.size() > left_ ? nullptr : &found->second;
  }

  // Of words beside each other the longest runs that are phrases of the table, from the left.
  NodePtr widen_runs(NodePtr node) {
    std::vector<NodePtr> parts;
    for (std::size_t at = 0; at < node->children.size();) {
      const std::size_t length = run_at(*node, at);
      std::vector<NodePtr> run(
          std::make_move_iterator(node->children.begin() + static_cast<std::ptrdiff_t>(at)),
          std::make_move_iterator(node->children.begin() + static_cast<std::ptrdiff_t>(at + length)));
      at += length;
      if (length == 1) {
        parts.push_back(widen(std::move(run.front())));
        continue;
      }
      std::vector<std::string> words;
      for (const NodePtr& word : run) words.push_back(word->words.front());
      parts.push_back(beside(join(Kind::kAnd, std::move(run)), std::move(words)));
    }
    return join(Kind::kAnd, std::move(parts));
  }

  std::size_t run_at(const Node& node, std::size_t at) const {
    std::vector<std::string> words;
    std::size_t longest = 1;
    for (std::size_t i = at; i < node.children.size() && words.size() < table_.longest_; ++i) {
      if (!is_plain_word(*node.children[i])) break;
      words.push_back(node.children[i]->words.front());
      if (words.size() > 1 && find(words) != nullptr) longest = words.size();
    }
    return longest;
  }

  const SynonymTable& table_;
  std::vector<Note>& notes_;
  const schema::Stemmer stemmer_;
  std::size_t left_ = kMaxImplied;
};

NodePtr SynonymTable::widened(NodePtr tree, std::vector<Note>& notes) const {
  return others_.empty() ? std::move(tree) : Widening(*this, notes).widen(std::move(tree));
}

}  // namespace assay::query
