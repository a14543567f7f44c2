// The reader of PDF. Most of what runs is Poppler's.
#include <algorithm>

#include "tests/fuzz/fuzz.h"

namespace assay::tests {

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds = {pdf({{}}), pdf({{"A page"}, {"Another"}, {"3"}}, "Title")};
  for (const read::Article& article : corpus_articles(".html")) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < std::min<std::size_t>(article.text.size(), 2'000); at += 80) {
      lines.push_back(article.text.substr(at, 80));
      for (char& c : lines.back())
        if (c < ' ' || c == '(' || c == ')' || c == '\\' || c == 0x7F) c = ' ';
    }
    seeds.push_back(pdf({lines, {"2"}}, "A report"));
  }
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  assay::tests::read_by(assay::read::read_pdf, assay::tests::bytes_of(data, size));
  return 0;
}
