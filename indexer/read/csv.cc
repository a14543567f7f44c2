// CSV with a header line: an article per record.
#include <fmt/format.h>

#include <algorithm>

#include "indexer/read/csv_header.h"
#include "indexer/read/csv_records.h"
#include "indexer/read/encoding.h"
#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

// A cell of a facet may hold several values, with semicolons or bars between them.
void add_facets(std::string_view name, std::string_view cell, Article& article) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of(";|"), cell.size());
    add_facet(article, name, cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

Article to_article(const std::vector<std::string>& columns, const std::vector<std::string>& values,
                   Article article) {
  if (values.size() != columns.size())
    throw ReadError(fmt::format("has {} values for {} columns", values.size(), columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!is_utf8(values[i])) throw ReadError("is not UTF-8; save the file as CSV in UTF-8");
    require_text(values[i]);
    if (is_facet_key(columns[i]))
      add_facets(columns[i], values[i], article);
    else if (is_field(columns[i]))
      set_field(article, columns[i], values[i]);
  }
  if (is_blank(article.text)) throw ReadError("has nothing in its column \"text\"");
  return article;
}

}  // namespace

void read_csv(BufferedInput& input, const Origin& origin, Sink& sink) {
  std::string line;
  input.read_line(line, kMaxArticleBytes);
  const auto header = csv_header(line);
  if (!header || std::ranges::find(header->columns, "text") == header->columns.end())
    throw ReadError("has no column \"text\"", 1);
  CsvRecords records(input, header->delimiter);
  std::vector<std::string> values;
  for (;;) {
    try {
      if (!records.next(values)) return;
      const std::size_t number = records.line() + 1;  // the header is a line as well
      sink.article(to_article(header->columns, values, origin.article(number)));
    } catch (const ReadError& error) {
      sink.problem({origin.path, (error.line() > 0 ? error.line() : records.line()) + 1, error.what()});
    }
  }
}

}  // namespace assay::read
