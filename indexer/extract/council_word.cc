#include "indexer/extract/council_word.h"

#include <algorithm>
#include <map>

#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

constexpr std::size_t kRepeated = 2;  // so often a word with a capital is a name

// "Redbridge, York and Kent": nothing but a comma or "and" stands between the two.
bool are_listed(const Document& document, const Mention& one, const Mention& other) {
  if (one.sentence != other.sentence || one.value == other.value) return false;
  const std::size_t gap = other.tokens.first - one.tokens.last;
  if (gap == 1) return document.tokens[one.tokens.last].word == "and";
  return gap == 0 && document.slice(document.tokens[one.tokens.last - 1].end,
                                    document.tokens[other.tokens.first].begin) == ", ";
}

void accept_listed(const Document& document, std::vector<Mention>& mentions) {
  const auto accept = [&](const Mention& known, Mention& listed) {
    if (known.refused.empty() && listed.only_perhaps()) listed.refused.clear();
  };
  for (std::size_t i = 1; i < mentions.size(); ++i)
    if (are_listed(document, mentions[i - 1], mentions[i])) accept(mentions[i - 1], mentions[i]);
  for (std::size_t i = mentions.size(); i-- > 1;)
    if (are_listed(document, mentions[i - 1], mentions[i])) accept(mentions[i], mentions[i - 1]);
}

bool is_beside(const Document& document, std::size_t one, std::size_t next) {
  return document.tokens[next].begin - document.tokens[one].end == 1;
}

// "Jane Kent", "Reading Room": a word of a longer name; not "For Kent".
bool is_in_name(const Document& document, const Mention& mention) {
  static const WordSet openers = {"the", "in",   "for",   "but",   "and",  "at",   "as",   "when", "while",
                                  "if",  "with", "where", "how",   "why",  "now",  "then", "that", "of",
                                  "our", "both", "since", "after", "what", "from", "to",   "on",   "by"};
  const TokenRange sentence = document.sentences[mention.sentence].tokens, at = mention.tokens;
  if (at.last < sentence.last && document.tokens[at.last].capital &&
      is_beside(document, at.last - 1, at.last))
    return true;
  return at.first > sentence.first && document.tokens[at.first - 1].capital &&
         is_beside(document, at.first - 1, at.first) && !openers.contains(document.tokens[at.first - 1].word);
}

// "The marks that Bromley was handed", "Hackney got 62": a capital where an ordinary word has none, or what
// only somebody does.
bool is_plainly_name(const Document& document, const Mention& mention) {
  static const WordSet doing = {"got",    "gets", "has",  "had",   "scored",
                                "scores", "says", "said", "wants", "missed"};
  const TokenRange sentence = document.sentences[mention.sentence].tokens, at = mention.tokens;
  if (at.first == sentence.first)
    return at.last < sentence.last && doing.contains(document.tokens[at.last].word);
  return !document.tokens[at.first - 1].capital && is_beside(document, at.first - 1, at.first);
}

}  // namespace

bool speaks_of_one(const Document& document) {
  static const WordSet bodies = {"council", "borough", "authority", "county", "city"};
  static const WordSet halls = {"hall", "centre"};
  static const WordSet whose = {"town", "county", "city", "civic"};
  for (const Sentence& sentence : document.sentences)
    for (std::size_t i = sentence.tokens.first; i + 2 < sentence.tokens.last; ++i) {
      if (document.tokens[i].word != "the") continue;
      const std::string& next = document.tokens[i + 1].word;
      if (whose.contains(next) && halls.contains(document.tokens[i + 2].word)) return true;
      if (bodies.contains(next) && !document.tokens[i + 2].capital) return true;
    }
  return false;
}

namespace {

// Of the only council that the text names. A person of that name may be meant where it stands behind another
// name once.
void accept_repeated(const Document& document, std::vector<Mention>& mentions) {
  struct Use {
    std::size_t times = 0;
    bool plainly = false, prominent = false, in_name = false;
  };
  std::map<schema::Ordinal, Use> uses;
  for (const Mention& mention : mentions) {
    if (mention.refused.empty()) return;
    if (!mention.only_perhaps() || mention.aside) continue;
    Use& use = uses[mention.value];
    ++use.times;
    use.plainly |= is_plainly_name(document, mention);
    use.prominent |= mention.place == Mention::kHeadline || mention.place == Mention::kLead;
    use.in_name |= is_in_name(document, mention);
  }
  std::erase_if(uses, [](const auto& each) {
    const Use& use = each.second;
    return use.times < kRepeated || !use.plainly || !use.prominent || use.in_name;
  });
  if (uses.size() != 1 || !speaks_of_one(document)) return;
  for (Mention& mention : mentions)
    if (mention.value == uses.begin()->first && mention.only_perhaps()) mention.refused.clear();
}

}  // namespace

void accept_names(const Document& document, std::vector<Mention>& mentions) {
  accept_listed(document, mentions);
  accept_repeated(document, mentions);
}

}  // namespace assay::extract
