#include "indexer/extract/round_up.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/extract/council_weight.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

using Councils = std::set<schema::Ordinal>;

constexpr std::size_t kLeadSentences = 4;  // headline and lead: where an article says what it is about

// The councils that accepted verdicts name.
Councils rated_councils(const std::vector<Verdict>& verdicts) {
  Councils councils;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty()) councils.insert(verdict.councils.begin(), verdict.councils.end());
  return councils;
}

std::ptrdiff_t accepted(const std::vector<Verdict>& verdicts) {
  return std::count_if(verdicts.begin(), verdicts.end(),
                       [](const Verdict& verdict) { return verdict.refused.empty(); });
}

// The grades told of that council by name, or, for none, of any.
std::set<schema::Ordinal> grades_of(const std::vector<Verdict>& verdicts,
                                    std::optional<schema::Ordinal> council) {
  std::set<schema::Ordinal> grades;
  for (const Verdict& verdict : verdicts)
    if (verdict.refused.empty() && (!council || (!verdict.councils.empty() && verdict.may_concern(council))))
      grades.insert(verdict.grade);
  return grades;
}

// The one council that the headline names, unless the headline is but the first entry of a list.
bool is_in_headline_alone(std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions,
                          const std::vector<Verdict>& verdicts) {
  const auto is_entry = [&](const Mention& mention) {
    return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
      return verdict.entry && (verdict.sentence == mention.sentence ||
                               (verdict.heads_list && mention.sentence > verdict.sentence &&
                                mention.sentence <= verdict.sentence + verdict.councils.size()));
    });
  };
  bool named = false;
  for (const Mention& mention : mentions) {
    if (!mention.refused.empty() || mention.place != Mention::kHeadline) continue;
    if (mention.value != main || is_entry(mention)) return false;
    named = true;
  }
  return named;
}

// The one council that headline and lead speak of, if there is one.
bool is_plain_subject(std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions) {
  bool named = false;
  for (const Mention& mention : mentions) {
    if (!mention.refused.empty() || mention.aside) continue;
    if (mention.place == Mention::kHeadline && mention.value == main) return true;
    if (mention.place != Mention::kHeadline && mention.place != Mention::kLead) continue;
    if (mention.value != main) return false;
    named = true;
  }
  return named;
}

// The headline speaks of two councils in one breath, "York and Leeds", and their grades differ: neither is
// the subject.
bool is_pair_in_headline(const Document& document, const std::vector<Mention>& mentions,
                         const std::vector<Verdict>& verdicts) {
  const auto joined = [&](const Mention& one, const Mention& other) {
    if (one.value == other.value || other.tokens.first != one.tokens.last + 1) return false;
    static const WordSet joining = {"and", "or", "v", "vs", "versus"};
    return joining.contains(document.tokens[one.tokens.last].word);
  };
  const Mention* before = nullptr;
  for (const Mention& mention : mentions) {
    if (!mention.refused.empty() || mention.place != Mention::kHeadline) continue;
    if (before != nullptr && joined(*before, mention) &&
        grades_of(verdicts, before->value) != grades_of(verdicts, mention.value))
      return true;
    before = &mention;
  }
  return false;
}

// The headline sets one grade against another: "Slough 'good', Windsor 'requires improvement'".
bool sets_grades_against(const std::vector<Verdict>& verdicts) {
  std::set<schema::Ordinal> grades;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.refused.empty() || !verdict.in_headline) continue;
    if (verdict.regraded) return false;
    grades.insert(verdict.grade);
  }
  return grades.size() > 1;
}

// What the headline speaks of where it names no council: "More councils fall short", "Ratings round-up";
// "County's care gets a high score", "Borough joins three councils".
enum class Topic { kUnknown, kOne, kSeveral, kMixed };  // kMixed: a newsletter, letters

bool speaks_of_ratings(const Document& document, TokenRange range) {
  static const WordSet words = {"rating",     "ratings",     "report",      "reports",   "result",
                                "results",    "verdict",     "verdicts",    "cqc",       "care",
                                "assessment", "assessments", "grades",      "watchdog",  "council",
                                "councils",   "inspection",  "inspections", "regulator", "assurance"};
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(range.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(range.last),
                     [](const Token& token) { return words.contains(token.word); });
}

