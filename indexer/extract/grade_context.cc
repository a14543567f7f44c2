#include "indexer/extract/grade_context.h"

#include <algorithm>

#include "indexer/extract/word_set.h"

namespace assay::extract::grade {
namespace {

constexpr std::size_t kTopicReach = 8;  // sentences in which what is spoken of is looked for
constexpr std::size_t kJoinReach = 3;   // tokens between two names of one list
constexpr std::size_t kQuestions = 3;   // so many questions with their grades are a provider's

// Whether the words between two names make a list of them.
bool joins(const Document& document, TokenRange between) {
  static const WordSet joining = {"and", "both", "the", "or", "of", "county", "council", "borough", "city"};
  for (std::size_t i = between.first; i < between.last; ++i)
    if (!joining.contains(document.tokens[i].word)) return false;
  return true;
}

// "Lea House", "Ashdown Lodge": where a name ends that only a home has; not "Town House".
std::optional<std::size_t> home_in(const Document& document, const Sentence& sentence) {
  static const WordSet homes = {"house", "lodge", "court", "grange", "manor", "cottage", "villa"};
  for (std::size_t i = sentence.tokens.first + 1; i < sentence.tokens.last; ++i) {
    const Token& token = document.tokens[i];
    const Token& name = document.tokens[i - 1];
    if (token.capital && name.capital && i - 1 > sentence.tokens.first && homes.contains(token.word) &&
        name.end + 1 == token.begin)
      return i;
  }
  return std::nullopt;
}

// "Good for being safe, effective, caring and responsive": the questions in one sentence.
bool lists_all(const Document& document, const Sentence& sentence) {
  static const WordSet questions = {"safe", "effective", "caring", "responsive"};
  std::set<std::string> named;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
    if (questions.contains(document.tokens[i].word)) named.insert(document.tokens[i].word);
  return named.size() == 4;
}

// "Bury Council runs three homes. It stands at good": what it runs may be meant as well.
std::optional<std::string> run_before(const Context& context) {
  static const WordSet pronouns = {"it", "they", "both", "these"};
  static const WordSet running = {"runs", "owns",  "operates", "manages",  "opened",
                                  "ran",  "owned", "bought",   "operated", "managed"};
  const Document& document = context.document;
  if (context.number == 0 || !pronouns.contains(document.tokens[context.sentence.tokens.first].word))
    return std::nullopt;
  const TokenRange range = document.sentences[context.number - 1].tokens;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (!running.contains(document.tokens[i].word)) continue;
    for (const Cue kind : {kOther, kEntity})
      if (const auto thing = behind(context.article.cues[context.number - 1], kind, i + 1, kVerdictReach))
        return document.tokens[thing->tokens.last - 1].word;
  }
  return std::nullopt;
}

}  // namespace

bool is_place(const Document& document, Cues cues, const Mention& mention) {
  const std::size_t at = mention.tokens.first;
  if (mention.formal) {
    const auto other = before(cues, kOther, at, kNearReach + 2);
    if (!other || document.tokens[at - 1].word == "at") return false;
    const std::size_t end = document.tokens[other->tokens.last - 1].end;
    return document.slice(end, document.tokens[at].begin).find_first_of(",;:") == std::string_view::npos;
  }
  if (at == 0) return false;
  const std::string& before_it = document.tokens[at - 1].word;
  return before_it == "in" || before_it == "across" || before_it == "around" || before(cues, kOther, at, 0);
}

bool is_of_other_inspectorate(const Document& document) {
  static const WordSet others = {"ofsted", "hmicfrs", "estyn", "ombudsman"};
  static const WordSet care = {"social", "care", "services"};
  bool named = false;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const std::string& word = document.tokens[i].word;
    const std::string& next = i + 1 < document.tokens.size() ? document.tokens[i + 1].word : word;
    named |= others.contains(word);
    if (word == "cqc" || (word == "care" && next == "quality")) return false;
    if ((word == "adult" || word == "adults") && care.contains(next)) return false;
  }
  return named;
}

bool lists_questions_of_providers(const Document& document) {
  static const WordSet questions = {"safe", "effective", "caring", "responsive", "well"};
  static const WordSet grades = {"good", "outstanding", "inadequate", "improvement"};
  std::set<std::string> asked;
  for (const Line& line : document.lines)
    if (line.tokens.size() >= 2 && line.tokens.size() <= kNearReach &&
        questions.contains(document.tokens[line.tokens.first].word) &&
        grades.contains(document.tokens[line.tokens.last - 1].word))
      asked.insert(document.tokens[line.tokens.first].word);
  return asked.size() >= kQuestions || std::any_of(document.sentences.begin(), document.sentences.end(),
                                                   [&](const Sentence& s) { return lists_all(document, s); });
}

std::optional<CueMatch> Context::before_in_clause(Cue kind, std::size_t at, std::size_t distance) const {
  const auto cue = before(cues, kind, at, distance);
  if (!cue || at == 0) return std::nullopt;
  const std::string_view between =
      document.slice(document.tokens[cue->tokens.last - 1].end, document.tokens[at].begin);
  return between.find_first_of(",;:") == std::string_view::npos ? cue : std::nullopt;
}

std::optional<CueMatch> Context::before_of_it(Cue kind, std::size_t at, std::size_t distance) const {
  const auto cue = before(cues, kind, at, distance);
  const bool of_other = cue && std::any_of(places.begin(), places.end(), [&](const PhraseMatch& place) {
                          return place.tokens.first >= cue->tokens.last && place.tokens.last <= at;
                        });
  return of_other ? std::nullopt : cue;
}

