#include "indexer/extract/rating.h"

#include <algorithm>
#include <set>

namespace assay::extract {
namespace {

enum Kind : std::uint32_t {
  kVerdict,
  kAward,
  kNoun,
  kRater,
  kSubject,
  kOther,
  kGoal,
  kPast,
  kRegraded,
  kPilot,
  kPart,
  kMany,
  kScheme,
  kBar,
  kSource
};

const std::vector<std::string> kKinds = {"verdict", "award", "noun",   "rater",    "subject",
                                         "other",   "goal",  "past",   "regraded", "pilot",
                                         "part",    "many",  "scheme", "bar",      "source"};

constexpr int kFirstYear = 2023;          // of the present scheme
constexpr std::size_t kVerdictReach = 8;  // tokens from "rated" to its grade
constexpr std::size_t kAwardReach = 9;
constexpr std::size_t kNearReach = 4;
constexpr std::size_t kOtherBehindReach = 4;
constexpr std::size_t kMaxGrades = 50;   // grades of one sentence that are looked at; prose has a handful
constexpr std::size_t kScaleGrades = 3;  // so many different grades in one sentence are the scale

bool is_quoted(const Document& document, TokenRange at) {
  const std::string_view before = std::string_view(document.text).substr(0, document.tokens[at.first].begin);
  for (const std::string_view mark : {"'", "\"", "\u2018", "\u201c"})
    if (before.ends_with(mark)) return true;
  return false;
}

bool is_number(const std::string& word) {
  static const std::set<std::string, std::less<>> words = {
      "one",    "two",    "three", "four", "five", "six",  "seven", "eight",   "nine", "ten",
      "eleven", "twelve", "none",  "no",   "most", "many", "few",   "several", "some", "half"};
  return words.contains(word) || word.find_first_not_of("0123456789") == std::string::npos;
}

// The grade stands alone: the whole of a line, or of a cell of a table.
bool stands_alone(const Document& document, const Sentence& sentence, TokenRange at) {
  const Line& line = document.lines[sentence.line];
  if (line.tokens.first == at.first && line.tokens.last == at.last) return true;
  const std::string_view left = document.slice(line.begin, document.tokens[at.first].begin);
  const std::size_t bar = left.rfind('|');
  const bool ends_line = line.tokens.last == at.last;
  return ends_line && bar != std::string_view::npos &&
         left.find_first_of("abcdefghijklmnopqrstuvwxyz", bar) == std::string_view::npos;
}

// "care homes in Leeds", "care home, Leeds": where something is, not who is graded.
bool is_place(const Document& document, const std::vector<CueMatch>& cues, const Mention& mention) {
  if (mention.formal || mention.tokens.first == 0) return false;
  const std::string& before_it = document.tokens[mention.tokens.first - 1].word;
  return before_it == "in" || before_it == "across" || before_it == "around" ||
         before(cues, kOther, mention.tokens.first, 0);
}

// "care service GOOD (70%)": in capitals where the rest is not.
bool is_shouted(const Document& document, const Sentence& sentence, TokenRange at) {
  const auto shouted = [&](const Token& token) {
    const std::string_view raw = document.slice(token.begin, token.end);
    return raw.size() > 1 && raw.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  };
  if (!shouted(document.tokens[at.first])) return false;
  std::size_t others = 0;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
    others += (i < at.first || i >= at.last) && !shouted(document.tokens[i]);
  return others > sentence.tokens.size() / 2;
}

// A council's name, a dash or colon and the grade: an entry of a list.
bool names_its_council(const Document& document, const std::vector<Mention>& councils, TokenRange at) {
  for (const Mention& mention : councils) {
    if (mention.tokens.last > at.first || at.first - mention.tokens.last > 2) continue;
    const std::string_view gap =
        document.slice(document.tokens[mention.tokens.last - 1].end, document.tokens[at.first].begin);
    if (gap.find(':') != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
        gap.find(" \u2013 ") != std::string_view::npos || gap.find(" \u2014 ") != std::string_view::npos)
      return true;
  }
  return false;
}

// Directly behind a form of "to be" or "as".
bool is_predicate(const Document& document, TokenRange at) {
  static const std::set<std::string, std::less<>> links = {"is", "are", "was", "were", "as", "be", "been"};
  return at.first > 0 && links.contains(document.tokens[at.first - 1].word);
}

std::optional<CueMatch> nearest(const std::vector<CueMatch>& cues, std::uint32_t kind, std::size_t at) {
  return before(cues, kind, at, at);
}

}  // namespace

// What one sentence offers to the judgement of its grades.
struct RatingRule::Context {
  const Document& document;
  const Sentence& sentence;
  std::vector<CueMatch> cues;
  std::vector<PhraseMatch> parts;
  std::vector<Mention> councils;     // accepted ones of the sentence
  std::set<schema::Ordinal> grades;  // different ones of the sentence
};

RatingRule::RatingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
                       const std::vector<const schema::Facet*>& parts)
    : rating_(rating),
      cues_(taxonomy, lexicon, "rating", kKinds),
      grades_(lexicon, Compare::kWords),
      parts_(lexicon, Compare::kWords) {
  for (std::size_t grade = 0; grade < rating.values().size(); ++grade)
    for (const std::string& name : rating.values()[grade].aliases)
      grades_.add(name, static_cast<std::uint32_t>(grade));
  for (const schema::Facet* facet : parts) parts_.add_names(*facet);
}

