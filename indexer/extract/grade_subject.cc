#include "indexer/extract/grade_subject.h"

#include <algorithm>

#include "indexer/extract/grade_count.h"
#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kBodyReach = 4;  // tokens of "a council in the north that"

// The words for what a grade is said of.
struct Subject {
  TokenRange tokens;
  bool may_be_last = false;   // their last word may be it: "a guide to homes rated good"
  bool must_be_last = false;  // only that
};

bool parts(const Context& context, std::size_t at, std::string_view stops) {
  return context.document.slice(context.document.tokens[at - 1].end, context.document.tokens[at].begin)
             .find_first_of(stops) != std::string_view::npos;
}

bool is_finite(const std::string& word) {
  static const WordSet words = {"was", "were", "is", "are", "has", "have", "had"};
  return words.contains(word);
}

bool is_participle(const std::string& word) {
  static const WordSet words = {"rated",    "judged",  "graded", "assessed",  "deemed", "found",
                                "classed",  "called",  "named",  "described", "ranked", "given",
                                "labelled", "branded", "marked", "scored"};
  return words.contains(word);
}

bool is_between(const std::string& word) {
  static const WordSet words = {"been", "being", "as",    "to",    "be",         "now",     "also",   "all",
                                "both", "each",  "again", "still", "officially", "overall", "either", "a"};
  return words.contains(word);
}

// "The unit, which looks after ten people, was": the words before the clause that stands between commas.
std::optional<std::size_t> before_clause(const Context& context, std::size_t end) {
  if (!parts(context, end, ",)")) return end;
  for (std::size_t i = end - 1; i > context.sentence.tokens.first; --i)
    if (parts(context, i, ",(")) return i;
  return std::nullopt;
}

// Where the words that end at `end` begin: behind a stop, or a word that begins a clause.
std::size_t begin_of(const Context& context, std::size_t end) {
  static const WordSet openers = {"that",  "but",   "while",  "because",  "after",  "when", "said",
                                  "says",  "if",    "since",  "where",    "as",     "so",   "though",
                                  "found", "which", "before", "although", "whose",  "how",  "whether",
                                  "told",  "heard", "noted",  "whereas",  "showed", "year", "week"};
  std::size_t first = end;
  while (first > context.sentence.tokens.first) {
    if (first < end && parts(context, first, ",;:()\"")) break;
    if (openers.contains(context.document.tokens[first - 1].word)) break;
    --first;
  }
  return first;
}

// The subject of "was rated good", "is good".
std::optional<Subject> subject_before(const Context& context, TokenRange at) {
  static const WordSet relatives = {"which", "that", "who"};
  const std::vector<Token>& tokens = context.document.tokens;
  std::size_t verb = at.first;
  bool finite = false, participle = false;
  while (verb > context.sentence.tokens.first && (verb == at.first || !parts(context, verb, ",;:("))) {
    const std::string& word = tokens[verb - 1].word;
    if (!is_finite(word) && !is_participle(word) && !is_between(word)) break;
    finite |= is_finite(word);
    participle |= is_participle(word);
    --verb;
  }
  if (!(finite || participle) || verb == context.sentence.tokens.first) return std::nullopt;
  bool relative = relatives.contains(tokens[verb - 1].word);
  if (relative && --verb == context.sentence.tokens.first) return std::nullopt;
  const auto end = relative ? verb : before_clause(context, verb);
  if (!end) return std::nullopt;
  const std::size_t first = begin_of(context, *end);
  if (first == *end) return std::nullopt;
  return Subject{{first, *end},
                 relative || !finite,
                 relative || (!finite && !context.document.in_headline(context.sentence))};
}

