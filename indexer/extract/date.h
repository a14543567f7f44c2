// The day of publication: from the source's metadata, else from the text, else from the URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/extract/finding.h"
#include "indexer/read/article.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// A day of the calendar somewhere in a text.
struct DatePlace {
  std::string iso;  // YYYY-MM-DD
  TokenRange tokens;
};

// Every full date among the tokens, in any of the common British, American and ISO forms. A year is needed.
std::vector<DatePlace> find_dates(const Document& document, TokenRange range);

// The first day and month without a year among the tokens, in the year of `other` or, where that day is
// long past, in the next.
std::optional<DatePlace> date_of_year(const Document& document, TokenRange range, const std::string& other);

// The day in a URL such as /2025/02/28/, /2025-07-31/ or -08072025 (ddmmyyyy).
std::optional<std::string> date_in_url(std::string_view url);

// Immutable, so safe to share between threads.
class DateRule {
 public:
  DateRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon);

  // The day of publication, or nothing; `stated_date` is in the source's own words, or empty. Adds a finding
  // for each date of the text, unless metadata states the day.
  std::optional<std::string> decide(const std::string& stated_date, const std::string& url,
                                    const Document& document, std::vector<Finding>& findings) const;

 private:
  struct Head {
    std::size_t end = 0;     // token behind the part of the text in which a date may stand unannounced
    bool of_record = false;  // of minutes or an agenda
    bool of_body = false;    // it names a committee or the like
  };
  Finding judge(const Document& document, const DatePlace& place, const Head& head) const;

  void judge_embargo(const Document& document, std::vector<Finding>& dates) const;

  CueFinder cues_;
};

}  // namespace assay::extract
