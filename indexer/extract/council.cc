#include "indexer/extract/council.h"

#include <algorithm>
#include <set>

#include "indexer/extract/council_kind.h"
#include "indexer/extract/council_name.h"
#include "indexer/extract/council_weight.h"
#include "indexer/extract/council_word.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kOtherName, kAfter, kBefore, kWord, kAside, kOffice, kInstitution };

constexpr const char* kOrdinaryWord = "an ordinary word or name";
constexpr std::uint32_t kLookAlike = 0xffffffff;  // payload of a longer name that is no council

constexpr std::size_t kLeadSentences = 4;
constexpr std::size_t kTypedSentences = 5;  // fewer do not show how a text is typed
constexpr std::size_t kOwnWords = 3;        // "we", "our": so many show that a council speaks
constexpr std::size_t kNameReach = 5;       // words of an institution's name behind a place's
constexpr std::size_t kCueReach = 12;       // tokens around a name that are looked at

// "Enfield: a report", "Newham | Good", "Bury - in the north", "Slough (18 July) \u2013 good".
bool opens_its_line(const Document& document, TokenRange at) {
  constexpr std::size_t kAside = 40;  // bytes in brackets
  std::string_view behind = std::string_view(document.text).substr(document.tokens[at.last - 1].end);
  if (behind.starts_with(" ("))
    if (const std::size_t end = behind.substr(0, kAside).find(')'); end != std::string_view::npos) {
      behind.remove_prefix(end + 1);
      if (behind.empty() || behind.starts_with('\n')) return true;
    }
  return opens_entry(behind);
}

// Notes typed in a hurry: most sentences begin with a small letter.
bool is_without_capitals(const Document& document) {
  std::size_t small = 0, all = 0;
  for (const Sentence& sentence : document.sentences) {
    const Token& opener = document.tokens[sentence.tokens.first];
    if (opener.word[0] < 'a' || opener.word[0] > 'z') continue;
    ++all;
    small += !opener.capital;
  }
  return all >= kTypedSentences && small * 3 > all * 2;
}

// "Adult social care in ...": a bare name that can only mean who is responsible there.
bool is_served(const Document& document, const Sentence& sentence, std::size_t at) {
  const auto is = [&](std::size_t back, std::string_view word) {
    return at >= sentence.tokens.first + back && document.tokens[at - back].word == word;
  };
  return is(1, "in") && (is(2, "care") || is(2, "services")) && is(3, "social") && is(4, "adult");
}

// "In Reading", "neighbouring Bury".
bool leads_to_name(const std::string& word) {
  return word == "in" || word == "neighbouring" || word == "nearby";
}

// "An Essex council": which one is not said.
bool is_any_there(const Document& document, const Sentence& sentence, std::size_t at) {
  static const WordSet articles = {"a", "an", "another"};
  return at > sentence.tokens.first && articles.contains(document.tokens[at - 1].word);
}

// "The Essex seaside city".
bool is_of_town(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet towns = {"city", "town", "resort", "port", "village"};
  static const WordSet kinds = {"seaside", "coastal", "market", "cathedral", "spa", "new"};
  if (at.first == sentence.tokens.first || document.tokens[at.first - 1].word != "the") return false;
  std::size_t i = at.last;
  if (i < sentence.tokens.last && kinds.contains(document.tokens[i].word)) ++i;
  return i < sentence.tokens.last && towns.contains(document.tokens[i].word) && !document.tokens[i].capital;
}

// "What lies behind the number that Bury Council was given": a thing, and no council that is passed.
bool is_behind_thing(const Document& document, TokenRange cue) {
  static const WordSet verbs = {"lies", "lay", "lie", "stands"};
  return cue.first > 0 && verbs.contains(document.tokens[cue.first - 1].word) &&
         document.tokens[cue.first].word == "behind" && cue.last + 1 < document.tokens.size() &&
         document.tokens[cue.last].word == "the" && !document.tokens[cue.last + 1].capital;
}

// "Cumberland, its neighbour to the west".
bool is_neighbour(const Document& document, const Sentence& sentence, std::size_t at) {
  static const WordSet whose = {"its", "their", "our", "the", "a"};
  static const WordSet near = {"neighbour", "neighbours", "neighbouring"};
  return at + 1 < sentence.tokens.last && document.after(document.tokens[at - 1]) == ',' &&
         whose.contains(document.tokens[at].word) && near.contains(document.tokens[at + 1].word);
}

