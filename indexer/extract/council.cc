#include "indexer/extract/council.h"

#include <algorithm>
#include <set>

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kOtherName, kAfter, kBefore, kWord, kAside, kOffice };

constexpr std::uint32_t kLookAlike = 0xffffffff;  // payload of a longer name that is no council

// Weights of one mention.
constexpr int kFormalWeight = 3, kBareWeight = 1;
constexpr int kHeadlineFactor = 4, kLeadFactor = 2;
constexpr std::size_t kLeadSentences = 4;
constexpr std::size_t kCueReach = 12;  // tokens around a name that are looked at
constexpr std::size_t kRoundUp = 3;    // so many rated councils make an article a round-up
constexpr int kEnough = 2;             // one formal mention, or two bare ones

// "WNC", "CWaC": capitals throughout or nearly so, without a blank. ("B&NES" is nobody else's.)
bool is_initialism(std::string_view name) {
  const auto capitals = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return name.find_first_of(" &") == std::string_view::npos && capitals >= 2 && name.size() <= 6;
}

bool is_formal(std::string_view name) {
  for (const std::string_view word : {"Council", "Borough", "City of", "County of", "Corporation"})
    if (name.find(word) != std::string_view::npos) return true;
  return false;
}

// How much each council is talked of.
struct Weights {
  std::map<schema::Ordinal, int> points;
  std::map<schema::Ordinal, std::size_t> first;  // its first mention
  std::set<schema::Ordinal> in_headline;
  int mentioned = 0;  // the points of all mentions
};

Weights weigh(const std::vector<Mention>& mentions, const std::map<schema::Ordinal, int>& rated) {
  Weights weights;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (!mention.refused.empty()) continue;
    const bool headline = mention.sentence == 0;
    int points = mention.formal ? kFormalWeight : kBareWeight;
    if (headline)
      points *= kHeadlineFactor;
    else if (mention.sentence < kLeadSentences)
      points *= kLeadFactor;
    if (mention.aside) points = headline ? kBareWeight : 0;
    if (headline && !mention.aside) weights.in_headline.insert(mention.value);
    weights.points[mention.value] += points;
    weights.first.emplace(mention.value, i);
    weights.mentioned += points;
  }
  for (const auto& [council, verdicts] : rated) weights.points[council] += kFormalWeight * verdicts;
  return weights;
}

// Those that are talked of enough; of equal ones the earlier first.
std::vector<schema::Ordinal> heaviest_first(const Weights& weights) {
  std::vector<schema::Ordinal> order;
  for (const auto& [council, points] : weights.points)
    if (points >= kEnough) order.push_back(council);
  std::sort(order.begin(), order.end(), [&](schema::Ordinal a, schema::Ordinal b) {
    const int of_a = weights.points.at(a), of_b = weights.points.at(b);
    return of_a != of_b ? of_a > of_b : weights.first.at(a) < weights.first.at(b);
  });
  return order;
}

bool alone_on_line(const Document& document, const Mention& mention) {
  const Line& line = document.lines[document.sentences[mention.sentence].line];
  return line.tokens.first == mention.tokens.first && line.tokens.last == mention.tokens.last;
}

}  // namespace

CouncilRule::CouncilRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet)
    : facet_(facet),
      lexicon_(lexicon),
      cues_(taxonomy, lexicon, "council", {"other", "after", "before", "word", "aside", "office"}),
      matcher_(lexicon, Compare::kWords) {
  std::set<std::string> words;
  for (const taxonomy::Cue& cue : taxonomy.cues("council")) {
    if (cue.kind == "other") matcher_.add(cue.phrase, kLookAlike);
    if (cue.kind == "word") words.insert(cue.phrase);
  }
  for (std::size_t value = 0; value < facet.values().size(); ++value)
    for (const std::string& alias : facet.values()[value].aliases) {
      std::string lower = alias;
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      matcher_.add(alias, static_cast<std::uint32_t>(names_.size()));
      names_.push_back({static_cast<schema::Ordinal>(value), is_formal(alias), is_initialism(alias),
                        words.contains(lower), alias});
    }
}

