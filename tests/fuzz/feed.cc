// The reader of RSS and Atom.
#include <fmt/format.h>

#include "tests/fuzz/fuzz.h"

namespace assay::tests {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<' || c == '&')
      out += c == '<' ? "&lt;" : "&amp;";
    else
      out += c;
  }
  return out;
}

std::string rss(const read::Article& article) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>The Gazette</title>"
      "<language>en-gb</language><item><title>{}</title><guid>{}</guid><link>{}</link><pubDate>{}</pubDate>"
      "<content:encoded><![CDATA[<p>{}</p>]]></content:encoded></item></channel></rss>\n",
      escaped(article.title), article.id, escaped(article.url), article.date, escaped(article.text));
}

std::string atom(const read::Article& article) {
  return fmt::format(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><entry><id>{}</id><title "
      "type=\"html\">{}</title><link rel=\"self\" href=\"a\"/><link href=\"{}\"/><updated>{}</updated>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{}</p></div></content></entry>"
      "<entry><summary>Two &amp; three</summary></entry></feed>\n",
      article.id, escaped(article.title), escaped(article.url), article.date, escaped(article.text));
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds;
  for (const read::Article& article : corpus_articles(".html")) {
    seeds.push_back(rss(article));
    seeds.push_back(atom(article));
  }
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  tests::read_by(read::read_feed, read::open_memory(tests::bytes_of(data, size)));
  return 0;
}