// The object of "rated its homes good".
std::optional<Subject> object_before(const Context& context, TokenRange at) {
  const std::vector<Token>& tokens = context.document.tokens;
  std::size_t end = at.first;
  while (end > context.sentence.tokens.first && is_between(tokens[end - 1].word)) --end;
  for (std::size_t i = end; i-- > context.sentence.tokens.first && at.first - i <= 2 * kVerdictReach;) {
    if (is_finite(tokens[i].word)) return std::nullopt;
    if (is_participle(tokens[i].word) || tokens[i].word == "rates" || tokens[i].word == "rating")
      return i + 1 < end ? std::optional(Subject{{i + 1, end}}) : std::nullopt;
    if (parts(context, i + 1, ",;:(")) return std::nullopt;
  }
  return std::nullopt;
}

bool is_number(const std::string& word) {
  static const WordSet words = {"two",  "three", "four",   "five",   "six",    "seven", "eight",
                                "nine", "ten",   "eleven", "twelve", "most",   "many",  "several",
                                "half", "each",  "dozens", "scores", "bulk",   "few",   "majority",
                                "none", "cent",  "thirds", "twenty", "thirty", "some",  "proportion"};
  return words.contains(word) || (!word.empty() && word.find_first_not_of("0123456789") == std::string::npos);
}

bool is_preposition(const Document& document, std::size_t at) {
  static const WordSet words = {"of",         "in",         "at",      "for",     "by",       "from",
                                "with",       "across",     "on",      "to",      "about",    "run",
                                "owned",      "provided",   "managed", "where",   "operated", "inspected",
                                "registered", "under",      "within",  "working", "helping",  "serving",
                                "offering",   "supporting", "near",    "around",  "delivered"};
  if (!words.contains(document.tokens[at].word)) return false;
  const bool joined = document.after(document.tokens[at]) == '-' ||
                      (at > 0 && document.after(document.tokens[at - 1]) == '-');
  return !joined;  // not so "in-house", "council-owned"
}

// The words that name the thing itself: behind whose it is, and before where it is and what it is for.
TokenRange core_of(const Context& context, TokenRange subject) {
  static const WordSet leading = {"the",    "a",    "an",     "its",  "our",  "their", "nearly",
                                  "almost", "only", "just",   "over", "both", "any",   "every",
                                  "all",    "own",  "around", "some", "this", "that",  "these"};
  TokenRange core = subject;
  while (!core.empty() && leading.contains(context.document.tokens[core.first].word)) ++core.first;
  std::size_t last = core.first;
  while (last < core.last && (last == core.first || !is_preposition(context.document, last))) ++last;
  core.last = last;
  for (std::size_t i = core.last; i-- > core.first;)
    if (context.document.tokens[i].possessive && i + 1 < core.last) {
      core.first = i + 1;
      break;
    }
  return core;
}

// "Six of the nine areas", "twelve in-house teams"; not "six months", nor a share that is a score.
bool is_counted(const Context& context, TokenRange subject) {
  static const WordSet times = {"years", "months", "weeks", "days", "points", "marks", "hours"};
  static const WordSet bodies = {"boroughs", "councils", "authorities", "neighbours", "counties"};
  const std::vector<Token>& tokens = context.document.tokens;
  std::size_t i = subject.first;
  static const WordSet leading = {"the", "nearly", "almost", "only", "just", "over", "around", "a", "all"};
  bool all = false;
  for (; i < subject.last && leading.contains(tokens[i].word); ++i) all |= tokens[i].word == "all";
  if (i + 1 >= subject.last) return false;
  const bool number = is_number(tokens[i].word);
  if (number && times.contains(tokens[i + 1].word)) return false;
  if (number && (tokens[i + 1].word == "of" || tokens[i + 1].word == "out" || tokens[i + 1].word == "in"))
    return true;
  return (number || all) && context.councils.size() < 2 &&
         std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(i),
                     tokens.begin() + static_cast<std::ptrdiff_t>(subject.last),
                     [](const Token& token) { return bodies.contains(token.word); });
}

// "Support for adults".
bool is_for_adults(const Context& context, std::size_t at) {
  static const WordSet words = {"adults", "older", "people", "residents", "vulnerable", "disabled"};
  const std::vector<Token>& tokens = context.document.tokens;
  return at + 1 < context.sentence.tokens.last && tokens[at].word == "for" &&
         words.contains(tokens[at + 1].word);
}

