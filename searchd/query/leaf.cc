#include "searchd/query/leaf.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "indexer/schema/analyzer.h"
#include "searchd/query/limits.h"

namespace assay::query {
namespace {

NodePtr leaf(Kind kind, const std::string& field, std::vector<std::string> words, Span span) {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->field = field;
  node->words = std::move(words);
  node->span = span;
  return node;
}

}  // namespace

std::optional<unsigned> parse_number(std::string_view text) {
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::invalid_argument) return std::nullopt;
  return error == std::errc::result_out_of_range ? std::numeric_limits<unsigned>::max() : value;
}

NodePtr chunk_leaf(std::string_view chunk, const std::string& field, bool exact, Span span) {
  const std::vector<schema::Word> words = schema::words(chunk);
  if (words.size() != 1) {
    NodePtr phrase = phrase_leaf(chunk, field, 0, span);
    if (phrase) phrase->compound = !exact;
    return phrase;
  }
  const bool prefix = chunk.back() == '*' && words.front().end == chunk.size() - 1;
  const Kind kind = prefix ? Kind::kPrefix : exact ? Kind::kExact : Kind::kWord;
  return leaf(kind, field, {words.front().folded}, span);
}

NodePtr phrase_leaf(std::string_view content, const std::string& field, unsigned slack, Span span) {
  std::vector<std::string> words = schema::folded_words(content);
  const std::size_t count = words.size();
  if (count == 0) return nullptr;
  NodePtr node = leaf(count == 1 ? Kind::kExact : Kind::kPhrase, field, std::move(words), span);
  // One past the limit is refused like any number beyond it, and cannot overflow.
  if (count > 1) node->window = static_cast<unsigned>(count) + std::min(slack, kMaxWindow + 1);
  return node;
}

NodePtr date_leaf(std::string_view content, const std::string& field, Span span) {
  NodePtr node = leaf(Kind::kDate, "date", {}, span);
  const std::size_t dots = field == "date" ? content.find("..") : std::string_view::npos;
  if (field != "until") node->since = content.substr(0, dots);
  if (field != "since") node->until = dots == std::string_view::npos ? content : content.substr(dots + 2);
  if (node->since.empty() && node->until.empty()) return nullptr;
  return node;
}

}  // namespace assay::query
