#include "indexer/extract/grade_count.h"

#include <algorithm>

#include "indexer/extract/number.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

bool is_number(const std::string& word) {
  static const WordSet words = {"one",  "two",     "three",  "four",   "five",  "six",   "seven", "eight",
                                "nine", "ten",     "eleven", "twelve", "none",  "no",    "most",  "many",
                                "few",  "several", "some",   "half",   "those", "others"};
  return words.contains(word) || word.find_first_not_of("0123456789") == std::string::npos;
}

bool is_year(const std::string& word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

// "14 had been rated good", "two of them were": a number is what was rated.
bool is_of_number(const Context& context, TokenRange at) {
  static const WordSet verbs = {"rated", "judged",   "graded", "assessed", "as",     "been", "had",  "have",
                                "were",  "was",      "are",    "is",       "deemed", "came", "come", "out",
                                "told",  "that",     "they",   "of",       "them",   "all",  "has",  "got",
                                "get",   "received", "hold",   "holds",    "held",   "a",    "an"};
  const Document& document = context.document;
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first;) {
    const Token& token = document.tokens[i];
    if (document.slice(token.end, document.tokens[i + 1].begin).find_first_of(",(") != std::string_view::npos)
      return false;
    if (token.word == "one" && i + 2 == at.first && document.tokens[i + 1].word == "of")
      return false;  // "replaced it with one of good", "the finding was one of Good"
    if (!verbs.contains(token.word)) return is_number(token.word) && !is_year(token.word);
  }
  return false;
}

// "one of only three councils to be rated", "joins the councils rated": a count, but of those that it belongs
// to.
bool is_one_of(const Context& context, std::size_t at) {
  static const WordSet joining = {"joined", "joins", "joining", "join", "ranks"};
  for (std::size_t i = at; i-- > context.sentence.tokens.first + 1 && at - i <= kNearReach;)
    if (joining.contains(context.document.tokens[i].word) ||
        (context.document.tokens[i].word == "of" && context.document.tokens[i - 1].word == "one") ||
        (context.document.tokens[i].word == "among" && context.has_subject_before(i, kNearReach)))
      return true;
  return false;
}

// "Came out of the exercise": no number of things.
bool is_out_of(const Document& document, const CueMatch& many) {
  const std::size_t at = many.tokens.first;
  return at > 1 && document.tokens[at].word == "of" && document.tokens[at - 1].word == "out" &&
         !is_number(document.tokens[at - 2].word);
}

// "200 firms, nine in ten of which the regulator rated good".
bool is_of_which(const Context& context, TokenRange at) {
  static const WordSet relatives = {"which", "whom", "them", "these", "those"};
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  for (std::size_t i = at.first; i-- > first + 2 && at.first - i <= kVerdictReach;) {
    if (context.document.slice(tokens[i].end, tokens[i + 1].begin).find_first_of(",;:") !=
        std::string_view::npos)
      return false;
    if (!relatives.contains(tokens[i].word) || tokens[i - 1].word != "of" || tokens[i - 2].word == "one")
      continue;
    for (std::size_t j = i - 1; j-- > first && i - j <= kNearReach;)
      if (tokens[j].word == "cent" || (is_number(tokens[j].word) && !is_year(tokens[j].word))) return true;
  }
  return false;
}