std::optional<std::size_t> Context::home_before(std::size_t at) const {
  const auto home =
      home_in(document, {sentence.begin, sentence.end, {sentence.tokens.first, at}, sentence.line});
  return home ? std::optional(*home + 1) : std::nullopt;
}

bool Context::has_subject_before(std::size_t at, std::size_t distance) const {
  if (before(cues, kSubject, at, distance)) return true;
  return std::any_of(councils.begin(), councils.end(), [&](const Mention& mention) {
    return mention.tokens.last <= at && at - mention.tokens.last <= distance;
  });
}

bool Context::speaks_of_council() const {
  const auto topic = spoken_of();
  return topic && topic->empty();
}

std::optional<std::string> Context::spoken_of() const {
  const auto topic = [&](std::size_t at) -> std::optional<std::string> {
    const Cues found_cues = article.cues[at];
    for (const Mention& mention : mentions_of(article.councils, at)) {
      if (!mention.refused.empty() || mention.aside || is_place(document, found_cues, mention)) continue;
      const auto thing = behind(found_cues, kEntity, mention.tokens.last, 2);
      const bool quality =
          thing && document.tokens[thing->tokens.last - 1].word == "led";  // "to be well led"
      return thing && !quality ? document.tokens[thing->tokens.last - 1].word : std::string();
    }
    if (const auto home = home_in(document, document.sentences[at])) return document.tokens[*home].word;
    if (any(found_cues, kSubject)) return "";
    for (const CueMatch& cue : found_cues)
      if (cue.payload == kEntity) return document.tokens[cue.tokens.last - 1].word;
    return std::nullopt;
  };
  std::optional<std::string> found;
  if (const auto thing = run_before(*this)) return *thing;
  if (number > 0 &&
      document.tokens[sentence.tokens.first].word == "it")  // "Bury Council runs Lea House. It was"
    if (const auto home = home_in(document, document.sentences[number - 1]))
      return document.tokens[*home].word;
  for (std::size_t i = number; i-- > 0 && number - i <= kTopicReach && !found;) found = topic(i);
  const std::size_t last = std::min(document.sentences.size(), number + 1 + kTopicReach);
  for (std::size_t i = number + 1; i < last && !found; ++i) found = topic(i);
  return found;
}

std::vector<schema::Ordinal> Context::councils_of(TokenRange at) const {
  std::vector<const Mention*> named;
  for (const Mention& mention : councils)
    if (!mention.aside) named.push_back(&mention);
  if (const auto of_clause = council_of_clause(at)) return {*of_clause};
  if (named.empty()) {
    if (const auto above = council_above()) return {*above};
    return councils_meant();
  }
  std::size_t last = 0;  // the one behind the nearest before the grade
  while (last < named.size() && named[last]->tokens.last <= at.first) ++last;
  if (last == 0) {
    const std::size_t end = document.tokens[at.last - 1].end;
    const bool in_clause =
        document.slice(end, document.tokens[named.front()->tokens.first].begin).find(';') ==
        std::string_view::npos;
    return in_clause ? std::vector{named.front()->value} : councils_meant();
  }
  std::vector<schema::Ordinal> joined = {named[last - 1]->value};
  for (std::size_t i = last - 1; i > 0; --i) {
    const std::size_t end = named[i - 1]->tokens.last, begin = named[i]->tokens.first;
    if (begin - end > kJoinReach || !joins(document, {end, begin})) break;
    const std::string_view gap = document.slice(document.tokens[end - 1].end, document.tokens[begin].begin);
    if (gap.find_first_of(".:;\n") != std::string_view::npos) break;
    joined.push_back(named[i - 1]->value);
  }
  return joined;
}

std::optional<schema::Ordinal> Context::council_of_clause(TokenRange at) const {
  static const WordSet relatives = {"which", "where", "whose"};
  static const WordSet beside = {"neighbouring", "nearby", "neighbour", "neighbours"};
  for (const Mention& mention : councils)  // "the CQC rated neighbouring Bury good"
    if (mention.aside && councils.size() == 1 && mention.tokens.last <= at.first &&
        mention.tokens.first > sentence.tokens.first &&
        beside.contains(document.tokens[mention.tokens.first - 1].word))
      return mention.value;
  for (const Mention& mention : councils)
    if (mention.aside && mention.tokens.last < at.first && at.first - mention.tokens.last <= kVerdictReach &&
        relatives.contains(document.tokens[mention.tokens.last].word))
      return mention.value;
  return std::nullopt;
}

std::optional<schema::Ordinal> Context::council_above() const {
  if (number == 0 || any(cues, kSubject)) return std::nullopt;
  const Sentence& above = document.sentences[number - 1];
  if (above.line == sentence.line) return std::nullopt;
  for (const Mention& mention : mentions_of(article.councils, number - 1))
    if (mention.refused.empty() && mention.tokens.first == above.tokens.first &&
        mention.tokens.last == above.tokens.last)
      return mention.value;
  return std::nullopt;
}

// "Its overall grade is good": the one council that the sentence before names.
std::vector<schema::Ordinal> Context::councils_meant() const {
  static const WordSet pronouns = {"it", "its", "that"};
  if (!pronouns.contains(document.tokens[sentence.tokens.first].word)) return {};
  for (std::size_t back = 1; back <= 2 && back <= number; ++back) {
    std::set<schema::Ordinal> named;
    for (const Mention& mention : mentions_of(article.councils, number - back))
      if (mention.refused.empty() && !mention.aside) named.insert(mention.value);
    if (named.size() == 1) return {*named.begin()};
    if (!named.empty()) return {};
  }
  return {};
}

}  // namespace assay::extract::grade