// A thing or a part by its last word, or the services that stand apart: "the council's registered services".
bool is_other_thing(const Context& context, TokenRange core) {
  static const WordSet things = {
      "times",      "waits",   "lists",     "assessments", "reviews",  "homes",      "home",    "unit",
      "units",      "sites",   "site",      "providers",   "provider", "neighbours", "trust",   "hospital",
      "hospitals",  "charity", "firm",      "company",     "school",   "schools",    "college", "centre",
      "centres",    "nursery", "facility",  "facilities",  "premises", "locations",  "agency",  "agencies",
      "partners",   "partner", "managers",  "nurses",      "records",  "website",    "pathway", "carers",
      "equipment",  "scheme",  "schemes",   "setting",     "settings", "placements", "beds",    "areas",
      "statements", "hub",     "contractor"};
  static const WordSet of_care = {"support", "information", "advice",  "response",     "practice",
                                  "team",    "teams",       "staff",   "workforce",    "training",
                                  "culture", "data",        "contact", "communication"};
  static const WordSet apart = {"registered", "regulated", "directly",     "house",      "owned",
                                "inspected",  "provider",  "commissioned", "contracted", "run"};
  static const WordSet services = {"service", "services", "provision", "arm", "care"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (core.empty()) return false;
  const std::string& head = tokens[core.last - 1].word;
  const bool care =
      before(context.cues, kSubject, core.last - 1, 0) ||
      std::any_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
        return cue.payload == kSubject && cue.tokens.first >= core.first && cue.tokens.last <= core.last;
      });
  if (things.contains(head) || (of_care.contains(head) && !care && !is_for_adults(context, core.last)))
    return true;
  for (const Cue kind : {kOther, kEntity})
    for (const CueMatch& cue : context.cues)
      if (cue.payload == kind && cue.tokens.last == core.last && cue.tokens.first >= core.first) return true;
  if (!services.contains(head)) return false;
  for (std::size_t i = core.first; i + 1 < core.last; ++i)
    if (apart.contains(tokens[i].word) &&
        !before(context.cues, kSubject, core.last - (head == "care" ? 0 : 1), 0))
      return true;
  return false;
}

// "How it works with the NHS", "the way that it plans".
bool is_manner(const Context& context, TokenRange subject) {
  const std::vector<Token>& tokens = context.document.tokens;
  const std::string& first = tokens[subject.first].word;
  return first == "how" || (subject.size() > 1 && first == "the" && tokens[subject.first + 1].word == "way");
}

// "The average council".
bool is_typical(const Context& context, TokenRange subject) {
  static const WordSet words = {"average", "typical"};
  return std::any_of(context.document.tokens.begin() + static_cast<std::ptrdiff_t>(subject.first),
                     context.document.tokens.begin() + static_cast<std::ptrdiff_t>(subject.last),
                     [](const Token& token) { return words.contains(token.word); });
}

