#include "searchd/engine/snippet.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "indexer/schema/analyzer.h"

namespace assay::engine {
namespace {

constexpr std::size_t kWindowWords = 30;
constexpr std::size_t kWordsBefore = 6;  // of context before the first match, unless a sentence begins nearer
constexpr std::size_t kMaxWordsRead = 50'000;  // of a very long article
constexpr std::size_t kBytesOfWord = 6;        // with what is between, about

using query::Highlight;

// Words [first, last) that one highlight covers.
struct Run {
  std::size_t first = 0, last = 0;
  std::size_t highlight = 0;
};

// A slot of a highlight.
struct Use {
  std::size_t highlight = 0, slot = 0;
  bool operator==(const Use&) const = default;
};

// A word of the text, and the slots that it can fill; most words of a text fill none.
struct Word {
  std::size_t begin = 0, end = 0;  // bytes of the text
  const std::vector<Use>* uses = nullptr;

  bool fills(std::size_t highlight, std::size_t slot) const {
    return uses != nullptr && std::find(uses->begin(), uses->end(), Use{highlight, slot}) != uses->end();
  }
};

// Where slot `slot` and those behind it are filled, from word `at` on and before `limit`; the end of the
// last.
std::optional<std::size_t> in_order(const std::vector<Word>& words, std::size_t highlight, std::size_t count,
                                    std::size_t at, std::size_t limit) {
  std::size_t slot = 0;
  for (; at < limit && slot < count; ++at)
    if (words[at].fills(highlight, slot)) ++slot;
  return slot == count ? std::optional(at) : std::nullopt;
}

// Gives words slots, one each ("care NEAR care" wants it twice), and moves them to others to make room for
// the next: a matching by augmenting paths.
class Filling {
 public:
  Filling(const std::vector<Word>& words, std::size_t highlight, std::size_t count)
      : words_(words), highlight_(highlight), holders_(count, kFree) {}

  // Whether a slot was found for the word.
  bool add(std::size_t word) {
    std::vector<bool> tried(holders_.size());
    return add(word, tried);
  }

 private:
  static constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();

  bool fits(std::size_t word, std::size_t slot) const { return words_[word].fills(highlight_, slot); }

  // Recursive as deep as there are slots.
  bool add(std::size_t word, std::vector<bool>& tried) {
    for (std::size_t slot = 0; slot < holders_.size(); ++slot)
      if (holders_[slot] == kFree && fits(word, slot)) {
        holders_[slot] = word;
        return true;
      }
    for (std::size_t slot = 0; slot < holders_.size(); ++slot) {
      if (tried[slot] || !fits(word, slot)) continue;
      tried[slot] = true;
      if (!add(holders_[slot], tried)) continue;
      holders_[slot] = word;
      return true;
    }
    return false;
  }

  const std::vector<Word>& words_;
  const std::size_t highlight_;
  std::vector<std::size_t> holders_;  // of each slot the word
};

std::optional<std::size_t> in_any_order(const std::vector<Word>& words, std::size_t highlight,
                                        std::size_t count, std::size_t at, std::size_t limit) {
  Filling filling(words, highlight, count);
  for (std::size_t filled = 0; at < limit; ++at)
    if (words[at].uses != nullptr && filling.add(at) && ++filled == count) return at + 1;
  return std::nullopt;
}

// Phrases beside NEAR are marked one by one.
std::vector<Highlight> taken_apart(const std::vector<Highlight>& highlights) {
  std::vector<Highlight> result;
  for (const Highlight& highlight : highlights) {
    if (highlight.runs.empty()) result.push_back(highlight);
    auto slot = highlight.slots.begin();
    for (const std::size_t length : highlight.runs) {
      const auto end = slot + static_cast<std::ptrdiff_t>(length);
      result.push_back({{slot, end}, {}, static_cast<unsigned>(length), false});
      slot = end;
    }
  }
  return result;
}

std::vector<Run> find_runs(const std::vector<Word>& words, const std::vector<Highlight>& highlights) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].uses == nullptr) continue;
    for (std::size_t h = 0; h < highlights.size(); ++h) {
      const Highlight& highlight = highlights[h];
      const std::size_t count = highlight.slots.size();
      const std::size_t limit = std::min(words.size(), at + std::max<std::size_t>(highlight.window, count));
      bool begins = false;
      for (std::size_t slot = 0; slot < (highlight.any_order ? count : 1); ++slot)
        begins |= words[at].fills(h, slot);
      if (!begins) continue;
      const auto end = highlight.any_order ? in_any_order(words, h, count, at, limit)
                                           : in_order(words, h, count, at, limit);
      if (end) runs.push_back({at, *end, h});
    }
  }
  return runs;
}

// Words [first, last) of a window, and how much it shows: the most different highlights, then the most runs.
struct Window {
  std::size_t first = 0, last = 0;
  std::size_t score = 0;
};

