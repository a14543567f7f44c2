#include "indexer/explain.h"

#include <fmt/format.h>

#include <map>

namespace assay::indexer {
namespace {

using extract::Document;
using extract::Extraction;
using extract::Finding;

std::string finding_line(const Document& document, const Finding& finding) {
  const std::string_view words = document.slice(finding.begin, finding.end);
  if (!finding.refused.empty())
    return fmt::format("      - {} {} \"{}\": {}\n", finding.facet, finding.value, words, finding.refused);
  return fmt::format("      + {} {} \"{}\"\n", finding.facet, finding.value, words);
}

std::string head(const read::Article& article, const Extraction& extraction) {
  std::string text = fmt::format("{}\ntitle  {}\ndate   {}\n", article.path, extraction.title,
                                 extraction.date.empty() ? "none" : extraction.date);
  for (const auto& [facet, values] : extraction.facets)
    text += fmt::format("{:<6} {}\n", facet,
                        values.empty() ? "none" : fmt::format("{}", fmt::join(values, ", ")));
  if (!extraction.rating_status.empty()) text += fmt::format("status {}\n", extraction.rating_status);
  if (extraction.score) text += fmt::format("score  {}\n", *extraction.score);
  for (const auto& [statement, score] : extraction.statement_scores)
    text += fmt::format("score  {} {}\n", statement, score);
  for (const auto& [council, rating] : extraction.council_ratings)
    text += fmt::format("rated  {} {}\n", council, rating);
  return text + "\n";
}

}  // namespace

std::string explain(const read::Article& article, const Extraction& extraction) {
  const Document& document = extraction.document;
  // By place, so that a date in a line of its own shows there too.
  std::multimap<std::size_t, const Finding*> findings;
  for (const Finding& finding : extraction.findings) findings.emplace(finding.begin, &finding);
  const auto findings_in = [&](std::size_t begin, std::size_t end) {
    std::string lines;
    for (auto at = findings.lower_bound(begin); at != findings.end() && at->first < end; ++at)
      lines += finding_line(document, *at->second);
    return lines;
  };
  std::string text = head(article, extraction);
  auto sentence = document.sentences.begin();
  for (std::size_t number = 0; number < document.lines.size(); ++number) {
    const extract::Line& line = document.lines[number];
    if (!line.boilerplate.empty()) {
      text += fmt::format("  ~ {}  [left out: {}]\n", document.slice(line), line.boilerplate);
      text += findings_in(line.begin, line.end);
    }
    for (; sentence != document.sentences.end() && sentence->line == number; ++sentence) {
      text += fmt::format("    {}\n", document.slice(*sentence));
      text += findings_in(sentence->begin, sentence->end);
    }
  }
  return text + "\n";
}

}  // namespace assay::indexer