// "Inspectors visited Bury": those who assess it, and no peers who learn from it.
bool is_visit(const Document& document, const Sentence& sentence, TokenRange cue) {
  static const WordSet visitors = {"inspectors", "cqc", "commission", "assessors", "regulator", "watchdog"};
  if (document.tokens[cue.first].word != "visited") return false;
  return std::any_of(document.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.tokens.first),
                     document.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                     [](const Token& token) { return visitors.contains(token.word); });
}

Mention::Place place_of(const Document& document, std::size_t number) {
  const Sentence& sentence = document.sentences[number];
  if (document.in_headline(sentence)) return Mention::kHeadline;
  if (sentence.line < document.headline) return Mention::kAbove;
  if (document.in_tail(sentence)) return Mention::kTail;
  std::size_t before_it = number;  // sentences since the headline
  while (before_it > 0 && document.sentences[before_it - 1].line > document.headline &&
         number - before_it < kLeadSentences)
    --before_it;
  return number - before_it < kLeadSentences - 1 ? Mention::kLead : Mention::kBody;
}

// "York" as a line, or "York." at the head of one.
bool alone_on_line(const Document& document, const Mention& mention) {
  const Sentence& sentence = document.sentences[mention.sentence];
  return document.lines[sentence.line].tokens.first == mention.tokens.first &&
         sentence.tokens.last == mention.tokens.last;
}

}  // namespace

std::span<const Mention> mentions_of(const std::vector<Mention>& mentions, std::size_t sentence) {
  const auto first = std::ranges::lower_bound(mentions, sentence, {}, &Mention::sentence);
  const auto last = std::ranges::upper_bound(first, mentions.end(), sentence, {}, &Mention::sentence);
  return {first, last};
}

CouncilRule::CouncilRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet)
    : facet_(facet),
      lexicon_(lexicon),
      cues_(taxonomy, lexicon, "council",
            {"other", "after", "before", "word", "aside", "office", "institution"}, {}, Scope::kRanges),
      matcher_(lexicon, Compare::kWords, Scope::kSentences) {
  std::set<std::string> words;
  for (const taxonomy::Cue& cue : taxonomy.cues("council")) {
    if (cue.kind == "other") matcher_.add(cue.phrase, kLookAlike);
    if (cue.kind == "word") words.insert(cue.phrase);
  }
  for (std::size_t value = 0; value < facet.values().size(); ++value)
    for (const std::string& alias : spellings(facet.values()[value].aliases)) {
      std::string lower = alias;
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      matcher_.add(alias, static_cast<std::uint32_t>(names_.size()));
      names_.push_back({static_cast<schema::Ordinal>(value), is_formal(alias), is_initialism(alias),
                        words.contains(lower), alias});
    }
}

void CouncilRule::judge(const Document& document, const Name& name, Spelling spelling,
                        Mention& mention) const {
  const TokenRange at = mention.tokens;
  const Sentence& sentence = document.sentences[mention.sentence];
  const std::vector<CueMatch> cues = cues_.find_near(document, sentence.tokens, at, kCueReach);
  const Token& first = document.tokens[at.first];
  const Token& last = document.tokens[at.last - 1];
  const auto office = behind(cues, kOffice, at.last, 0);
  mention.formal = name.formal || office.has_value();
  mention.served = is_served(document, sentence, at.first);
  const auto aside = before(cues, kAside, at.first, kCueReach);
  mention.aside =
      is_neighbour(document, sentence, at.last) ||
      (aside && !is_behind_thing(document, aside->tokens) && !is_visit(document, sentence, aside->tokens));

  if (name.initialism) {
    const std::string_view written = document.slice(first.begin, last.end);
    if (!written.starts_with(name.text)) mention.refused = "not written as the initials are";
    return;
  }
  if (!first.capital && (name.word || !spelling.without_capitals)) {
    mention.refused = "not written as a name";
    return;
  }
  if (mention.formal && !last.capital && is_any_there(document, sentence, at.first))
    mention.refused = "some council there";
  else if (const auto after = behind(cues, kAfter, at.last, 0); after && !name.formal && !office)
    mention.refused = "'" + document.tokens[after->tokens.first].word + "' behind it makes it something else";
  else if (!mention.formal && is_in_longer_name(document, sentence, at.last))
    mention.refused = "part of an institution's name";
  else if (!mention.formal && is_of_town(document, sentence, at))
    mention.refused = "only says where a town is";
  else if (before(cues, kBefore, at.first, 0) && !name.formal)
    mention.refused = "the word before it makes it something else";
  else if (name.word && !mention.formal && !last.possessive && !alone_on_line(document, mention) &&
           (at.first == sentence.tokens.first ? !opens_its_line(document, at)
                                              : !leads_to_name(document.tokens[at.first - 1].word)))
    mention.refused = kOrdinaryWord;
  mention.perhaps = mention.refused == kOrdinaryWord;
}