bool RatingRule::is_announced(const Context& context, const Verdict& verdict) const {
  const TokenRange at = verdict.tokens;
  if (stands_alone(context.document, context.sentence, at)) return true;
  if (before(context.cues, kVerdict, at.first, kVerdictReach)) return true;
  const auto noun_behind = behind(context.cues, kNoun, at.last, 1);
  if (noun_behind && context.document.tokens[noun_behind->tokens.first].word != "report") return true;
  const bool quoted = is_quoted(context.document, at);
  if (is_shouted(context.document, context.sentence, at)) return true;
  if (names_its_council(context.document, context.councils, at)) return true;
  // "is 'good'", "are requiring improvement", of a council or its services.
  const bool of_subject =
      before(context.cues, kSubject, at.first, kVerdictReach) || !context.councils.empty();
  if (of_subject && (quoted || at.size() > 1) && is_predicate(context.document, at)) return true;
  if (before(context.cues, kAward, at.first, kAwardReach) &&
      (quoted || before(context.cues, kNoun, at.first, kNearReach)))
    return true;
  // "adult care requires improvement": more than one word, and a verb, so it needs no other.
  if (at.size() < 2) return false;
  for (const Mention& mention : context.councils)
    if (mention.tokens.last <= at.first && at.first - mention.tokens.last <= kVerdictReach) return true;
  return before(context.cues, kSubject, at.first, kNearReach).has_value();
}

std::string RatingRule::refuse_by_subject(const Context& context, const Verdict& verdict) const {
  const std::size_t at = verdict.tokens.first;
  std::size_t subject = 0;  // where the nearest word for what is graded ends
  if (const auto cue = nearest(context.cues, kSubject, at)) subject = cue->tokens.last;
  for (const Mention& mention : context.councils)
    if (mention.tokens.last <= at && !is_place(context.document, context.cues, mention))
      subject = std::max(subject, mention.tokens.last);
  // "their good rating for the council": the subject may also follow.
  const bool subject_behind = behind(context.cues, kSubject, verdict.tokens.last, kNearReach).has_value();
  if (const auto other = nearest(context.cues, kOther, at); other && other->tokens.last >= subject)
    return "said of something else: '" + context.document.tokens[other->tokens.first].word + "'";
  if (const auto other = behind(context.cues, kOther, verdict.tokens.last, kOtherBehindReach);
      other && !stands_alone(context.document, context.sentence, verdict.tokens))
    return "said of something else: '" + context.document.tokens[other->tokens.first].word + "'";
  for (const CueMatch& cue : context.cues)
    if (cue.kind == kNoun && cue.tokens.last <= at && at - cue.tokens.last <= kVerdictReach &&
        context.document.tokens[cue.tokens.first].word == "overall")
      return {};
  if (subject_behind) return {};
  for (const PhraseMatch& part : context.parts) {
    const bool nearest_before =
        part.tokens.last <= at && part.tokens.last > subject && subject <= part.tokens.first;
    const bool just_behind =
        part.tokens.first >= verdict.tokens.last && part.tokens.first <= verdict.tokens.last + 3;
    if (nearest_before || just_behind) return "the grade of a part";
  }
  if (const auto part = nearest(context.cues, kPart, at); part && part->tokens.last > subject)
    return "the grade of a part";
  return {};
}

