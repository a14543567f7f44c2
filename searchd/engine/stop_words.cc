#include "searchd/engine/stop_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assay::engine {
namespace {

// Articles, pronouns, prepositions, conjunctions, auxiliary verbs and question words; sorted.
constexpr std::array<std::string_view, 133> kStopWords = {
    "a",       "about", "above", "after",   "again", "against", "all",   "also",   "am",      "an",
    "and",     "any",   "are",   "as",      "at",    "be",      "been",  "before", "being",   "below",
    "between", "both",  "but",   "by",      "can",   "cannot",  "could", "did",    "do",      "does",
    "doing",   "done",  "down",  "during",  "each",  "either",  "else",  "ever",   "every",   "few",
    "for",     "from",  "had",   "has",     "have",  "having",  "he",    "her",    "here",    "hers",
    "him",     "his",   "how",   "i",       "if",    "in",      "into",  "is",     "it",      "its",
    "itself",  "may",   "me",    "might",   "more",  "most",    "must",  "my",     "neither", "no",
    "nor",     "not",   "of",    "off",     "on",    "once",    "only",  "or",     "other",   "our",
    "ours",    "out",   "over",  "own",     "same",  "shall",   "she",   "should", "so",      "some",
    "such",    "than",  "that",  "the",     "their", "theirs",  "them",  "then",   "there",   "these",
    "they",    "this",  "those", "through", "to",    "too",     "under", "until",  "up",      "upon",
    "us",      "very",  "was",   "we",      "were",  "what",    "when",  "where",  "whether", "which",
    "while",   "who",   "whom",  "whose",   "why",   "will",    "with",  "within", "without", "would",
    "you",     "your",  "yours"};

static_assert(std::is_sorted(kStopWords.begin(), kStopWords.end()));

}  // namespace

bool is_stop_word(const std::string& folded_word) {
  return std::binary_search(kStopWords.begin(), kStopWords.end(), folded_word);
}

}  // namespace assay::engine