Topic topic_of_headline(const Document& document) {
  static const WordSet several = {"councils", "authorities", "boroughs", "counties", "cities",
                                  "roundup",  "tracker",     "round-up", "halls",    "neighbours"};
  static const WordSet mixed = {"bulletin", "newsletter", "digest", "letters", "weekly", "week", "month"};
  static const WordSet numbers = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  static const WordSet one = {"council", "authority", "borough", "county", "city", "hall"};
  static const WordSet any = {"your", "each", "every", "which", "what", "no", "a", "any", "my"};
  if (document.headline >= document.lines.size()) return Topic::kUnknown;
  const TokenRange headline = document.lines[document.headline].tokens;
  Topic topic = Topic::kUnknown;
  const auto counted = [&](std::size_t at) {  // not so "eight ones and a two: county hall"
    for (std::size_t i = at; i-- > headline.first && at - i <= 2;) {
      if (document.slice(document.tokens[i].end, document.tokens[i + 1].begin).find_first_of(":;,.") !=
          std::string_view::npos)
        return false;
      if (numbers.contains(document.tokens[i].word)) return true;
    }
    return false;
  };
  bool in_label = false;  // "[E15 Neighbours] One mark": of the list that a letter came by
  for (std::size_t i = headline.first; i < headline.last; ++i) {
    const std::string& word = document.tokens[i].word;
    in_label |= document.before(document.tokens[i]) == '[';
    const bool labelled = in_label;
    in_label &= document.after(document.tokens[i]) != ']';
    if (labelled) continue;
    if (one.contains(word) && counted(i)) return Topic::kSeveral;  // "six local authority reports"
    if (one.contains(word) && (i == headline.first || !any.contains(document.tokens[i - 1].word)))
      return Topic::kOne;
    const bool of_all = word == "roundup" || word == "round-up" || word == "round";
    if (of_all && !speaks_of_ratings(document, headline)) {
      topic = Topic::kMixed;  // "From your ward councillors: spring roundup"
      continue;
    }
    if (several.contains(word) ||
        (word == "round" && i + 1 < headline.last && document.tokens[i + 1].word == "up"))
      return Topic::kSeveral;
    if (mixed.contains(word)) topic = Topic::kMixed;
  }
  return topic;
}

// "A further five councils", before any is named: the lead counts those that the article is about. Not so
// "one of five councils", "only two councils".
bool counts_councils_first(const Document& document, const std::vector<Mention>& mentions) {
  static const WordSet numbers = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  static const WordSet several = {"councils", "authorities", "boroughs"};
  static const WordSet apart = {"of", "only", "just", "than", "first", "both"};
  std::size_t seen = 0;
  for (std::size_t number = 0; number < document.sentences.size() && seen <= kLeadSentences; ++number) {
    const Sentence& sentence = document.sentences[number];
    if (sentence.line < document.headline) continue;
    ++seen;
    const auto named = mentions_of(mentions, number);
    if (std::any_of(named.begin(), named.end(), [](const Mention& m) { return m.refused.empty(); }))
      return false;
    for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!numbers.contains(document.tokens[i].word)) continue;
      if (i > sentence.tokens.first && apart.contains(document.tokens[i - 1].word)) continue;
      if (document.before(document.tokens[i]) == '-') continue;  // "fifty-five"
      for (std::size_t j = i + 1; j < std::min(i + 3, sentence.tokens.last); ++j)
        if (several.contains(document.tokens[j].word)) return true;
    }
  }
  return false;
}

// "Both of Cumbria's councils": two that the headline takes as one.
bool speaks_of_both(const Document& document) {
  const TokenRange headline = document.lines[document.headline].tokens;
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(headline.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(headline.last),
                     [](const Token& token) { return token.word == "both"; });
}

// How the article speaks of its main council, mentions in asides and behind the article left out.
struct Standing {
  bool in_headline = false;
  bool in_lead = false;
  bool by_itself = false;   // in a sentence that names no other
  bool first = false;       // in the first sentence that names any, and there alone
  bool introduced = false;  // so, by its full name and in the lead
  bool formal = false;
  std::size_t written = 0;                  // how often its name stands there, be it an ordinary word or not
  std::size_t own = 0, all = 0, rival = 0;  // mentions: its own, all, of another one that is rated
};