Window window_at(const std::vector<Run>& runs, std::size_t run, std::size_t words) {
  std::set<std::size_t> different{runs[run].highlight};  // even where it is longer than the window
  std::size_t count = 0;
  for (std::size_t i = run + 1; i < runs.size() && runs[i].last <= runs[run].first + kWindowWords;
       ++i, ++count)
    different.insert(runs[i].highlight);
  return {runs[run].first, std::min(words, runs[run].first + kWindowWords),
          different.size() * kWindowWords + std::min(count, kWindowWords - 1)};
}

bool begins_sentence(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  if (at == 0) return true;
  const std::string_view gap = text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
  return gap.find_first_of(".!?\n") != std::string_view::npos;
}

std::size_t with_context(std::string_view text, const std::vector<Word>& words, std::size_t start) {
  for (std::size_t back = 0; back <= kWordsBefore * 2 && back <= start; ++back)
    if (begins_sentence(text, words, start - back)) return start - back;
  return start - std::min(start, kWordsBefore);
}

void add_marks(Snippet& snippet, const std::vector<Word>& words, const std::vector<Run>& runs,
               std::size_t first, std::size_t last) {
  for (const Run& run : runs) {
    if (run.first < first || run.first >= last) continue;
    const std::size_t end = std::min(run.last, last);  // a long one is cut with the window
    if (end < run.last && run.last - run.first <= kWindowWords) continue;
    const Mark mark{words[run.first].begin - words[first].begin, words[end - 1].end - words[first].begin};
    if (!snippet.marks.empty() && mark.begin <= snippet.marks.back().end)
      snippet.marks.back().end = std::max(snippet.marks.back().end, mark.end);
    else
      snippet.marks.push_back(mark);
  }
}

// Behind the last word, with the punctuation that belongs to it.
std::size_t text_end(std::string_view text, const std::vector<Word>& words, std::size_t last) {
  std::size_t end = words[last - 1].end;
  const std::size_t limit = last < words.size() ? words[last].begin : text.size();
  while (end < limit && text[end] != ' ' && text[end] != '\n') ++end;
  return end;
}

Snippet cut(std::string_view text, const std::vector<Word>& words, const std::vector<Run>& runs,
            const Window& window) {
  Snippet result;
  const std::size_t begin = words[window.first].begin, end = text_end(text, words, window.last);
  result.text = std::string(text.substr(begin, end - begin));
  std::replace(result.text.begin(), result.text.end(), '\n', ' ');
  result.cut_before = window.first > 0;
  result.cut_after = window.last < words.size();
  result.offset = begin;
  add_marks(result, words, runs, window.first, window.last);
  return result;
}

// The best windows, widened by their context; the beginning of the text where there are no runs.
std::vector<Window> best_windows(std::string_view text, const std::vector<Word>& words,
                                 const std::vector<Run>& runs, std::size_t count) {
  std::vector<Window> candidates, best;
  for (std::size_t run = 0; run < runs.size(); ++run)
    candidates.push_back(window_at(runs, run, words.size()));
  if (candidates.empty()) candidates.push_back({0, std::min(words.size(), kWindowWords), 0});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Window& a, const Window& b) { return a.score > b.score; });
  for (Window& window : candidates) {
    if (best.size() == count) break;
    window.first = with_context(text, words, window.first);
    const bool apart = std::all_of(best.begin(), best.end(), [&](const Window& taken) {
      return window.last <= taken.first || window.first >= taken.last;
    });
    if (apart) best.push_back(window);
  }
  return best;
}

}  // namespace

struct SnippetFinder::Impl {
  Impl(const std::vector<Highlight>& given, std::size_t wanted)
      : highlights(taken_apart(given)), count(wanted) {
    for (std::size_t h = 0; h < highlights.size(); ++h)
      for (std::size_t slot = 0; slot < highlights[h].slots.size(); ++slot)
        for (const std::string& form : highlights[h].slots[slot]) uses[form].push_back({h, slot});
  }

  std::vector<Word> read(std::string_view text) const {
    std::vector<Word> words;
    words.reserve(std::min(kMaxWordsRead, text.size() / kBytesOfWord));
    schema::WordReader reader(text);
    for (schema::Word word; words.size() < kMaxWordsRead && reader.next(word);) {
      const auto found = uses.find(word.folded);
      words.push_back({word.begin, word.end, found == uses.end() ? nullptr : &found->second});
    }
    return words;
  }

  const std::vector<Highlight> highlights;
  const std::size_t count;
  std::unordered_map<std::string, std::vector<Use>> uses;  // of each folded word
};

SnippetFinder::SnippetFinder(const std::vector<Highlight>& highlights, std::size_t count)
    : impl_(count > 0 ? std::make_unique<Impl>(highlights, count) : nullptr) {}

SnippetFinder::~SnippetFinder() = default;

std::vector<Snippet> SnippetFinder::best(std::string_view text) const {
  if (impl_ == nullptr) return {};
  const std::vector<Word> words = impl_->read(text);
  if (words.empty()) return {};
  const std::vector<Run> runs = find_runs(words, impl_->highlights);
  std::vector<Snippet> snippets;
  for (const Window& window : best_windows(text, words, runs, impl_->count))
    snippets.push_back(cut(text, words, runs, window));
  return snippets;
}

}  // namespace assay::engine