std::vector<Mention> CouncilRule::find(const Document& document) const {
  std::vector<Mention> mentions;
  std::vector<const Name*> names;
  const Spelling spelling{is_without_capitals(document)};
  for (std::size_t number = 0; number < document.sentences.size(); ++number)
    for (const PhraseMatch& match : matcher_.apart_in(document, document.sentences[number])) {
      if (match.payload == kLookAlike) continue;
      Mention mention{
          names_[match.payload].value, match.tokens, number, false, false, false, Mention::kBody, {}, false};
      mention.place = place_of(document, number);
      judge(document, names_[match.payload], spelling, mention);
      if (mention.place == Mention::kAbove && mention.formal && alone_on_line(document, mention))
        mention.place = Mention::kLead;  // who speaks: the letterhead
      names.push_back(&names_[match.payload]);
      mentions.push_back(std::move(mention));
    }
  accept_names(document, mentions);
  // "Leicester will be looking over its border": what the lead begins with.
  const auto first = std::find_if(mentions.begin(), mentions.end(), [](const Mention& mention) {
    return mention.refused.empty() && mention.place == Mention::kLead;
  });
  const auto opens_alone = [&](const Mention& mention) {
    const TokenRange tokens = document.sentences[mention.sentence].tokens;
    return mentions_of(mentions, mention.sentence).size() == 1 && mention.tokens.first == tokens.first &&
           tokens.size() > mention.tokens.size() + kNameReach;  // not a section's name
  };
  if (first != mentions.end() && opens_alone(*first)) first->served = true;
  std::set<schema::Ordinal> introduced;
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (mentions[i].refused.empty() && !names[i]->initialism) introduced.insert(mentions[i].value);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const bool known = introduced.contains(mentions[i].value);
    if (names[i]->initialism && mentions[i].refused.empty() && !known)
      mentions[i].refused = "initials whose full name the text does not tell";
    // Once "Reading Borough Council" is told, "Reading" in the headline or inside a sentence is the town.
    if (names[i]->word && known && mentions[i].refused == kOrdinaryWord &&
        (mentions[i].place == Mention::kHeadline ||
         mentions[i].tokens.first != document.sentences[mentions[i].sentence].tokens.first))
      mentions[i].refused.clear();
  }
  return mentions;
}

std::optional<schema::Ordinal> CouncilRule::named_in(std::string_view text, bool formally) const {
  read::Article line;
  line.text = text;
  const Document document = tokenise(line, lexicon_);
  const TokenRange all = {0, document.tokens.size()};
  const std::vector<PhraseMatch> matches = matcher_.find_apart(document, all);
  if (matches.empty()) return std::nullopt;
  const std::vector<CueMatch> cues = cues_.find(document, all);
  for (const PhraseMatch& match : matches) {
    if (match.payload == kLookAlike || names_[match.payload].initialism) continue;
    const Name& name = names_[match.payload];
    const bool council_site =
        match.tokens.last < document.tokens.size() && document.tokens[match.tokens.last].word == "gov";
    const bool office = behind(cues, kOffice, match.tokens.last, 0).has_value();
    if (name.formal || office || (council_site && !formally)) return name.value;
  }
  return std::nullopt;
}

// Where the text names none: the site's address, or, where a council speaks of itself, the one whose
// copyright the page states.
std::optional<schema::Ordinal> CouncilRule::named_around(const std::string& url,
                                                         const Document& document) const {
  if (const auto site = named_in(url, false)) return site;
  std::size_t own_words = 0;
  for (const Sentence& sentence : document.sentences)
    for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const std::string& word = document.tokens[i].word;
      own_words += word == "we" || word == "our" || word == "us";
    }
  if (own_words < kOwnWords) return std::nullopt;
  std::set<schema::Ordinal> named;
  for (const Line& line : document.lines)
    if (!line.boilerplate.empty() && document.slice(line).find("\u00a9") != std::string_view::npos)
      if (const auto council = named_in(document.slice(line), true)) named.insert(*council);
  return named.size() == 1 ? std::optional(*named.begin()) : std::nullopt;
}

// A place's name alone does not make an article one about its council.
bool CouncilRule::speaks_of_council(const Document& document, const std::vector<Mention>& mentions) const {
  for (const Mention& mention : mentions)
    if (mention.formal && mention.refused.empty()) return true;
  for (const Sentence& sentence : document.sentences)
    if (any(cues_.find(document, sentence.tokens), kOffice)) return true;
  return false;
}

