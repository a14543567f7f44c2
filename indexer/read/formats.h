// One reader per format, each in the file of its name.
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/article.h"
#include "indexer/read/input.h"
#include "indexer/read/reader.h"

namespace assay::read {

// The formats of one article per file: fill in what the bytes hold. Throw ReadError.
void read_text(std::string bytes, Article& article);
void read_markdown(std::string bytes, Article& article);
void read_html(std::string bytes, Article& article);
void read_pdf(std::string bytes, Article& article);

// A page whose server named its encoding (or did not: empty).
void read_html(std::string bytes, std::string_view charset, Article& article);

// Where articles come from: the path as the user would open it and the id for those that have none.
struct Origin {
  std::string path;
  std::string id;

  Article article() const;                    // the only one of the file
  Article article(std::size_t number) const;  // one of several
};

// The formats of several articles per file: hand over one by one, report the broken ones and go on. Throw
// ReadError for what ends the file early.
void read_json_lines(BufferedInput& input, const Origin& origin, Sink& sink);
void read_csv(BufferedInput& input, const Origin& origin, Sink& sink);
void read_feed(BufferedInput& input, const Origin& origin, Sink& sink);
void read_warc(BufferedInput& input, const Origin& origin, Sink& sink);

}  // namespace assay::read