// "Few services rated good", "from services that are rated good": any, not those of a council.
bool are_some_services(const Context& context, std::size_t end) {
  static const WordSet whose = {"its", "our", "their", "the", "whose", "of", "adults", "adult"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (tokens[end - 1].word != "services" || end < context.sentence.tokens.first + 2) return false;
  if (tokens[end - 2].possessive || whose.contains(tokens[end - 2].word)) return false;
  return std::none_of(context.cues.begin(), context.cues.end(), [&](const CueMatch& cue) {
    return cue.payload == kSubject && cue.tokens.last == end && cue.tokens.size() > 1;
  });
}

// "Sunrise Care": a name, and no council's.
bool is_other_name(const Context& context, TokenRange core, TokenRange at) {
  static const WordSet bodies = {"hall",       "council",     "authority", "borough", "county",
                                 "city",       "adult",       "adults",    "social",  "services",
                                 "department", "directorate", "unitary",   "overall", "cqc",
                                 "district",   "town",        "we",        "i",       "it"};
  const std::vector<Token>& tokens = context.document.tokens;
  if (core.size() < 2) return false;
  std::size_t capitals = 0;
  for (std::size_t i = context.sentence.tokens.first; i < context.sentence.tokens.last; ++i)
    capitals += tokens[i].capital;
  if (tokens[at.first].capital && capitals * 2 > context.sentence.tokens.size())
    return false;  // a headline in capitals
  for (std::size_t i = core.first; i < core.last; ++i)
    if (!tokens[i].capital || bodies.contains(tokens[i].word)) return false;
  const auto named = mentions_of(context.article.councils, context.number);
  return std::none_of(named.begin(), named.end(), [&](const Mention& mention) {
    return mention.tokens.first < core.last && mention.tokens.last > core.first;
  });
}

bool is_other(const Context& context, const Subject& subject, TokenRange at) {
  if (subject.must_be_last && are_some_services(context, subject.tokens.last)) return true;
  const TokenRange last = {subject.tokens.last - 1, subject.tokens.last};
  if (subject.may_be_last && is_other_thing(context, last) &&
      std::none_of(context.councils.begin(), context.councils.end(),
                   [&](const Mention& mention) { return mention.tokens.last == last.last; }))
    return true;
  return !subject.must_be_last &&
         (is_counted(context, subject.tokens) || is_typical(context, subject.tokens) ||
          is_other_thing(context, core_of(context, subject.tokens)) ||
          is_other_name(context, core_of(context, subject.tokens), at));
}

// "A scheme in which adults live with a household is rated good": what the sentence begins with, however long
// it goes on about it.
bool opens_with_other_thing(const Context& context, TokenRange at) {
  static const WordSet articles = {"a", "an"};
  static const WordSet relatives = {"in", "where", "that", "which", "whose", "for", "run"};
  constexpr std::size_t kReach = 3;  // words of the thing's name
  const std::vector<Token>& tokens = context.document.tokens;
  const std::size_t first = context.sentence.tokens.first;
  if (!articles.contains(tokens[first].word)) return false;
  for (std::size_t end = first + 2; end < std::min(at.first, first + 2 + kReach); ++end)
    if (relatives.contains(tokens[end].word)) return is_other_thing(context, {first + 1, end});
  return false;
}

}  // namespace

bool is_of_other_subject(const Context& context, TokenRange at) {
  if (opens_with_other_thing(context, at)) return true;
  if (const auto subject = subject_before(context, at)) return is_other(context, *subject, at);
  const auto object = object_before(context, at);
  if (!object) return false;
  // "64 per cent of those who use it rated it good": who rates is a number of people.
  const std::size_t verb = object->tokens.first - 1, first = begin_of(context, verb);
  return (first < verb && is_counted(context, {first, verb})) ||
         (is_manner(context, object->tokens) || is_other(context, *object, at));
}

bool is_of_unnamed_council(const Context& context, TokenRange at) {
  static const WordSet prepositions = {"from", "at", "to", "with", "by", "like", "of", "in", "for"};
  static const WordSet articles = {"a", "an", "another"};
  static const WordSet bodies = {"council", "authority", "borough"};
  static const WordSet links = {"that", "which", "whose", "where", "rated", "graded", "judged", "with"};
  const std::vector<Token>& tokens = context.document.tokens;
  for (std::size_t i = at.first; i-- > context.sentence.tokens.first + 1;) {
    if (!articles.contains(tokens[i].word) || !prepositions.contains(tokens[i - 1].word)) continue;
    std::size_t body = i + 1;
    while (body + 1 < at.first && body - i < kBodyReach && !bodies.contains(tokens[body].word)) ++body;
    if (!bodies.contains(tokens[body].word) || tokens[body].possessive || body + 1 >= at.first) continue;
    if (!links.contains(tokens[body + 1].word)) continue;
    return std::none_of(context.councils.begin(), context.councils.end(), [&](const Mention& mention) {
      return mention.tokens.first >= i && mention.tokens.last <= at.first;
    });
  }
  return false;
}

}  // namespace assay::extract::grade
