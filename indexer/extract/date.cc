#include "indexer/extract/date.h"

#include <algorithm>

#include "indexer/extract/boilerplate.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kPublished, kEmbargo, kOther, kStamp };

// How plainly a date is that of publication.
enum Plainness { kTold = 50, kDateline = 70, kAlone = 80, kByline = 90, kAnnounced = 100, kEmbargoed = 120 };

constexpr std::size_t kCueDistance = 3;     // tokens between a cue and its date (a weekday, a time)
constexpr std::size_t kTopTokens = 60;      // words there tell what kind of text it is
constexpr std::size_t kHeadTokens = 220;    // an unannounced date stands this near the top
constexpr std::size_t kDatelineTokens = 8;  // and a dateline begins within so many tokens of its line
constexpr std::size_t kDateTokens = 5;      // of a date with its weekday
constexpr std::size_t kCreditReach = 8;     // before a date, for what makes it that of something else
constexpr std::size_t kShortLine = 14;      // tokens of a line that is a byline or another credit
constexpr std::size_t kOtherWords = 6;      // words besides the date on a line that is "just a date"

const Line& line_of(const Document& document, std::size_t token) {
  return *std::partition_point(document.lines.begin(), document.lines.end(),
                               [&](const Line& line) { return line.tokens.last <= token; });
}

// The token behind the first `count` ones that are part of the article.
std::size_t head_end(const Document& document, std::size_t count) {
  std::size_t kept = 0;
  for (const Line& line : document.lines) {
    if (line.boilerplate.empty()) kept += line.tokens.size();
    if (kept >= count) return line.tokens.last - (kept - count);
  }
  return document.tokens.size();
}

bool head_has(const Document& document, const WordSet& words) {
  const auto begin = document.tokens.begin();
  return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(head_end(document, kTopTokens)),
                     [&](const Token& token) { return words.contains(token.word); });
}

// Minutes and agendas state the day of the meeting at their top, not that of publication. "2 minutes" are a
// time to read.
bool is_record_of_meeting(const Document& document) {
  if (head_has(document, {"agenda"})) return true;
  const std::size_t end = head_end(document, kTopTokens);
  for (std::size_t i = 0; i < end; ++i)
    if (document.tokens[i].word == "minutes" &&
        (i == 0 || document.tokens[i - 1].word.find_first_not_of("0123456789") != std::string::npos))
      return true;
  return false;
}

// A committee, a board: the head of a paper for its meeting names it.
bool is_of_body(const Document& document) {
  return head_has(document, {"committee", "cabinet", "board", "panel", "commission", "forum"});
}

// "Return sent | 2 May 2025": a row of a table. Above the headline and just below it that is a masthead.
bool is_table_cell(const Document& document, const Line& line, TokenRange date) {
  constexpr std::size_t kMastheadLines = 3;
  const auto number = static_cast<std::size_t>(&line - document.lines.data());
  const auto bars = [&](std::size_t i) {
    const std::string_view text = document.slice(document.lines[i]);
    return std::count(text.begin(), text.end(), '|');
  };
  // "21 November 2025 | Kirklees | good", and the next line likewise: a list of dated entries
  if (date.first == line.tokens.first && bars(number) > 0 && number + 1 < document.lines.size() &&
      bars(number + 1) > 0 && !document.lines[number + 1].tokens.empty() &&
      document.tokens[document.lines[number + 1].tokens.first].facts.digits > 0)
    return true;
  if (number <= document.headline + kMastheadLines || date.first == line.tokens.first || bars(number) == 0)
    return false;
  // "Exclusive | 24 January 2026 | Share": alone, a line of more than two cells is one of credits.
  const bool in_table = bars(number - 1) > 0 || (number + 1 < document.lines.size() && bars(number + 1) > 0);
  return in_table || bars(number) == 1;
}

// "Exclusive | 24 January 2026 | Share", "No 18 \u00b7 3 June 2025 \u00b7 For members": the part of a line of
// credits in which the date stands.
TokenRange credit_of(const Document& document, const Line& line, TokenRange date) {
  const auto parts = [&](std::size_t i) {
    const std::string_view gap = document.slice(document.tokens[i - 1].end, document.tokens[i].begin);
    return gap.find('|') != std::string_view::npos || gap.find("\u00b7") != std::string_view::npos;
  };
  TokenRange credit = date;
  while (credit.first > line.tokens.first && !parts(credit.first)) --credit.first;
  while (credit.last < line.tokens.last && !parts(credit.last)) ++credit.last;
  return credit;
}

// "15 July 2025, 7.00 pm"
bool is_hour_of_meeting(const Document& document, TokenRange date) {
  for (std::size_t i = date.last; i < std::min(date.last + 3, document.tokens.size()); ++i)
    if (const std::string& word = document.tokens[i].word; word == "am" || word == "pm" ||
                                                           word.ends_with("00am") || word.ends_with("30pm") ||
                                                           word.ends_with("00pm"))
      return true;
  return false;
}

// The words of a line, or of the credit in it, besides a date: numbers (a time, a second date's year) do not
// count.
std::size_t other_words(const Document& document, const Line& line, TokenRange date) {
  std::size_t words = 0;
  const TokenRange credit = credit_of(document, line, date);
  for (std::size_t i = credit.first; i < credit.last && words <= kOtherWords; ++i)
    words += (i < date.first || i >= date.last) && document.tokens[i].word.find_first_of("0123456789") != 0;
  return words;
}

bool glued_published(const Document& document, std::size_t at) {
  return at > 0 && document.tokens[at - 1].word.ends_with("published");
}

