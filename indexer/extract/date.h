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

// The day in a URL such as /2025/02/28/, /2025-07-31/ or -08072025 (ddmmyyyy).
std::optional<std::string> date_in_url(std::string_view url);

// Immutable, so safe to share between threads.
class DateRule {
 public:
  DateRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon);

  // The day of publication, or nothing. Adds a finding for each date of the text, unless metadata states the
  // day.
  std::optional<std::string> decide(const read::Article& article, const Document& document,
                                    std::vector<Finding>& findings) const;

 private:
  Finding judge(const Document& document, const DatePlace& place, bool is_record) const;

  CueFinder cues_;
};

}  // namespace assay::extract