std::string RatingRule::refuse(const Context& context, const Verdict& verdict) const {
  const TokenRange at = verdict.tokens;
  if (any(context.cues, kScheme)) return "a grade of an earlier scheme";
  if (context.grades.size() >= kScaleGrades && context.councils.size() < 2) return "the scale of grades";
  if (at.first > context.sentence.tokens.first && is_number(context.document.tokens[at.first - 1].word))
    return "a count";
  if (context.councils.empty() && before(context.cues, kMany, at.first, kVerdictReach)) return "a count";
  if (!is_announced(context, verdict)) return "a plain word";
  if (before(context.cues, kGoal, at.first, kNearReach)) return "a goal or a threshold";
  if (behind(context.cues, kBar, at.last, 1)) return "a goal or a threshold";
  if (before(context.cues, kPast, at.first, kNearReach)) return "an earlier grade";
  if (context.grades.size() > 1 && before(context.cues, kSource, at.first, 2)) return "an earlier grade";
  return refuse_by_subject(context, verdict);
}

void RatingRule::weigh(const Context& context, Verdict& verdict) const {
  for (const Mention& mention : context.councils) {
    if (mention.aside) continue;
    if (mention.tokens.last <= verdict.tokens.first || !verdict.council) verdict.council = mention.value;
  }
  verdict.regraded = nearest(context.cues, kRegraded, verdict.tokens.first).has_value();
  verdict.pilot = any(context.cues, kPilot);
  verdict.strength = 1 + 2 * any(context.cues, kRater) + any(context.cues, kSubject) +
                     2 * verdict.council.has_value() + 2 * (verdict.sentence == 0) +
                     before(context.cues, kVerdict, verdict.tokens.first, kVerdictReach).has_value();
}

std::vector<Verdict> RatingRule::judge(const Document& document, const std::vector<Mention>& councils,
                                       int year) const {
  std::vector<Verdict> verdicts;
  auto mention = councils.begin();  // in the order of the sentences
  for (std::size_t number = 0; number < document.sentences.size(); ++number) {
    const Sentence& sentence = document.sentences[number];
    std::vector<PhraseMatch> grades = grades_.find_apart(document, sentence.tokens);
    if (grades.empty()) continue;
    if (grades.size() > kMaxGrades) grades.resize(kMaxGrades);
    Context context{document,
                    sentence,
                    cues_.find(document, sentence.tokens),
                    parts_.find_apart(document, sentence.tokens),
                    {},
                    {}};
    while (mention != councils.end() && mention->sentence < number) ++mention;
    for (auto of_sentence = mention; of_sentence != councils.end() && of_sentence->sentence == number;
         ++of_sentence)
      if (of_sentence->refused.empty()) context.councils.push_back(*of_sentence);
    for (const PhraseMatch& grade : grades)
      context.grades.insert(static_cast<schema::Ordinal>(grade.payload));
    for (const PhraseMatch& grade : grades) {
      Verdict verdict{
          static_cast<schema::Ordinal>(grade.payload), grade.tokens, number, {}, 0, false, false, {}};
      verdict.refused =
          year > 0 && year < kFirstYear ? "published before the present scheme" : refuse(context, verdict);
      weigh(context, verdict);
      verdicts.push_back(std::move(verdict));
    }
  }
  return verdicts;
}

std::optional<Verdict> RatingRule::decide(const std::vector<Verdict>& verdicts,
                                          std::optional<schema::Ordinal> council) const {
  std::map<schema::Ordinal, int> votes;
  const Verdict* best = nullptr;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.refused.empty() || (verdict.council && verdict.council != council)) continue;
    if (verdict.regraded) return verdict;
    votes[verdict.grade] += verdict.strength;
  }
  for (const Verdict& verdict : verdicts) {
    if (!verdict.refused.empty() || (verdict.council && verdict.council != council)) continue;
    if (best == nullptr || votes[verdict.grade] > votes[best->grade] ||
        (verdict.grade == best->grade && verdict.strength > best->strength))
      best = &verdict;
  }
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace assay::extract