void CouncilRule::judge(const Document& document, const Name& name, Mention& mention) const {
  const TokenRange at = mention.tokens;
  const Sentence& sentence = document.sentences[mention.sentence];
  const std::vector<CueMatch> cues = cues_.find_near(document, sentence.tokens, at, kCueReach);
  const Token& first = document.tokens[at.first];
  const Token& last = document.tokens[at.last - 1];
  const auto office = behind(cues, kOffice, at.last, 0);
  mention.formal = name.formal || office.has_value();
  mention.aside = before(cues, kAside, at.first, kCueReach).has_value();

  if (name.initialism) {
    const std::string_view written = document.slice(first.begin, last.end);
    if (!written.starts_with(name.text)) mention.refused = "not written as the initials are";
    return;
  }
  if (!first.capital) {
    mention.refused = "not written as a name";
    return;
  }
  if (const auto after = behind(cues, kAfter, at.last, 0); after && !name.formal && !office)
    mention.refused = "'" + document.tokens[after->tokens.first].word + "' behind it makes it something else";
  else if (before(cues, kBefore, at.first, 0) && !name.formal)
    mention.refused = "the word before it makes it something else";
  else if (name.word && !mention.formal && !last.possessive && !alone_on_line(document, mention) &&
           (at.first == sentence.tokens.first || document.tokens[at.first - 1].word != "in"))
    mention.refused = "an ordinary word or name";
}

std::vector<Mention> CouncilRule::find(const Document& document) const {
  std::vector<Mention> mentions;
  std::vector<const Name*> names;
  for (std::size_t number = 0; number < document.sentences.size(); ++number)
    for (const PhraseMatch& match : matcher_.find_apart(document, document.sentences[number].tokens)) {
      if (match.payload == kLookAlike) continue;
      Mention mention{names_[match.payload].value, match.tokens, number, false, false, {}};
      judge(document, names_[match.payload], mention);
      names.push_back(&names_[match.payload]);
      mentions.push_back(std::move(mention));
    }
  std::set<schema::Ordinal> introduced;
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (mentions[i].refused.empty() && !names[i]->initialism) introduced.insert(mentions[i].value);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const bool known = introduced.contains(mentions[i].value);
    if (names[i]->initialism && mentions[i].refused.empty() && !known)
      mentions[i].refused = "initials whose full name the text does not tell";
    // Once "Reading Borough Council" is told, "Reading" inside a sentence is the town.
    if (names[i]->word && known && mentions[i].refused == "an ordinary word or name" &&
        mentions[i].tokens.first != document.sentences[mentions[i].sentence].tokens.first)
      mentions[i].refused.clear();
  }
  return mentions;
}

std::vector<schema::Ordinal> CouncilRule::from_url(const read::Article& article) const {
  read::Article address;
  address.text = article.url;
  const Document document = tokenise(address, lexicon_);
  for (const PhraseMatch& match : matcher_.find_apart(document, {0, document.tokens.size()})) {
    if (match.payload == kLookAlike || names_[match.payload].initialism) continue;
    const Name& name = names_[match.payload];
    const bool council_site =
        match.tokens.last < document.tokens.size() && document.tokens[match.tokens.last].word == "gov";
    if (name.formal || council_site) return {name.value};
  }
  return {};
}

void CouncilRule::note(const Document& document, const std::vector<Mention>& mentions,
                       std::vector<Finding>& findings) const {
  for (const Mention& mention : mentions)
    findings.push_back({facet_.name, facet_.values()[mention.value].id, mention.sentence,
                        document.tokens[mention.tokens.first].begin,
                        document.tokens[mention.tokens.last - 1].end,
                        mention.formal ? kFormalWeight : kBareWeight, mention.refused});
}

std::vector<schema::Ordinal> CouncilRule::decide(const read::Article& article,
                                                 const std::vector<Mention>& mentions,
                                                 const std::map<schema::Ordinal, int>& rated) const {
  const Weights weights = weigh(mentions, rated);
  const std::vector<schema::Ordinal> order = heaviest_first(weights);
  if (order.empty()) return from_url(article);

  const schema::Ordinal main = order.front();
  const auto weight = [&](schema::Ordinal council) { return weights.points.at(council); };
  const bool round_up = rated.size() >= kRoundUp;
  const bool minor = weight(main) * 3 < weights.mentioned;  // many councils, none of them plainly the subject
  std::vector<schema::Ordinal> about;
  for (const schema::Ordinal council : order)
    if (council == main || weights.in_headline.contains(council) ||
        (rated.contains(council) && (round_up || weight(council) * 2 >= weight(main))))
      about.push_back(council);
  if (about.size() == 1 && minor && !weights.in_headline.contains(main) && !rated.contains(main)) return {};
  if (round_up && minor && weights.in_headline.empty())
    std::sort(about.begin(), about.end(),
              [&](auto a, auto b) { return weights.first.at(a) < weights.first.at(b); });
  return about;
}

}  // namespace assay::extract