// "Published: 3 May" at the beginning of a line, or in a short one near the top; not "a report published on 3
// May".
bool announces(const Document& document, const Line& line, const CueMatch& published, bool at_top) {
  if (document.tokens[published.tokens.first].word == "by") return false;
  const std::size_t first = published.tokens.first;
  if (first <= line_of(document, first).tokens.first + 1) return true;
  if (!at_top) return false;
  if (line.tokens.size() <= kShortLine || credit_of(document, line, published.tokens).first == first)
    return true;
  // "(Typed on a phone. Posted 11 June 2025)"
  return document.text[line.end - 1] == ')' && published.tokens.last + kDateTokens >= line.tokens.last;
}

// "Date: 3 May 2025", at the beginning or behind another such label.
bool is_labelled(const Document& document, std::size_t at) {
  if (at == 0 || document.tokens[at - 1].word != "date" || !document.tokens[at - 1].capital) return false;
  return at == 1 || document.after(document.tokens[at - 1]) == ':';
}

bool is_today(const Document& document, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i <= 2;)
    if (document.tokens[i].word == "today") return true;
  return false;
}

}  // namespace

DateRule::DateRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon)
    : cues_(taxonomy, lexicon, "date", {"published", "embargo", "other", "stamp"}, {}, Scope::kRanges) {}

Finding DateRule::judge(const Document& document, const DatePlace& place, const Head& head) const {
  const TokenRange at = place.tokens;
  Finding finding = finding_at(document, "date", place.iso, 0, at, 0, {});
  const Line& line = line_of(document, at.first);
  const std::size_t from = at.first - std::min<std::size_t>(at.first, 2 * kCueDistance);
  const std::vector<CueMatch> cues = cues_.find(document, {from, at.first});
  const std::vector<CueMatch> before_in_line =
      cues_.find_near(document, {std::min(line.tokens.first, at.first), at.first}, at, kShortLine);
  const auto published = before(cues, kPublished, at.first, kCueDistance);
  const auto other = before(before_in_line, kOther, at.first, kCueDistance);
  const bool nearer_other = other && (!published || other->tokens.last > published->tokens.last);
  const std::size_t rest = other_words(document, line, at);
  const bool ends_sentence = line.end > line.begin && document.text[line.end - 1] == '.';
  const bool at_top = at.first < head.end;
  const char next = document.after(document.tokens[at.last - 1]);
  const bool byline = at_top && document.tokens[line.tokens.first].word == "by" &&
                      line.tokens.size() <= kShortLine &&
                      at.first > line.tokens.first + 1;  // "By 31 March": a deadline

  if (line.boilerplate == kBehindArticle)
    finding.refused = "stands behind the article";
  else if (before(cues, kEmbargo, at.first, 2 * kCueDistance))
    finding.strength = kEmbargoed;
  else if (glued_published(document, at.first))
    finding.strength = kAnnounced;
  else if (behind(cues_.find_near(document, line.tokens, at, kShortLine), kStamp, at.last, 1))
    finding.strength = kAnnounced;
  else if (published && !nearer_other && announces(document, line, *published, at_top))
    finding.strength = kAnnounced;
  else if (at_top && is_labelled(document, at.first))
    finding.strength = kAnnounced;
  else if (head.of_record || (head.of_body && !byline && is_hour_of_meeting(document, at)))
    finding.refused = "the day of a meeting";
  else if (byline)
    finding.strength = kByline;
  else if (nearer_other)
    finding.refused = "the day of something else";
  else if (at_top && is_table_cell(document, line, at))
    finding.refused = "stands in a table";
  else if (at_top && rest <= (ends_sentence ? kOtherWords / 3 : kOtherWords) && !any(before_in_line, kOther))
    finding.strength = kAlone;
  else if (at_top && at.last == line.tokens.last && line.tokens.size() <= kShortLine &&
           !before(before_in_line, kOther, at.first, kCreditReach) && document.text[line.end - 1] != '.')
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

// "embargoed until Friday 12 December": the year is that of the date beside it.
void DateRule::judge_embargo(const Document& document, std::vector<Finding>& dates) const {
  if (dates.empty()) return;
  const std::size_t head = head_end(document, kHeadTokens);
  for (const CueMatch& cue : cues_.find(document, {0, head})) {
    if (cue.payload != kEmbargo) continue;
    const std::size_t last = std::min(document.tokens.size(), cue.tokens.last + 3 * kCueDistance);
    if (const auto place = date_of_year(document, {cue.tokens.last, last}, dates.front().value))
      dates.push_back(finding_at(document, "date", place->iso, 0, place->tokens, kEmbargoed, {}));
  }
}

std::optional<std::string> DateRule::decide(const std::string& stated_date, const std::string& url,
                                            const Document& document, std::vector<Finding>& findings) const {
  if (!stated_date.empty()) {
    read::Article stated;
    stated.text = stated_date;
    const Document metadata = tokenise(stated, Lexicon());
    const std::vector<DatePlace> places = find_dates(metadata, {0, metadata.tokens.size()});
    if (!places.empty()) return places.front().iso;
  }
  const Head head{head_end(document, kHeadTokens), is_record_of_meeting(document), is_of_body(document)};
  const Finding* best = nullptr;
  std::vector<Finding> dates;
  for (const DatePlace& place : find_dates(document, {0, document.tokens.size()}))
    dates.push_back(judge(document, place, head));
  judge_embargo(document, dates);
  for (const Finding& date : dates)
    if (date.refused.empty() && (best == nullptr || date.strength > best->strength)) best = &date;
  for (Finding& date : dates)
    if (best != nullptr && date.refused.empty() && date.value != best->value)
      date.refused = "another date is announced more plainly";
  const std::optional<std::string> decided = best ? std::optional(best->value) : std::nullopt;
  findings.insert(findings.end(), dates.begin(), dates.end());
  return decided ? decided : date_in_url(url);
}

}  // namespace assay::extract