// "Sandwell Community Caring Trust": words with capitals that go on to the name of an institution.
bool CouncilRule::is_in_longer_name(const Document& document, const Sentence& sentence,
                                    std::size_t at) const {
  for (std::size_t i = at; i < std::min(at + kNameReach, sentence.tokens.last); ++i) {
    const Token& token = document.tokens[i];
    if (!token.capital || token.begin - document.tokens[i - 1].end != 1) return false;
    const std::vector<CueMatch> cues =
        cues_.find(document, {i, std::min(i + kNameReach, sentence.tokens.last)});
    if (behind(cues, kOffice, i, 0)) return false;
    if (behind(cues, kInstitution, i, 0)) return true;
  }
  return false;
}

void CouncilRule::note(const Document& document, const std::vector<Mention>& mentions,
                       std::vector<Finding>& findings) const {
  for (const Mention& mention : mentions)
    findings.push_back(finding_at(document, facet_.name, facet_.values()[mention.value].id, mention.sentence,
                                  mention.tokens, mention.formal ? kFormalWeight : kBareWeight,
                                  mention.refused));
}

// "The city council": of the councils that the text names, the one that is of that kind.
void CouncilRule::add_those_told_by_kind(const Document& document, Weights& weights) const {
  if (weights.points.size() < 2) return;  // the one is meant
  for (const auto& [kind, times] : kinds_told(document)) {
    std::set<schema::Ordinal> meant;
    for (const Name& name : names_)
      if (const auto named = weights.points.find(name.value);
          named != weights.points.end() && named->second > 0 && is_of_kind(name.text, kind))
        meant.insert(name.value);
    if (meant.size() == 1) weights.points[*meant.begin()] += kServedWeight * times;
  }
}

std::vector<schema::Ordinal> CouncilRule::decide(const Site& site, const Document& document,
                                                 const std::vector<Mention>& mentions,
                                                 const std::map<schema::Ordinal, int>& rated,
                                                 bool graded) const {
  Weights weights = weigh(mentions, rated);
  const auto own = named_in(site.publisher, true);
  if (own) {
    weights.points[*own] += kFormalWeight;
    weights.first.emplace(*own, mentions.size());
  }
  add_those_told_by_kind(document, weights);
  const std::vector<schema::Ordinal> order = heaviest_first(weights);
  const auto counts = [](const auto& each) { return each.second > 0; };  // not one named only for comparison
  const auto only = std::ranges::find_if(weights.points, counts);
  if (order.empty() && graded && std::ranges::count_if(weights.points, counts) == 1 &&
      (speaks_of_council(document, mentions) || speaks_of_one(document)))
    return {only->first};
  if (order.empty() && weights.in_headline.empty())  // each is named but once, as the entry of a list
    if (auto listed = listed_councils(document, mentions);
        listed.size() >= kRoundUp && speaks_of_council(document, mentions))
      return listed;
  if (order.empty() || !(own || speaks_of_council(document, mentions))) {
    const auto around = named_around(site.url, document);
    return around ? std::vector{*around} : std::vector<schema::Ordinal>();
  }

  const schema::Ordinal main = order.front();
  const auto weight = [&](schema::Ordinal council) { return weights.points.at(council); };
  const bool round_up = rated.size() >= kRoundUp;
  const bool minor = weight(main) * 3 < weights.mentioned;  // many councils, none of them plainly the subject
  std::vector<schema::Ordinal> about;
  for (const schema::Ordinal council : order)
    if (council == main || weights.in_headline.contains(council) ||
        (rated.contains(council) && (round_up || weight(council) * 2 >= weight(main))))
      about.push_back(council);
  const auto is_first = [&](schema::Ordinal council) {
    const auto own_first = weights.first.find(council);  // none where no mention of it counts
    return own_first != weights.first.end() &&
           std::all_of(weights.first.begin(), weights.first.end(),
                       [&](const auto& each) { return own_first->second <= each.second; });
  };
  // Headings or entries of a list: the article is about all of them, in their order.
  const auto named = [&](std::optional<schema::Ordinal> council) {
    return std::count_if(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.refused.empty() && (!council || mention.value == *council);
    });
  };
  if (weights.in_headline.empty() && named(main) * 2 < named(std::nullopt))
    if (auto listed = listed_councils(document, mentions);
        listed.size() >= kRoundUp &&
        (is_first(listed.front()) ||
         (listed.size() > kRoundUp && std::find(listed.begin(), listed.end(), main) != listed.end())))
      return listed;
  if (about.size() == 1 && minor && !weights.in_headline.contains(main) && !rated.contains(main)) return {};
  if (round_up && minor && weights.in_headline.empty())
    std::sort(about.begin(), about.end(),
              [&](auto a, auto b) { return weights.first.at(a) < weights.first.at(b); });
  return about;
}

}  // namespace assay::extract
