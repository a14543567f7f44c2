#include <fmt/core.h>

#include "client/cli/article_format.h"
#include "client/cli/style.h"
#include "client/cli/wrap.h"

namespace assay::cli {
namespace {

std::string evidence(const Article& article, const Screen& screen) {
  std::string text = article.evidence.empty() ? "" : "\n";
  for (const Evidence& each : article.evidence)
    text += wrap(screen, fmt::format("{} {}: “{}”", each.facet, each.value, each.text));
  return text;
}

// How the rating came about, and the scores.
std::string assessment(const Article& article, const Screen& screen) {
  std::string text;
  if (!article.rating_status.empty()) text += fmt::format("rating {}\n", printable(article.rating_status));
  if (article.overall_score > 0) text += fmt::format("score {}\n", percentage(article.overall_score));
  std::string statements;
  for (const auto& [statement, score] : article.statement_scores)
    statements +=
        fmt::format("{}{} {}", statements.empty() ? "statements " : ", ", printable(statement), score);
  if (!statements.empty()) text += wrap(screen, statements);
  std::string councils;
  for (const auto& [council, rating] : article.council_ratings)
    councils +=
        fmt::format("{}{} {}", councils.empty() ? "ratings " : ", ", printable(council), printable(rating));
  if (article.council_ratings.size() > 1) text += wrap(screen, councils);
  if (article.copies.size() > 1) text += fmt::format("one of {} copies\n", article.copies.size());
  return text;
}

// Each line of the article is a paragraph.
std::string paragraphs(const std::string& text, const Screen& screen) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string lines = wrap(screen, std::string_view(text).substr(begin, end - begin));
    if (!lines.empty()) result += '\n' + lines;
    begin = end + 1;
  }
  return result;
}

std::string print(const Article& article, const View& screen) {
  std::string text = title_line(screen, article.title, article.url);
  text += byline(screen, {article.date, rating_of(article.facets), labels_of(article.facets, kCouncil),
                          article.publisher});
  for (const std::string* line : {&article.url, &article.path, &article.id})
    if (!line->empty()) text += paint(screen, kDimStyle, printable(*line)) + '\n';
  return text + assessment(article, screen) + paragraphs(article.text, screen) + evidence(article, screen);
}

}  // namespace

const Format<Article> kArticleText = {.name = "text", .print = print};

}  // namespace assay::cli