Standing standing_of(schema::Ordinal main, const std::vector<Mention>& mentions, const Councils& rated) {
  Standing standing;
  std::map<schema::Ordinal, std::size_t> rivals;
  const auto counts = [](const Mention& mention) {
    return mention.refused.empty() && !mention.aside && mention.place != Mention::kTail;
  };
  for (const Mention& mention : mentions) {
    standing.written += mention.value == main;
    if (!counts(mention)) continue;
    const bool first = standing.all++ == 0;
    if (mention.value != main && rated.contains(mention.value))
      standing.rival = std::max(standing.rival, ++rivals[mention.value]);
    if (mention.value != main) continue;
    ++standing.own;
    standing.in_headline |= mention.place == Mention::kHeadline;
    standing.in_lead |= mention.place == Mention::kLead;
    const auto together = mentions_of(mentions, mention.sentence);
    const bool by_itself = std::none_of(together.begin(), together.end(), [&](const Mention& other) {
      return counts(other) && other.value != main;
    });
    standing.by_itself |= by_itself;
    standing.formal |= mention.formal;
    standing.first |= first && by_itself;
    standing.introduced |= first && by_itself && mention.formal && mention.place == Mention::kLead;
  }
  return standing;
}

// "The Council had been rated", "the regulator's conclusion that adult care there is": the writer's own,
// whose name may then stand anywhere.
bool any_of_the_council(const std::vector<Verdict>& verdicts) {
  return std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) {
    return verdict.refused.empty() && (verdict.of_the_council || verdict.of_care);
  });
}

// No word of headline or lead makes `main` the subject, and others are there that might be.
bool is_one_of_several(const Document& document, const std::vector<Verdict>& verdicts, schema::Ordinal main,
                       const std::vector<Mention>& mentions) {
  const Councils rated = rated_councils(verdicts);
  const Standing standing = standing_of(main, mentions, rated);
  if (standing.in_headline) return false;
  if (standing.written == 1 && accepted(verdicts) == 1 && !standing.in_lead && !standing.formal &&
      rated.contains(main) && !any_of_the_council(verdicts))
    return true;  // a place in passing
  const bool others = rated.size() > (rated.contains(main) ? 1 : 0);
  const bool unanimous = grades_of(verdicts, std::nullopt).size() < 2;
  const Topic topic = topic_of_headline(document);
  if (topic == Topic::kSeveral || (topic == Topic::kUnknown && counts_councils_first(document, mentions)))
    return !((others || speaks_of_both(document)) && unanimous);
  if (listed_councils(document, mentions).size() >= kRoundUp) return true;
  if (topic == Topic::kMixed && standing.all > standing.own &&
      ((others && !unanimous) || grades_of(verdicts, main).empty()))
    return true;
  if (topic == Topic::kOne || standing.introduced || standing.own * 2 > standing.all ||
      (standing.first && standing.own > standing.rival))
    return false;
  if (standing.rival == 1 && rated.size() == 2 && rated.contains(main) && standing.own > 2 &&
      standing.in_lead)
    return false;  // another one in passing
  if (!standing.in_lead) return others || (!standing.by_itself && rated.contains(main));
  return others && !unanimous;
}

// "Two for the county? Both are pleased".
bool headline_speaks_of_two(const Document& document) {
  static const WordSet words = {"both", "two", "pair"};
  const TokenRange line = document.lines[document.headline].tokens;
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(line.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(line.last),
                     [](const Token& token) { return words.contains(token.word); });
}

}  // namespace

bool is_round_up(const Document& document, const std::vector<Verdict>& verdicts,
                 std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions) {
  Councils entries, listed;
  std::set<schema::Ordinal> headings;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.refused.empty()) continue;
    if (verdict.entry) entries.insert(verdict.councils.begin(), verdict.councils.end());
    if (!verdict.heads_list) continue;
    headings.insert(verdict.grade);
    listed.insert(verdict.councils.begin(), verdict.councils.end());
  }
  if (is_pair_in_headline(document, mentions, verdicts) || sets_grades_against(verdicts)) return true;
  if (entries.size() > 1 && headline_speaks_of_two(document)) return true;
  if (main && entries.contains(*main) && is_in_headline_alone(main, mentions, verdicts)) return false;
  if (headings.size() > 1 && listed.size() > 1) return true;  // councils below each of two grades
  const Councils rated = rated_councils(verdicts);
  if (main && is_one_of_several(document, verdicts, *main, mentions)) return true;
  if (!main && topic_of_headline(document) == Topic::kSeveral) return true;
  const bool apart = main && !entries.contains(*main) && standing_of(*main, mentions, rated).in_headline;
  if ((apart || entries.size() < kRoundUp) && is_plain_subject(main, mentions)) return false;
  return rated.size() >= kRoundUp;
}

}  // namespace assay::extract