// "One council had been found inadequate": one of many, and no name.
bool is_of_one_council(const Context& context, TokenRange at) {
  static const WordSet bodies = {"council", "authority"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (!context.councils.empty()) return false;
  for (std::size_t i = context.sentence.tokens.first; i + 1 < at.first; ++i)
    if (tokens[i].word == "one" &&
        bodies.contains(tokens[tokens[i + 1].word == "local" ? i + 2 : i + 1].word))
      return true;
  return false;
}

bool names_councils(const Document& document, const CueMatch& many) {
  const std::string& last = document.tokens[many.tokens.last - 1].word;
  return last == "councils" || last == "authorities";
}

// "Most councils' care is good".
bool is_of_councils(const Context& context, TokenRange at) {
  for (const CueMatch& cue : context.cues) {
    if (cue.payload != kMany || cue.tokens.last > at.first || !names_councils(context.document, cue))
      continue;
    const std::string_view behind =
        std::string_view(context.document.text).substr(context.document.tokens[cue.tokens.last - 1].end, 3);
    if (behind.starts_with("' ") || behind.starts_with("\u2019")) return true;
  }
  return false;
}

// "84 per cent of the homes that the council pays for are rated good".
bool is_of_share(const Context& context, TokenRange at) {
  static const WordSet shares = {"cent", "majority", "proportion", "percentage", "share",  "number",
                                 "bulk", "all",      "each",       "every",      "thirds", "quarters"};
  for (const CueMatch& cue : context.cues) {
    if (cue.payload != kOther || cue.tokens.last > at.first) continue;
    if (context.document
            .slice(context.document.tokens[cue.tokens.last - 1].end, context.document.tokens[at.first].begin)
            .find(',') != std::string_view::npos)
      continue;
    for (std::size_t i = cue.tokens.first;
         i-- > context.sentence.tokens.first && cue.tokens.first - i <= kNearReach;)
      if (is_number(context.document.tokens[i].word) || shares.contains(context.document.tokens[i].word))
        return true;
  }
  return false;
}

// "One of the firms that the council pays".
bool is_one_of_things(const Context& context, TokenRange at) {
  constexpr std::size_t kReach = 6;
  static const WordSet things = {"firms",   "homes",      "providers", "companies",   "agencies",  "services",
                                 "schools", "centres",    "units",     "trusts",      "charities", "schemes",
                                 "teams",   "businesses", "hospitals", "contractors", "facilities"};
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  if (at.first < first + 4 || !is_number(tokens[first].word) || tokens[first + 1].word != "of") return false;
  for (std::size_t i = first + 2; i < std::min(at.first, first + kReach); ++i)
    if (things.contains(tokens[i].word)) return true;
  return false;
}

// "All three authorities came away rated good", of as many councils as the sentence has named.
bool is_of_all_named(const Context& context, TokenRange at) {
  static const WordSet bodies = {"councils", "authorities", "boroughs", "counties"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = context.sentence.tokens.first; i + 2 < at.first; ++i) {
    if (tokens[i].word != "all" || !bodies.contains(tokens[i + 2].word)) continue;
    const int number = small_number(tokens[i + 1].word);
    if (number > 1 && static_cast<std::size_t>(number) == context.councils.size()) return true;
  }
  return false;
}

}  // namespace

// "These have all been rated good": several things, named in the sentence before, and not as councils.
bool is_of_several(const Context& context, TokenRange at) {
  static const WordSet several = {"these", "they", "both", "all", "each"};
  const Document& document = context.document;
  const TokenRange tokens = context.sentence.tokens;
  static const WordSet alls = {"all", "each", "both", "mostly", "largely"};
  static const WordSet verbs = {"are", "were", "is", "was", "have", "has", "had"};
  // "Were all rated good"
  for (std::size_t i = at.first; context.councils.size() < 2 && i-- > tokens.first + 1 && at.first - i <= 3;)
    if (alls.contains(document.tokens[i].word) && verbs.contains(document.tokens[i - 1].word)) return true;
  if (alls.contains(document.tokens[tokens.first].word) && tokens.first + 1 < at.first &&
      verbs.contains(document.tokens[tokens.first + 1].word))
    return true;
  if (context.number == 0 || !several.contains(document.tokens[tokens.first].word)) return false;
  if (!any(context.article.cues[context.number - 1], kOther)) return false;
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(at.first), [](const Token& token) {
                       return token.word == "all" || token.word == "both" || token.word == "each";
                     });
}

bool is_joined(const Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  if (is_of_all_named(context, at)) return true;
  for (const Mention& mention : context.councils)
    for (std::size_t i = mention.tokens.last;
         mention.tokens.first >= at.last && i + 1 < context.sentence.tokens.last &&
         i - mention.tokens.last <= kNearReach;
         ++i)
      if (tokens[i + 1].word == "them" && (tokens[i].word == "among" || tokens[i].word == "joins" ||
                                           (tokens[i].word == "of" && tokens[i - 1].word == "one")))
        return true;
  return false;
}

bool is_count(const Context& context, TokenRange at) {
  if (at.first > context.sentence.tokens.first && is_number(context.document.tokens[at.first - 1].word) &&
      context.document.after(context.document.tokens[at.first - 1]) != '%')  // "89%, outstanding"
    return true;
  if (is_of_number(context, at) || is_one_of_things(context, at) || is_of_share(context, at) ||
      is_of_which(context, at) || is_of_one_council(context, at))
    return true;
  return context.councils.empty() && is_of_councils(context, at);
}

bool is_of_many(const Context& context, TokenRange at) {
  const auto many = before(context.cues, kMany, at.first, kVerdictReach);
  return many && !is_out_of(context.document, *many) &&
         (names_councils(context.document, *many) || !behind(context.cues, kNoun, at.last, 0)) &&
         !context.has_subject_before(at.first, at.first - many->tokens.last) &&
         !is_one_of(context, many->tokens.first);
}

}  // namespace assay::extract::grade
