#include "indexer/extract/date.h"

#include <algorithm>

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kPublished, kEmbargo, kOther };

// How plainly a date is that of publication.
enum Plainness { kTold = 50, kDateline = 70, kAlone = 80, kByline = 90, kAnnounced = 100, kEmbargoed = 120 };

constexpr std::size_t kCueDistance = 3;     // tokens between a cue and its date (a weekday, a time)
constexpr std::size_t kHeadTokens = 220;    // an unannounced date stands this near the top
constexpr std::size_t kDatelineTokens = 8;  // and a dateline begins within so many tokens of its line
constexpr std::size_t kShortLine = 14;      // tokens of a line that is a byline or another credit
constexpr std::size_t kOtherWords = 6;      // words besides the date on a line that is "just a date"

const Line& line_of(const Document& document, std::size_t token) {
  return *std::partition_point(document.lines.begin(), document.lines.end(),
                               [&](const Line& line) { return line.tokens.last <= token; });
}

// Minutes and agendas state the day of the meeting at their top, not that of publication.
bool is_record_of_meeting(const Document& document) {
  const std::size_t head = std::min<std::size_t>(document.tokens.size(), 60);
  return std::any_of(document.tokens.begin(), document.tokens.begin() + static_cast<std::ptrdiff_t>(head),
                     [](const Token& token) { return token.word == "minutes" || token.word == "agenda"; });
}

bool glued_published(const Document& document, std::size_t at) {
  return at > 0 && document.tokens[at - 1].word.ends_with("published");
}

// "Published: 3 May" at the beginning of a line, or in a short one near the top; not "a report published on 3
// May".
bool announces(const Document& document, const Line& line, const CueMatch& published, bool at_top) {
  if (document.tokens[published.tokens.first].word == "by") return false;
  const bool begins_line =
      published.tokens.first <= line_of(document, published.tokens.first).tokens.first + 1;
  return begins_line || (at_top && line.tokens.size() <= kShortLine);
}

bool is_today(const Document& document, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i <= 2;)
    if (document.tokens[i].word == "today") return true;
  return false;
}

}  // namespace

DateRule::DateRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon)
    : cues_(taxonomy, lexicon, "date", {"published", "embargo", "other"}) {}

Finding DateRule::judge(const Document& document, const DatePlace& place, bool is_record) const {
  const TokenRange at = place.tokens;
  Finding finding{"date", place.iso, 0, document.tokens[at.first].begin, document.tokens[at.last - 1].end,
                  0,      {}};
  const Line& line = line_of(document, at.first);
  const std::size_t from = at.first - std::min<std::size_t>(at.first, 2 * kCueDistance);
  const std::vector<CueMatch> cues = cues_.find(document, {from, at.first});
  const std::vector<CueMatch> before_in_line =
      cues_.find_near(document, {std::min(line.tokens.first, at.first), at.first}, at, kShortLine);
  const auto published = before(cues, kPublished, at.first, kCueDistance);
  const auto other = before(cues, kOther, at.first, kCueDistance);
  const bool nearer_other = other && (!published || other->tokens.last > published->tokens.last);
  const std::size_t rest = line.tokens.size() - std::min(line.tokens.size(), at.size());
  const bool at_top = at.first < kHeadTokens;
  const char next = document.after(document.tokens[at.last - 1]);

  if (before(cues, kEmbargo, at.first, 2 * kCueDistance))
    finding.strength = kEmbargoed;
  else if (glued_published(document, at.first))
    finding.strength = kAnnounced;
  else if (line.boilerplate == "behind the article")
    finding.refused = "stands behind the article";
  else if (published && !nearer_other && announces(document, line, *published, at_top))
    finding.strength = kAnnounced;
  else if (at.first == 1 && document.tokens[0].word == "date")
    finding.strength = kAnnounced;
  else if (is_record)
    finding.refused = "the day of a meeting";
  else if (at_top && document.tokens[line.tokens.first].word == "by" && line.tokens.size() <= kShortLine)
    finding.strength = kByline;
  else if (nearer_other)
    finding.refused = "the day of something else";
  else if (at_top && rest <= kOtherWords && !any(before_in_line, kOther))
    finding.strength = kAlone;
  else if (is_today(document, at.first))
    finding.strength = kTold;
  else if (at_top && at.first - line.tokens.first < kDatelineTokens && (next == ':' || next == ' ') &&
           document.text.find_first_of(":-\xe2", document.tokens[at.last - 1].end) <
               document.tokens[at.last - 1].end + 2)
    finding.strength = kDateline;
  else
    finding.refused = "stands in the text without a word that it is the day of publication";
  return finding;
}

std::optional<std::string> DateRule::decide(const read::Article& article, const Document& document,
                                            std::vector<Finding>& findings) const {
  if (!article.date.empty()) {
    read::Article stated;
    stated.text = article.date;
    const Document metadata = tokenise(stated, Lexicon());
    const std::vector<DatePlace> places = find_dates(metadata, {0, metadata.tokens.size()});
    if (!places.empty()) return places.front().iso;
  }
  const bool is_record = is_record_of_meeting(document);
  const Finding* best = nullptr;
  std::vector<Finding> dates;
  for (const DatePlace& place : find_dates(document, {0, document.tokens.size()}))
    dates.push_back(judge(document, place, is_record));
  for (const Finding& date : dates)
    if (date.refused.empty() && (best == nullptr || date.strength > best->strength)) best = &date;
  for (Finding& date : dates)
    if (best != nullptr && date.refused.empty() && date.value != best->value)
      date.refused = "another date is announced more plainly";
  const std::optional<std::string> decided = best ? std::optional(best->value) : std::nullopt;
  findings.insert(findings.end(), dates.begin(), dates.end());
  return decided ? decided : date_in_url(article.url);
}

}  // namespace assay::extract
