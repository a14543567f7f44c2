// JSON Lines: an article per line.
#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/json_fields.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

Article parse_line(std::string_view line, const Origin& origin, std::size_t number) {
  Article article = origin.article(number);
  read_json_object(line, article);
  if (article.extracted) return article;  // a headline may be all that it has
  if (article.text.empty()) throw ReadError("has no \"text\"");
  if (is_blank(article.text)) throw ReadError("has nothing in its \"text\"");
  return article;
}

}  // namespace

void read_json_lines(BufferedInput& input, const Origin& origin, Sink& sink) {
  std::string line;
  for (std::size_t number = 1;; ++number) {
    const BufferedInput::Line read = input.read_line(line, kMaxArticleBytes);
    if (read == BufferedInput::Line::kEnd) return;
    try {
      if (read == BufferedInput::Line::kTooLong) throw ReadError("is longer than 16 MiB");
      if (!is_blank(line)) sink.article(parse_line(line, origin, number));
    } catch (const ReadError& error) {
      sink.problem({origin.path, number, error.what()});
    }
  }
}

}  // namespace assay::read
