// Plain text: the file itself.
#include "indexer/read/encoding.h"
#include "indexer/read/formats.h"

namespace assay::read {

void read_text(std::string bytes, Article& article) { article.text = to_utf8(std::move(bytes)); }

}  // namespace assay::read
