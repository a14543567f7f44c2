// The reader of CSV: the same whole and in pieces. Its header is fixed for inputs that have none.
#include <fmt/format.h>

#include "tests/fuzz/fuzz.h"

namespace assay::tests {
namespace {

constexpr std::string_view kHeader = "id,title,date,url,text,themes\n";

std::string in_quotes(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) (c == '"' ? out += '"' : out) += c;
  return out + '"';
}

void read_both_ways(const std::string& bytes) {
  require_same(read_by(read::read_csv, read::open_memory(bytes)),
               read_by(read::read_csv, open_pieces(bytes, 50)));
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds = {"text;rating\r\n\"a \"\"b\"\"\r\nc\";good|none\r\n", "text\tid\na\tb\n"};
  std::string all(kHeader);
  for (const read::Article& article : corpus_articles(".md")) {
    const std::string row =
        fmt::format("{},{},{},{},{},safeguarding;equity\n", article.id, in_quotes(article.title),
                    article.date, in_quotes(article.url), in_quotes(article.text));
    seeds.push_back(std::string(kHeader) + row);
    if (all.size() < 12'000) all += row;
  }
  seeds.push_back(all);
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(assay::tests::bytes_of(data, size));
  assay::tests::read_both_ways(bytes);
  assay::tests::read_both_ways(std::string(assay::tests::kHeader) + bytes);
  return 0;
}
